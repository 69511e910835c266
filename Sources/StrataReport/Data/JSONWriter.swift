import StrataModel

/// JSON on its way into one buffer.
struct JSONWriter {
    var bytes: [UInt8] = []

    mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

    /// Without white space.
    mutating func append(_ value: JSONValue) {
        switch value {
        case .null: write("null")
        case .bool(let value): write(value ? "true" : "false")
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .number(let number): append(number)
        case .string(let text): append(text)
        case .array(let values): appendInline(values, separator: ",")
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(member.key)
                bytes.append(UInt8(ascii: ":"))
                append(member.value)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Indented by two spaces a level.
    mutating func append(_ value: JSONValue, indent: Int) {
        switch value {
        case .array(let values) where values.contains(where: Self.isNested):
            appendBlock("[", "]", values, indent: indent) { writer, value in writer.append(value, indent: indent + 1) }
        case .array(let values): appendInline(values, separator: ", ")
        case .object(let members) where !members.isEmpty:
            appendBlock("{", "}", members, indent: indent) { writer, member in
                writer.append(member.key)
                writer.write(": ")
                writer.append(member.value, indent: indent + 1)
            }
        default: append(value)
        }
    }

    private mutating func appendInline(_ values: [JSONValue], separator: StaticString) {
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { write(separator) }
            append(value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func appendBlock<Item>(
        _ open: StaticString, _ close: StaticString, _ items: [Item], indent: Int,
        item: (inout JSONWriter, Item) -> Void
    ) {
        write(open)
        for (index, element) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            startLine(indent + 1)
            item(&self, element)
        }
        startLine(indent)
        write(close)
    }

    private mutating func startLine(_ indent: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
    }

    private static func isNested(_ value: JSONValue) -> Bool {
        switch value {
        case .array, .object: true
        default: false
        }
    }

    private mutating func append(_ number: Double) {
        if number.isFinite { bytes.append(contentsOf: "\(number)".utf8) } else { write("null") }
    }

    private mutating func write(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let wasCopied: Void? = text.utf8.withContiguousStorageIfAvailable { JSONString.append($0, to: &bytes) }
        if wasCopied == nil { Array(text.utf8).withUnsafeBufferPointer { JSONString.append($0, to: &bytes) } }
        bytes.append(UInt8(ascii: "\""))
    }
}
