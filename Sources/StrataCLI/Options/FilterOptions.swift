internal import ArgumentParser
internal import StrataModel
internal import StrataQuery

/// Which JDs are meant: the filters that questions share.
struct FilterOptions: ParsableArguments {
    @Option(
        name: .customLong("needs"),
        help: ArgumentHelp("JDs that need the layer; repeated, all of them must be needed.", valueName: "layer"))
    var needs: [Layer] = []

    @Option(help: ArgumentHelp("JDs whose primary layer it is, or 'none'.", valueName: "layer"))
    var primary: LayerOrNone?

    @Option(help: ArgumentHelp("JDs that ask for the skill, by name or alias.", valueName: "name"))
    var skill: [String] = []

    @Option(help: ArgumentHelp("JDs of the role, by name or slug.", valueName: "role"))
    var role: String?

    @Option(
        help: ArgumentHelp(
            "intern, junior, mid, senior, staff, principal, lead, manager, director or executive.", valueName: "step"))
    var seniority: Seniority?

    @Option(help: ArgumentHelp("JDs whose company's name holds the text.", valueName: "text"))
    var company: String?

    @Option(help: ArgumentHelp("JDs whose place holds the text.", valueName: "text"))
    var location: String?

    @Option(help: ArgumentHelp("JDs in the country, by ISO code or name.", valueName: "country"))
    var country: CountryArgument?

    @Option(help: ArgumentHelp("JDs whose work is remote, hybrid or onsite.", valueName: "where"))
    var workplace: Workplace?

    @Option(help: ArgumentHelp("JDs whose text is in the language: en, de, fr, ...", valueName: "language"))
    var language: LanguageArgument?

    @Option(help: ArgumentHelp("JDs seen on the day or later: 2026-11-23 or 2026-11.", valueName: "date"))
    var since: CalendarDate?

    @Option(help: ArgumentHelp("JDs seen before the day.", valueName: "date"))
    var until: CalendarDate?

    @Option(help: ArgumentHelp("JDs from the source.", valueName: "name"))
    var source: String?

    @Option(help: ArgumentHelp("The JD of this id and those of almost the same text.", valueName: "id"))
    var alike: Int64?

    func validate() throws {
        guard skill.count <= 1 else {
            throw ValidationError("--skill is given \(skill.count) times, and one skill can be asked for at a time.")
        }
        if let since, let until, since >= until {
            throw ValidationError("--since \(since) is not before --until \(until): no day lies between them.")
        }
    }

    var filter: JDFilter {
        var filter = JDFilter()
        filter.needs = needs
        filter.primary =
            switch primary {
            case .layer(let layer): .layer(layer)
            case .some(.none): JDFilter.Primary.none
            case nil: nil
            }
        filter.skill = skill.first
        filter.role = role
        filter.seniority = seniority
        filter.company = company
        filter.location = location
        filter.country = country?.code
        filter.workplace = workplace
        filter.language = language?.code
        filter.since = since
        filter.until = until
        filter.source = source
        filter.alike = alike
        return filter
    }
}

/// Whether JDs of almost the same text are listed once.
struct DistinctOptions: ParsableArguments {
    @Flag(help: "Of JDs of almost the same text only the newest: reposts, and one JD in many cities.")
    var distinct = false

    /// The filter with the option's word added.
    func narrowing(_ filter: JDFilter) -> JDFilter {
        var filter = filter
        filter.isDistinct = distinct
        return filter
    }
}

/// Which part of a list is shown.
struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many are shown.", valueName: "n"))
    var limit = 20

    @Option(help: ArgumentHelp("How many are passed over first.", valueName: "n"))
    var offset = 0

    func validate() throws {
        guard limit >= 0, offset >= 0 else { throw ValidationError("--limit and --offset are not below 0.") }
    }

    var page: Page { Page(limit: limit, offset: offset) }
}
