import StrataModel
import StrataTestSupport

extension RepeatableGenerator {
    /// Up to so many pieces, from plain words to what is meant to do harm.
    mutating func text(pieces: Int) -> String {
        (0..<upTo(pieces)).map { _ in pick(Self.pieces) }.joined(separator: pick(["", " ", " "]))
    }

    mutating func cell() -> Table.Cell {
        switch upTo(8) {
        case 0: .integer(Int(truncatingIfNeeded: next()) >> upTo(63))
        case 1: .number(Double(bitPattern: next()), digits: upTo(4))
        case 2: .percent(Double.random(in: -1...1, using: &self))
        case 3: .change(Double.random(in: -2...2, using: &self))
        case 4: .layer(pick(Layer.allCases))
        case 5: .missing
        case 6: .trend((0...upTo(5)).map { _ in Double(upTo(90)) })
        default: .text(text(pieces: 6))
        }
    }

    mutating func table(columns count: Int, rows: Int) -> Table {
        let columns = (0..<count).map { index in
            Table.Column("column_\(index)", text(pieces: 2), pick([.leading, .trailing]))
        }
        return Table(columns: columns, rows: (0..<rows).map { _ in (0..<count).map { _ in cell() } })
    }

    mutating func json(depth: Int) -> JSONValue {
        switch upTo(depth > 0 ? 6 : 4) {
        case 0: .null
        case 1: .bool(upTo(1) == 0)
        case 2: .integer(Int(truncatingIfNeeded: next()) >> upTo(63))
        case 3: .number(Double.random(in: -1e6...1e6, using: &self))
        case 4: .string(text(pieces: 5))
        case 5: .array((0..<upTo(4)).map { _ in json(depth: depth - 1) })
        default: .object((0..<upTo(4)).map { ("key \($0) \(text(pieces: 1))", json(depth: depth - 1)) })
        }
    }

    static let pieces =
        [
            "Senior", "Data", "engineer,", "C++", "C#", "\"quoted\"", "it's", "São", "Zürich", "a;b",
            "co\u{301}te\u{301}",
            "機械学習", "エンジニア", "데이터", "ﬁ", "हिन्दी", "שלום", "مرحبا", "👩🏽‍💻", "🇩🇪", "❤️", "1️⃣", "⌚", "…", " ", "\u{A0}",
            "\u{300}\u{301}\u{302}", "ｗｉｄｅ", "-", "–", "https://example.com", "www.example.com",
        ] + hostile

    /// What data must not do to whoever reads it.
    static let hostile = [
        "\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{9B}2J", "\u{202E}gnp.exe", "\u{2066}x\u{2069}", "\u{200F}", "\r",
        "\n", "\r\n",
        "\t", "\u{0}", "\u{8}", "\u{7F}", "\u{2028}", "\u{85}", "\u{FEFF}", "=1+1", "+1", "-1", "@SUM(A1)",
        "=cmd|' /C calc'!A0", "|", "`", "```", "<script>alert(1)</script>", "&lt;", "[a](javascript:x)", "![i](u)",
        "**b**",
        "# h", "1. l", "\\", "~~s~~", "$x$", "<!--", "'", "--", "</td>",
    ]
}
