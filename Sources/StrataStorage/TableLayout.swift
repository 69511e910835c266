internal import Foundation

/// How a table of text is laid out: what its rejected rows can be taken apart by.
public struct TableLayout: Sendable, Hashable {
    /// Names as the header has them; empty for unnamed ones.
    public var columns: [String]
    /// What stands between fields.
    public var delimiter: String

    public init(columns: [String], delimiter: String) {
        self.columns = columns
        self.delimiter = delimiter
    }

    /// The columns as the database keeps them.
    var columnsJSON: String? {
        (try? JSONEncoder().encode(columns)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// From what the database keeps.
    public init?(columnsJSON: String?, delimiter: String?) {
        guard let columnsJSON, let delimiter,
            let columns = try? JSONDecoder().decode([String].self, from: Data(columnsJSON.utf8))
        else { return nil }
        self.init(columns: columns, delimiter: delimiter)
    }
}
