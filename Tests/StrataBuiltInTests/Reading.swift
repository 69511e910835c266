import Testing
import StrataBuiltIn
import StrataClassify
import StrataModel

/// JDs as the shipped catalogue and weights read them.
enum Reading {
    static let classifier: Classifier? = (try? BuiltIn.catalogue()).map { Classifier($0) }

    static func verdict(_ text: String, title: String? = nil, company: String? = nil) -> Verdict? {
        classifier?.verdict(title: title, company: company, text: text)
    }

    /// How a text asks for a skill; empty where it does not name it.
    static func requirements(of skill: String, in text: String, company: String? = nil) -> [Requirement] {
        (verdict(text, company: company)?.mentions ?? []).filter { $0.skill == skill }.map(\.requirement).sorted()
    }
}

/// A JD of a few lines, and what a careful reader says of it.
struct Posting: Sendable, CustomTestStringConvertible {
    var lesson: String
    var title: String?
    var text: String
    /// A layer's slug, or `none`.
    var primary: String
    var needs: Set<Layer> = []
    var needsNot: Set<Layer> = []

    init(
        _ lesson: String, title: String? = nil, _ primary: String, needs: Set<Layer> = [], not: Set<Layer> = [],
        _ text: String
    ) {
        self.lesson = lesson
        self.title = title
        self.text = text
        self.primary = primary
        self.needs = needs
        needsNot = not
    }

    var testDescription: String { lesson }
}
