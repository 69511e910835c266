internal import StrataModel

/// Which columns feed which field of a JD.
public struct ColumnMapping: Sendable, Equatable {
    /// Why a column feeds a field.
    public enum Reason: String, Sendable {
        /// It bears a name of the field's.
        case name
        /// Its values look like it.
        case values
        /// The profile says so.
        case profile
        /// The user says so.
        case map = "--map"
    }

    /// A field and the columns it is taken from: the first that has a value counts, the others stand in.
    public struct Feed: Sendable, Equatable {
        public var field: Field
        public var columns: [String]
        /// Why each of the columns is taken.
        public var reasons: [Reason]
    }

    /// In the fields' order; a place that is put together names its parts' columns.
    public internal(set) var feeds: [Feed] = []
    /// Columns that nothing is taken from.
    public internal(set) var unused: [String] = []
    /// Of these, columns that hold how to reach a person: they are taken only when the user names them.
    public internal(set) var contacts: [String] = []
    /// Fields of the profile none of whose columns is there, with the columns that were looked for.
    public internal(set) var missed: [Missed] = []

    /// A field that the profile could not feed.
    public struct Missed: Sendable, Equatable {
        public var field: String
        public var columns: [String]
    }

    /// The columns that feed a field, best first.
    public subscript(field: Field) -> [String] { feeds.first { $0.field == field }?.columns ?? [] }
}

extension ColumnMapping {
    /// What of a profile is not in the file, where that matters: the fields that every JD should have.
    func notes(of profile: ImportProfile?) -> [String] {
        guard let profile else { return [] }
        return missed.filter { ["title", "description", "location", "date"].contains($0.field) }.map { missed in
            let shown = missed.columns.prefix(4).joined(separator: ", ") + (missed.columns.count > 4 ? ", ..." : "")
            return "Profile \(profile.name) found no column for \(missed.field) (\(shown))."
        }
    }
}
