/// Why an input as a whole can't be read: what, where, and how to mend it.
public struct InputError: Error, CustomStringConvertible, Sendable, Equatable {
    public enum Kind: String, Sendable {
        case notFound, notReadable, notText, empty, noUsableColumn, unknownColumn, malformed, tooLarge, missingProgram,
            damaged
    }

    public var kind: Kind
    /// The file, or `-` for standard input.
    public var path: String
    /// 1-based line, where one is to blame.
    public var line: Int?
    /// What is wrong and how to mend it, without the path.
    public var message: String

    public init(_ kind: Kind, path: String, line: Int? = nil, _ message: String) {
        self.kind = kind
        self.path = path
        self.line = line
        self.message = message
    }

    public var description: String {
        let name = path == "-" ? "standard input" : path
        return line.map { "\(name):\($0): \(message)" } ?? "\(name): \(message)"
    }
}
