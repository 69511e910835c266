/// A format that records are read from.
public enum InputFormat: String, CaseIterable, Sendable {
    case csv, json, jsonl, yaml, markdown, text, html

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
        default: return nil
        }
    }

    /// The format that a path's extension names.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        self.init(extension: name[name.index(after: dot)...])
    }
}
