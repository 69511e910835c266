/// What of a page is no part of its text, told by attributes: menus, banners about cookies, what is not shown.
enum PageParts {
    /// Whether the element that a walk has come to is furniture with all that it holds.
    static func isFurniture(_ name: String, _ walk: HTMLWalk) -> Bool {
        guard containers.contains(name) else { return false }
        if let role = walk.attribute("role"), roles.contains(role.lowercased()) { return true }
        if walk.attribute("hidden") != nil || walk.attribute("aria-hidden")?.lowercased() == "true" { return true }
        if let style = walk.attribute("style")?.lowercased().split(separator: " ").joined(),
            style.holds("display:none") || style.holds("visibility:hidden")
        {
            return true
        }
        return [walk.attribute("id"), walk.attribute("class")].contains { names in
            names?.lowercased().split(separator: " ").contains(where: isTelling) ?? false
        }
    }

    private static func isTelling(_ name: Substring) -> Bool {
        // "cookies-accepted" on the whole page tells its state.
        if states.contains(where: { name.hasSuffix($0) }) { return false }
        return beginnings.contains { name.hasPrefix($0) }
    }

    private static let containers: Set<String> = [
        "div", "section", "aside", "form", "ul", "ol", "p", "span", "header", "li",
    ]
    private static let roles: Set<String> = [
        "navigation", "dialog", "alertdialog", "menu", "menubar", "search", "contentinfo", "complementary",
    ]
    private static let beginnings = [
        "cookie", "gdpr", "consent", "onetrust", "ot-sdk", "cybotcookie", "usercentrics", "cc-window", "cmp-",
        "breadcrumb", "skip-link", "skip-to", "newsletter", "related-jobs", "similar-jobs", "recommended-jobs",
    ]
    private static let states = ["enabled", "accepted", "ready", "loaded", "page", "body", "wrapper", "allowed"]
}
