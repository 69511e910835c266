/// Finds telephone numbers in the forms of many countries.
///
/// A run of digits is one when its form says so (a plus and a country's code, three groups as in North America, a zero
/// before a prefix), or a word such as "Tel." before it. Years, salaries, ids and versions have other forms.
struct PhoneFinder {
    private(set) var findings: [Redaction.Finding] = []
    private let text: [Unicode.Scalar]

    init(_ text: [Unicode.Scalar]) {
        self.text = text
        var position = 0
        while position < text.count {
            guard text[position].isDigit || text[position] == "+" || text[position] == "(" else {
                position += 1
                continue
            }
            let run = run(from: position)
            if isPhone(run) {
                findings.append(Redaction.Finding(range: run.range, kind: .phone))
                position = run.range.upperBound
            } else {
                position = max(position + 1, run.skip)
            }
        }
    }

    /// Digits with what may stand between those of one number.
    private struct Run {
        var range: Range<Int>
        var digits: [UInt8] = []
        /// How many digits each group has.
        var groups: [Int] = []
        var separators: [Unicode.Scalar] = []
        var hasPlus = false
        /// Whether a bracket before it is not closed within.
        var isOpen = false
        /// From where to look on when it is none.
        var skip = 0
    }

    private func run(from start: Int) -> Run {
        var run = Run(range: start..<start)
        var cursor = start
        var end = start
        var gap: [Unicode.Scalar] = []
        if text[cursor] == "+" {
            run.hasPlus = true
            cursor += 1
        }
        while cursor < text.count {
            let scalar = text[cursor]
            if scalar.isDigit {
                if run.groups.isEmpty || !gap.isEmpty { run.groups.append(0) }
                if !run.digits.isEmpty { run.separators += gap }
                gap = []
                run.groups[run.groups.count - 1] += 1
                run.digits.append(UInt8(scalar.value - 0x30))
                cursor += 1
                end = cursor
                if run.digits.count > 18 { break }
            } else if scalar.isSpace || "-./()‑–".unicodeScalars.contains(scalar) {
                gap.append(scalar)
                // Two signs stand between groups at most: ") ", " / ", ")-".
                guard gap.count <= 3 else { break }
                cursor += 1
            } else {
                break
            }
        }
        run.range = start..<max(end, start)
        run.skip = max(end, start + 1)
        // A bracket that is closed behind the number does not belong to it: the number is met again without.
        run.isOpen = text[start] == "(" && !text[start..<end].contains(")")
        if run.isOpen { run.skip = start + 1 }
        return run
    }

    private func isPhone(_ run: Run) -> Bool {
        let count = run.digits.count
        guard (6...15).contains(count), !run.isOpen, isApart(run.range), !isMoney(run.range) else { return false }
        if text[run.range.lowerBound] == "(", run.groups.first.map({ $0 > 5 }) ?? true { return false }
        let isCalled = isCalled(before: run.range.lowerBound)
        if isCalled { return count >= 6 && !isDate(run) }
        guard !isIdentified(before: run.range.lowerBound), !isDate(run) else { return false }
        if run.hasPlus { return (9...15).contains(count) && run.groups.allSatisfy { $0 <= 12 } && run.digits[0] != 0 }
        if run.digits.starts(with: [0, 0]), run.digits.count > 2, run.digits[2] != 0 {
            return (11...15).contains(count) && run.groups.count >= 2
        }
        if isAmerican(run) { return true }
        return isNational(run)
    }

    /// Three groups of three, three and four digits, as in North America, perhaps behind a one.
    private func isAmerican(_ run: Run) -> Bool {
        var (groups, digits) = (run.groups, run.digits)
        if groups.count == 4, groups[0] == 1, digits[0] == 1 {
            groups.removeFirst()
            digits.removeFirst()
        }
        guard groups == [3, 3, 4], digits[0] >= 2, digits[3] >= 2 else { return false }
        let signs = Set(run.separators.map { $0 == "‑" || $0 == "–" ? "-" : $0 })
        // "800 555 1234" may be any three numbers; brackets, dashes or points make it one.
        return text[run.range.lowerBound] == "(" || signs.contains("-") || signs == ["."] || signs.contains(")")
    }

    /// A zero, a prefix and the rest: "030 123 456 78", "0171/1234567", "01 23 45 67 89", "(020) 7946 0958".
    private func isNational(_ run: Run) -> Bool {
        guard run.digits[0] == 0, run.digits[1] != 0, (9...12).contains(run.digits.count), run.groups.count >= 2,
            run.groups[0] >= 2, run.groups != [5, 4]  // a ZIP code with its four digits
        else { return false }
        let signs = Set(run.separators)
        if signs == ["."] || signs.contains("-") && signs.contains(".") {
            // Versions have points too; five groups of two are French.
            return run.groups == [2, 2, 2, 2, 2]
        }
        return run.groups.dropFirst().allSatisfy { $0 >= 2 }
    }

    // MARK: What stands around

    /// No letter, sign of a path or further number next to it.
    private func isApart(_ range: Range<Int>) -> Bool {
        if range.lowerBound > 0 {
            let before = text[range.lowerBound - 1]
            if before.isLetter || before.isDigit || "_=#&@%$€£¥₹\\".unicodeScalars.contains(before) { return false }
            if "-./,".unicodeScalars.contains(before), range.lowerBound > 1 {
                let further = text[range.lowerBound - 2]
                if further.isLetter || further.isDigit { return false }
                if before == "/", further == "/" { return false }
            }
        }
        if range.upperBound < text.count {
            let after = text[range.upperBound]
            if after.isLetter || after == "_" || after == "%" || after == "=" { return false }
            if ",.:".unicodeScalars.contains(after), range.upperBound + 1 < text.count,
                text[range.upperBound + 1].isDigit
            {
                return false
            }
        }
        return !isInAddress(range.lowerBound)
    }

    /// Whether it is part of a web address.
    private func isInAddress(_ start: Int) -> Bool {
        var cursor = start
        while cursor > 0, start - cursor < 200, !text[cursor - 1].isSpace, !text[cursor - 1].isLineEnd { cursor -= 1 }
        guard start - cursor >= 7 else { return false }
        let token = String(String.UnicodeScalarView(text[cursor..<start])).lowercased()
        return token.contains("://") || token.contains("www.")
    }

    private func isMoney(_ range: Range<Int>) -> Bool {
        let after = words(behind: range.upperBound, count: 12)
        let before = words(before: range.lowerBound, count: 6)
        let money = ["€", "$", "£", "eur", "usd", "gbp", "chf", "inr", "pln", "k "]
        return money.contains { after.hasPrefix($0) || before.hasSuffix($0) }
    }

    /// Two dates, or a date and a time.
    private func isDate(_ run: Run) -> Bool {
        let groups = run.groups
        guard groups.count >= 2 else { return run.digits.count == 8 && [19, 20].contains(number(run, 0, 2)) }
        func isYear(_ start: Int) -> Bool { (1900...2100).contains(number(run, start, 4)) }
        if groups.count >= 3, groups[0] == 4, isYear(0), groups[1] <= 2 { return true }
        if groups.count >= 3, groups[0] <= 2, groups[1] <= 2, groups[2] == 4, isYear(groups[0] + groups[1]) {
            return true
        }
        // "2019-2024", "2019 - 2024 2025", "09/2018 - 02/2021"
        var (start, years) = (0, 0)
        for (index, group) in groups.enumerated() {
            let isMonth = group <= 2 && (1...12).contains(number(run, start, group))
            let hasYear = index + 1 < groups.count && groups[index + 1] == 4
            guard group == 4 && isYear(start) || isMonth && hasYear else { return false }
            years += group == 4 ? 1 : 0
            start += group
        }
        return years > 0
    }

    private func number(_ run: Run, _ start: Int, _ count: Int) -> Int {
        guard start + count <= run.digits.count else { return 0 }
        return run.digits[start..<(start + count)].reduce(0) { $0 * 10 + Int($1) }
    }

    /// Whether a word before it says that it is a telephone's.
    private func isCalled(before start: Int) -> Bool {
        let context = words(before: start, count: 24)
        return Self.calls.contains { context.hasSuffix($0) }
    }

    /// Whether a word before it says that it is some other number.
    private func isIdentified(before start: Int) -> Bool {
        let context = words(before: start, count: 24)
        return Self.ids.contains { context.hasSuffix($0) }
    }

    /// What stands before, in lower case, without signs at its end.
    private func words(before end: Int, count: Int) -> String {
        var context = String(String.UnicodeScalarView(text[max(0, end - count)..<end])).lowercased()
        while let last = context.unicodeScalars.last, " .:#-–(/\u{A0}\t".unicodeScalars.contains(last) {
            context.unicodeScalars.removeLast()
        }
        return " " + context
    }

    private func words(behind start: Int, count: Int) -> String {
        String(String.UnicodeScalarView(text[start..<min(text.count, start + count)])).lowercased()
            .trimmingWhitespace() + " "
    }

    private static let calls = [
        " tel", " phone", "telephone", "telefon", " call", " call us at", " call us on", " call at", " fax", " mobile",
        " mobil", " handy", " cell", "whatsapp", " tél", "téléphone", "telefoon", "teléfono", "telefono", " móvil",
        "telefone", "celular", "cellulare", "rufnummer", "telefonnummer", "phone number", " phone no", " tel. nr",
        "telefonisch unter", "telephone number", "telefoonnummer", "tty", " tdd",
    ]
    private static let ids = [
        " id", " ref", "reference", "requisition", " req", " no", " nr", "number", "nummer", " job", " code", "isbn",
        " vacancy", "kennziffer", "referenz", "référence", " numéro", "referentie", " ein", " naics", " soc", " case",
        " duns", " npi", " iban", " vat", " hrb", " siret", " siren", " kvk", " zip", " version", " issue", " ticket",
        " license", " licence", " posting", " position", " form", " title", " section", " act", " gmt", " utc",
    ]
}
