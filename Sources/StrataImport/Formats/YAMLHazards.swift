/// What in a YAML file the parser must not be given, told from its text.
enum YAMLHazards {
    /// The first hazard: why the file is refused, and the line.
    static func find(in text: String) -> (reason: String, line: Int)? {
        if let line = YAMLNesting.tooDeepLine(in: text) {
            return ("nested deeper than \(YAMLNesting.limit) levels, the most that is read, in line \(line)", line)
        }
        if let line = YAMLAliases.hazardousLine(in: text) {
            return (
                "aliases that stand for more than \(YAMLAliases.limit) values may be keys in line \(line): write them out",
                line
            )
        }
        return nil
    }
}

/// Aliases of aliases of aliases. As values they cost nothing until they are followed, which is counted then. As keys the
/// parser itself follows them all, to tell them apart.
enum YAMLAliases {
    static let limit = 1_000_000

    /// The first line with a key that may hold aliases, where those could come to more than the limit.
    static func hazardousLine(in text: String) -> Int? {
        var product = 1.0
        var aliases = 0
        var anchors: Set<ArraySlice<UInt8>> = []
        var keyLine: Int?
        var line = 1
        var previous: UInt8 = 0x0A
        var closing: UInt8 = 0
        var utf8 = Array(text.utf8)
        utf8.append(0x0A)
        for position in 0..<utf8.count - 1 {
            let byte = utf8[position]
            let next = utf8[position + 1]
            if byte == 0x0A { line += 1 }
            let isTokenStart = [0x20, 0x0A, 0x5B, 0x7B, 0x2C, 0x3A, 0x2D, 0x09].contains(previous)
            if isTokenStart, byte == 0x26 || byte == 0x2A {
                let name = utf8[(position + 1)...].prefix(while: isName)
                if byte == 0x26, !name.isEmpty {
                    product *= Double(1 + aliases)
                    aliases = 0
                    anchors.insert(name)
                }
                // Stars in prose, as before the items of a list, name no anchor.
                if byte == 0x2A, anchors.contains(name) {
                    aliases += 1
                    closing = byte
                }
            }
            let isExplicitKey = byte == 0x3F && isTokenStart && next <= 0x20
            let isBehind = byte == 0x3A && closing != 0
            if isExplicitKey || isBehind, keyLine == nil { keyLine = line }
            if byte == 0x5D || byte == 0x7D { closing = byte }
            if closing == 0x2A, byte <= 0x20, byte != 0x20 { closing = 0 }
            if closing != 0x2A, byte != 0x20, byte != 0x5D, byte != 0x7D { closing = 0 }
            previous = byte
        }
        product *= Double(1 + aliases)
        return product > Double(limit) ? keyLine : nil
    }

    /// What libyaml takes for a part of an anchor's name.
    private static func isName(_ byte: UInt8) -> Bool {
        byte == 0x2D || byte == 0x5F || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}

/// How deep YAML nests, told from its text: the parser recurses, and must not be sent too deep.
enum YAMLNesting {
    static let limit = 200

    /// The first line that nests too deep, nil when none does.
    static func tooDeepLine(in text: String) -> Int? {
        var flow = 0
        var indents: [Int] = []
        var line = 1
        var column = 0
        var dashes = 0
        var isAtStart = true
        var previous: UInt8 = 0x0A
        for byte in text.utf8 {
            defer { if byte > 0x20 || byte == 0x0A { previous = byte } }
            if byte == 0x0A {
                (line, column, dashes, isAtStart) = (line + 1, 0, 0, true)
                continue
            }
            column += 1
            let opens = byte == 0x5B || byte == 0x7B
            if opens, [0x0A, 0x2D, 0x3A, 0x2C, 0x5B, 0x7B, 0x3F].contains(previous) { flow += 1 }
            if byte == 0x5D || byte == 0x7D { flow = max(0, flow - 1) }
            if isAtStart, byte != 0x20 {
                if byte == 0x2D || byte == 0x3F { dashes += 1 } else { isAtStart = false }
                while let last = indents.last, last >= column { indents.removeLast() }
                indents.append(column)
            }
            if max(flow, dashes, indents.count) > limit { return line }
        }
        return nil
    }
}
