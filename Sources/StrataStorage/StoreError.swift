/// Why the database cannot be opened, read or written, with the mend.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, for programs: each kind has its exit status.
    public enum Kind: Sendable {
        /// There is no file at the path.
        case notFound
        /// The file is there and may not be read.
        case notReadable
        /// The file is no SQLite database, not one of Strata's, or damaged.
        case notADatabase
        /// A newer Strata made it.
        case newer
        /// Another process holds its lock.
        case busy
        /// The file or its folder cannot be created or written.
        case cannotCreate
        /// Reading or writing failed midway: disk full, permission, a damaged page.
        case inputOutput
    }

    public var kind: Kind
    /// The database file.
    public var path: String
    /// What is wrong and how to mend it, without the path.
    public var reason: String

    public init(_ kind: Kind, path: String, _ reason: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }
}
