/// How the columns of one kind of export are read: which column feeds which field.
public struct ImportProfile: Sendable, Hashable {
    /// Who made it.
    public enum Origin: String, Sendable {
        case shipped, own
    }

    /// A field and the columns that it is taken from, best first.
    public struct Feed: Sendable, Hashable {
        /// As `--map` takes it, or a part that only profiles name, such as `city`.
        public var field: String
        /// Names as the export's header or keys have them.
        public var columns: [String]

        public init(field: String, columns: [String]) {
            self.field = field
            self.columns = columns
        }
    }

    /// A slug: what `--profile` takes.
    public var name: String
    /// What it reads, in a few words.
    public var summary: String
    /// The source of what is imported with it, unless another is named.
    public var source: String
    /// One for each field that it feeds.
    public var feeds: [Feed]
    public var origin: Origin

    public init(name: String, summary: String, source: String, feeds: [Feed], origin: Origin) {
        self.name = name
        self.summary = summary
        self.source = source
        self.feeds = feeds
        self.origin = origin
    }
}
