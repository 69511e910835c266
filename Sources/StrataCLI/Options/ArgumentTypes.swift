public import ArgumentParser
public import StrataAdvice
public import StrataImport
public import StrataModel
public import StrataQuery

// What the words of the domain look like on the command line.

extension Layer: ExpressibleByArgument {
    /// A slug, a name or a usual short form.
    public init?(argument: String) { self.init(spelled: argument) }

    public static var allValueStrings: [String] { allCases.map(\.slug) }
}

extension CalendarDate: ExpressibleByArgument {
    /// `2026-11-23`, or `2026-11` for the month's first day.
    public init?(argument: String) { self.init(iso: argument) }
}

extension JDSort: ExpressibleByArgument {
    public init?(argument: String) { self.init(spelled: argument) }
}

extension DemandSort: ExpressibleByArgument {
    public init?(argument: String) { self.init(spelled: argument) }
}

extension InputFormat: ExpressibleByArgument {}
extension CourseStage: ExpressibleByArgument {}

extension Seniority: ExpressibleByArgument {
    /// A step of the ladder, in any case.
    public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

extension Skill.Kind: ExpressibleByArgument {}
extension SkillListQuestion.Sort: ExpressibleByArgument {}
extension CatalogueFile.Format: ExpressibleByArgument {}

extension Workplace: ExpressibleByArgument {
    /// `remote`, `hybrid` or `onsite`, also written `on-site`.
    public init?(argument: String) { self.init(rawValue: argument.lowercased().filter { $0.isLetter }) }
}

/// A country by its code or name.
struct CountryArgument: ExpressibleByArgument {
    /// ISO 3166-1 alpha-2.
    var code: String

    init?(argument: String) {
        guard let code = CountryName.code(argument) else { return nil }
        self.code = code
    }
}

/// A language by its code or name.
struct LanguageArgument: ExpressibleByArgument {
    /// ISO 639-1.
    var code: String

    init?(argument: String) {
        guard let code = LanguageName.code(argument) else { return nil }
        self.code = code
    }

    static var allValueStrings: [String] { LanguageName.codes }
}
