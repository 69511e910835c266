/// Tells formats apart by their first bytes.
enum ContentFormat {
    /// The format that the content looks like.
    static func guess(_ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> InputFormat {
        if isJSON(sample) { return JSONLayout.looksLikeLines(sample, isWhole: isWhole) ? .jsonl : .json }
        if isPage(sample) { return .html }
        let text = TextDecoding.string(UnsafeBufferPointer(rebasing: sample.prefix(1 << 14)))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0).trimmingWhitespace()
        }
        let first = lines.first { !$0.isEmpty } ?? ""
        if first == "---" {
            let rest = lines.drop { $0 != "---" }.dropFirst()
            guard let closing = rest.firstIndex(of: "---") else { return .yaml }
            let next = rest[(closing + 1)...].first { !$0.isEmpty } ?? ""
            return isPair(next) || next.isEmpty || next.hasPrefix("- ") ? .yaml : .markdown
        }
        if isTable(sample, isWhole: isWhole) { return .csv }
        if first.hasPrefix("# ") || first.hasPrefix("## ") { return .markdown }
        let body = lines.filter { !$0.isEmpty }.prefix(6)
        if body.count >= 2, body.prefix(3).allSatisfy({ isPair($0) || $0.hasPrefix("- ") }),
            body.contains(where: { ColumnNames.recognise(String($0.split(separator: ":")[0])) != nil })
        {
            return .yaml
        }
        return .text
    }

    /// Whether the bytes begin as JSON that holds objects does.
    static func isJSON(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = sample.lazy.filter { $0 > 0x20 }.makeIterator()
        let (first, second) = (rest.next(), rest.next())
        if first == 0x7B { return second == 0x22 || second == 0x7D }
        return first == 0x5B && (second == 0x7B || second == 0x5D)
    }

    /// Whether the bytes begin as a page of HTML does.
    static func isPage(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        let head = TextDecoding.string(UnsafeBufferPointer(rebasing: sample.prefix(1000))).trimmingWhitespace()
        guard head.hasPrefix("<") else { return false }
        let lower = head.lowercased()
        return ["<!doctype html", "<html", "<head", "<body", "<div", "<section", "<article", "<h1", "<p>", "<script"]
            .contains { lower.hasPrefix($0) } || lower.contains("<html")
    }

    /// Whether there is a header with columns that we know.
    static func isTable(_ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
        let dialect = DelimitedDialect(sample: sample, isWhole: isWhole)
        return dialect.width >= 2 && dialect.knownColumns >= 2
    }

    /// Whether a line is `key: value`.
    static func isPair(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return false }
        let behind = line.index(after: colon)
        guard behind == line.endIndex || line[behind] == " " else { return false }
        return line[..<colon].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }
}
