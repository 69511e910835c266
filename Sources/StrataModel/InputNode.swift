/// A value in a file that a person wrote, with the line on which it stands: YAML, JSON or a table, before anything is made of
/// it.
public struct InputNode: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        /// Null, or nothing after a key.
        case none
        case scalar(String)
        case list([InputNode])
        /// In the order of the file.
        case mapping([Member])
    }

    /// A key with its value.
    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: InputNode

        public init(_ key: String, _ value: InputNode) {
            self.key = key
            self.value = value
        }
    }

    public var content: Content
    /// From 1; nil where lines mean nothing.
    public var line: Int?

    public init(_ content: Content, line: Int? = nil) {
        self.content = content
        self.line = line
    }

    /// What it is, in a message.
    public var kind: String {
        switch content {
        case .none: "nothing"
        case .scalar: "a text"
        case .list: "a list"
        case .mapping: "keys and values"
        }
    }
}
