public import StrataModel

/// Draws a table as comma-separated values (RFC 4180, but with LF line ends): figures plain and complete.
public enum CSVRenderer {
    /// A header of column keys and a line for each row; ends with a line feed.
    ///
    /// Percentages and changes are fractions, layers slugs, missing values empty. Texts lose control characters other
    /// than line breaks and tabs, and get an apostrophe before them where a spreadsheet would run them as a formula.
    public static func render(_ table: Table) -> String {
        var output: [UInt8] = []
        append(table.columns.map { neutralised($0.key) }, to: &output)
        for row in table.rows { append(table.padded(row).map(field), to: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    static func append(_ fields: [String], to output: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            // An empty line would be no row at all.
            append(field, quoted: fields.count == 1 && field.isEmpty || needsQuotes(field), to: &output)
        }
        output.append(UInt8(ascii: "\n"))
    }

    private static func append(_ field: String, quoted: Bool, to output: inout [UInt8]) {
        guard quoted else { return output.append(contentsOf: field.utf8) }
        output.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { output.append(byte) }
            output.append(byte)
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Besides what the format asks for, what some reader takes for a separator or for space to trim.
    private static func needsQuotes(_ field: String) -> Bool {
        field.utf8.first == UInt8(ascii: " ") || field.utf8.last == UInt8(ascii: " ")
            || field.utf8.contains { byte in
                switch byte {
                case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
                case UInt8(ascii: ";"), UInt8(ascii: "\t"): true
                default: false
                }
            }
    }

    private static func field(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let text): neutralised(text)
        case .integer(let number): String(number)
        case .number(let number, _), .percent(let number), .change(let number): number.isFinite ? "\(number)" : ""
        case .layer(let layer): layer.slug
        case .trend(let values): values.map { $0.isFinite ? "\($0)" : "" }.joined(separator: " ")
        case .missing: ""
        }
    }

    /// The text as a spreadsheet shows it and a terminal bears it.
    private static func neutralised(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": scalars.append(scalar)
            case _ where TerminalText.isHidden(scalar): continue
            default: scalars.append(scalar)
            }
        }
        let clean = String(scalars)
        return SpreadsheetText.startsFormula(clean) ? "'" + clean : clean
    }
}
