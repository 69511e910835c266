/// A format that records are read from.
public enum InputFormat: String, CaseIterable, Sendable {
    case csv, json, jsonl, yaml, markdown, text, html
    /// Read through programs of their own, found when they are needed.
    case pdf, docx, odt, xlsx

    /// The format that a file's extension names, nil when it names none that is read.
    public init?(extension name: some StringProtocol) {
        switch name.lowercased() {
        case "csv", "tsv", "tab", "psv": self = .csv
        case "json": self = .json
        case "jsonl", "ndjson", "jsonlines": self = .jsonl
        case "yaml", "yml": self = .yaml
        case "md", "markdown", "mdown": self = .markdown
        case "txt", "text": self = .text
        case "html", "htm", "xhtml": self = .html
        case "pdf": self = .pdf
        case "docx", "docm": self = .docx
        case "odt": self = .odt
        case "xlsx", "xlsm": self = .xlsx
        default: return nil
        }
    }

    /// The format that a path's extension names, below that of gzip.
    public init?(path: String) {
        var name = path.split(separator: "/").last ?? ""
        if name.lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        self.init(extension: name[name.index(after: dot)...])
    }
}
