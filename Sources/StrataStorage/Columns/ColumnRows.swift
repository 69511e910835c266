internal import GRDB
internal import StrataModel

/// Makes columns from the rows that they copy.
final class ColumnRows {
    private let heads: RawStatement
    private let sightings: RawStatement
    private let words: RawStatement
    private let mentions: RawStatement
    /// Those that are read.
    private var ids: ClosedRange<Int64> = 0...0

    init(_ db: Database) throws {
        let largest = Layer.allCases.map { "share_\($0.slug.replacing("-", with: "_"))" }.joined(separator: ", ")
        let texts = JDColumn.texts.map(\.rawValue).joined(separator: ", ")
        let perYear = Salary.Period.allCases.map { "WHEN '\($0.rawValue)' THEN \(Int($0.perYear))" }.joined(
            separator: " ")
        heads = try RawStatement(
            """
            SELECT id, role, primary_layer, needs,
                primary_layer IS NULL AND max(\(largest)) > share_outside
                    AND NOT EXISTS (SELECT 1 FROM label WHERE label.jd = jd_head.id),
                coalesce(nullif(duplicate_group, id), 0),
                round((coalesce(salary_min, salary_max) + coalesce(salary_max, salary_min)) / 2
                    * CASE WHEN salary_currency IS NOT NULL THEN CASE salary_period \(perYear) END END),
                \(texts)
            FROM jd_head WHERE id BETWEEN ? AND ? ORDER BY id
            """, db)
        sightings = try RawStatement(
            """
            SELECT jd, source, CAST(replace(posted_on, '-', '') AS INTEGER) FROM jd_sighting
            WHERE jd BETWEEN ? AND ? AND counted ORDER BY jd, source, content, posted_on
            """, db)
        words = try RawStatement("SELECT id, sz FROM jd_fts_docsize WHERE id BETWEEN ? AND ? ORDER BY id", db)
        mentions = try RawStatement(
            "SELECT jd, skill FROM jd_mention WHERE jd BETWEEN ? AND ? AND requirement < 2 ORDER BY jd, skill", db)
    }

    /// The block of a number, from what the database says now.
    ///
    /// - throws: `DatabaseError`.
    func block(_ number: Int, _ columns: Set<JDColumn>) throws -> ColumnBlock {
        let first = Int64(number) * Int64(ColumnBlock.size)
        return try block(number, first...first + Int64(ColumnBlock.size) - 1, columns)
    }

    /// The part of it that has the ids, as if it began with the first of them.
    func block(_ number: Int, _ ids: ClosedRange<Int64>, _ columns: Set<JDColumn>) throws -> ColumnBlock {
        self.ids = ids
        var block = ColumnBlock(number: number)
        try readHeads(&block, columns)
        if !columns.isDisjoint(with: [.sightings, .sources, .dates]) { try readSightings(&block, columns) }
        if columns.contains(.words) { try readWords(&block) }
        if !columns.isDisjoint(with: [.skillCounts, .skills]) { try readMentions(&block, columns) }
        return block
    }

    private func bind(_ statement: RawStatement) {
        statement.bind(1, ids.lowerBound)
        statement.bind(2, ids.upperBound)
    }

    private func readHeads(_ block: inout ColumnBlock, _ columns: Set<JDColumn>) throws {
        let names = JDColumn.texts.enumerated().filter { columns.contains($0.element) }
        var texts = names.map { _ in TextGathering() }
        var (verdicts, roles, groups, pays): ([UInt32], [UInt32], [UInt32], [UInt32]) = ([], [], [], [])
        bind(heads)
        let first = ids.lowerBound
        try heads.forEach { row in
            while verdicts.count < Int(row.integer(0) - first) {
                verdicts.append(0)
                roles.append(0)
                groups.append(0)
                pays.append(0)
            }
            let primary = row.isNull(2) ? nil : row.integer(2)
            verdicts.append(
                VerdictCode(needs: row.integer(3), primary: primary, isUndecided: row.integer(4) != 0).rawValue)
            roles.append(Self.number(row.integer(1)))
            groups.append(Self.number(row.integer(5)))
            // An amount beyond what fits is said not to be known, sooner than to be another.
            pays.append(UInt32(exactly: row.integer(6)) ?? 0)
            for (place, name) in names.enumerated() {
                texts[place].set(row.text(Int32(7 + name.offset)), at: verdicts.count - 1)
            }
        }
        block.count = verdicts.count
        if columns.contains(.verdict) { block.numbers[.verdict] = verdicts }
        if columns.contains(.role) { block.numbers[.role] = roles }
        if columns.contains(.group) { block.numbers[.group] = groups }
        if columns.contains(.pay) { block.numbers[.pay] = pays }
        for (place, name) in names.enumerated() {
            block.texts[name.element] = texts[place].column(count: block.count)
        }
    }

    private func readSightings(_ block: inout ColumnBlock, _ columns: Set<JDColumn>) throws {
        var counts = [UInt32](repeating: 0, count: block.count)
        var (sources, dates): ([UInt32], [UInt32]) = ([], [])
        bind(sightings)
        let first = ids.lowerBound
        try sightings.forEach { row in
            let place = Int(row.integer(0) - first)
            guard place < counts.count else { return }
            counts[place] += 1
            sources.append(Self.number(row.integer(1)))
            dates.append(Self.number(row.integer(2)))
        }
        if columns.contains(.sightings) { block.numbers[.sightings] = counts }
        if columns.contains(.sources) { block.numbers[.sources] = sources }
        if columns.contains(.dates) { block.numbers[.dates] = dates }
    }

    private func readWords(_ block: inout ColumnBlock) throws {
        var counts = [UInt32](repeating: 0, count: block.count)
        bind(words)
        let first = ids.lowerBound
        try words.forEach { row in
            let place = Int(row.integer(0) - first)
            guard place < counts.count else { return }
            var reader = VarintReader(Array(row.bytes(1)))
            var sum: UInt64 = 0
            while let size = reader.next() { sum &+= size }
            counts[place] = UInt32(clamping: sum)
        }
        block.numbers[.words] = counts
    }

    private func readMentions(_ block: inout ColumnBlock, _ columns: Set<JDColumn>) throws {
        var counts = [UInt32](repeating: 0, count: block.count)
        var skills: [UInt32] = []
        var last: (place: Int, skill: UInt32)?
        bind(mentions)
        let first = ids.lowerBound
        try mentions.forEach { row in
            let place = Int(row.integer(0) - first)
            let skill = Self.number(row.integer(1))
            // Required and preferred: asked for once.
            guard place < counts.count, last?.place != place || last?.skill != skill else { return }
            last = (place, skill)
            counts[place] += 1
            skills.append(skill)
        }
        if columns.contains(.skillCounts) { block.numbers[.skillCounts] = counts }
        if columns.contains(.skills) { block.numbers[.skills] = skills }
    }

    /// No file holds four thousand million of anything.
    private static func number(_ value: Int64) -> UInt32 { UInt32(clamping: value) }
}
