public import StrataModel

/// The names that JDs use and the catalogue does not know, as an answer.
public struct GapReport: Sendable {
    public struct Row: Sendable {
        public var term: String
        public var jds: Int
        public var companies: Int
        public var besideTools: Int
        /// The layer that its company speaks for, and with what part of it.
        public var layer: Layer?
        public var share: Double
        /// JD, text before, the term, text after.
        public var examples: [(jd: Int64, before: String, term: String, after: String)]

        public init(
            term: String, jds: Int, companies: Int, besideTools: Int, layer: Layer?, share: Double,
            examples: [(jd: Int64, before: String, term: String, after: String)]
        ) {
            self.term = term
            self.jds = jds
            self.companies = companies
            self.besideTools = besideTools
            self.layer = layer
            self.share = share
            self.examples = examples
        }
    }

    public var rows: [Row]
    /// How many there are in all, and how many JDs were read for it, of how many.
    public var total: Int
    public var read: Int
    public var jds: Int

    public init(rows: [Row], total: Int, read: Int, jds: Int) {
        self.rows = rows
        self.total = total
        self.read = read
        self.jds = jds
    }

    /// What `catalogue gaps` prints: a table, then the examples.
    public var document: Document {
        var blocks: [Block] = [.table(table)]
        blocks += rows.flatMap { row -> [Block] in
            [
                .heading(row.term),
                .list(row.examples.map { "JD \($0.jd): …\($0.before) [\($0.term)] \($0.after)…" }),
            ]
        }
        blocks += leftOut(of: total, shown: rows.count)
        if read < jds { blocks.append(.note("\(read) of \(jds) JDs were read, the newest; --all reads all of them.")) }
        blocks.append(
            .note(
                "Take one in: 'strata catalogue gaps --accept NAME --layer LAYER', or as a spelling: 'strata tools alias TOOL "
                    + "NAME'. No skill: 'strata catalogue gaps --dismiss NAME'."))
        return Document(
            title: "Names that the catalogue does not know",
            subtitle: "Ranked by the employers that use them beside known tools", blocks: blocks)
    }

    /// A row a name.
    public var table: Table {
        Table(
            columns: [
                .init("term", "Name"), .init("jds", "JDs", .trailing), .init("companies", "Employers", .trailing),
                .init("beside_tools", "Beside tools", .trailing), .init("layer", "Company of"),
                .init("share", "Share", .trailing),
            ],
            rows: rows.map { row in
                [
                    .text(row.term), .integer(row.jds), .integer(row.companies), .integer(row.besideTools),
                    row.layer.map { .layer($0) } ?? .text("outside the stack"), .percent(row.share),
                ]
            })
    }

    /// What JSON Lines holds: a name a line.
    public var items: [JSONValue] {
        rows.map { row in
            .object([
                ("term", .string(row.term)), ("jds", .integer(row.jds)), ("companies", .integer(row.companies)),
                ("beside_tools", .integer(row.besideTools)), ("layer", .string(row.layer?.slug)),
                ("share", .number(row.share)),
                (
                    "examples",
                    .array(
                        row.examples.map { example in
                            .object([
                                ("jd", .integer(Int(example.jd))), ("before", .string(example.before)),
                                ("term", .string(example.term)), ("after", .string(example.after)),
                            ])
                        })
                ),
            ])
        }
    }

    /// What `catalogue gaps --format json` prints.
    public var json: JSONValue {
        .object([
            ("total", .integer(total)), ("read", .integer(read)), ("jds", .integer(jds)), ("gaps", .array(items)),
        ])
    }
}
