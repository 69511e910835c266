import GRDB
import StrataStorage
import StrataTestSupport
import Testing

@testable import StrataQuery

@Suite("What a search may hold")
struct SearchGrammarTests {
    private func match(_ query: String) throws -> String { try SearchParser.expression(query).match }

    @Test(
        "words, phrases, prefixes, columns and operators",
        arguments: [
            ("feature store", #""feature" AND "store""#),
            (#""feature store""#, #""feature store""#),
            ("“feature store”", #""feature store""#),
            ("kube*", #""kube"*"#),
            (#""data pipe"*"#, #""data pipe"*"#),
            ("a OR b c", #""a" OR ("b" AND "c")"#),
            ("a AND b", #""a" AND "b""#),
            ("(a OR b) c", #"("a" OR "b") AND "c""#),
            ("a NOT b", #""a" NOT "b""#),
            ("a AND NOT b", #""a" NOT "b""#),
            ("a -b -c d", #"("a" AND "d") NOT ("b" OR "c")"#),
            ("a -(b c)", #""a" NOT ("b" AND "c")"#),
            (#"a -"b c""#, #""a" NOT "b c""#),
            ("title:engineer", #"title : "engineer""#),
            ("Title:(a OR b) c", #"(title : ("a" OR "b")) AND "c""#),
            ("scikit-learn", #""scikit-learn""#),
            ("C++ C#", #""C++" AND "C#""#),
            ("https://example.com", #""https://example.com""#),
            ("and or not near", #""and" AND "or" AND "not" AND "near""#),
            ("R & D", #""R" AND "D""#),
            ("((a))", #""a""#),
            ("a OR &", #""a""#),
        ])
    func reads(query: String, expected: String) throws {
        #expect(try match(query) == expected)
    }

    @Test(
        "what is malformed is explained, with its place",
        arguments: [
            (#"data "feature store"#, 6, "quote is not closed"),
            ("(a OR b", 1, "not closed"),
            ("a OR b)", 7, "never opened"),
            ("()", 1, "nothing between"),
            ("OR a", 1, "nothing before"),
            ("AND a", 1, "nothing before"),
            ("a OR", 3, "nothing after"),
            ("a AND", 3, "nothing after"),
            ("a NOT", 3, "nothing after"),
            ("a AND OR b", 7, "two operators"),
            ("NOT a", 1, "nothing is asked for"),
            ("-a", 1, "nothing is asked for"),
            ("b OR -a", 6, "nothing is asked for"),
            ("", 1, "no word"),
            ("  ", 1, "no word"),
            ("&/!", 1, "no word"),
            (#""""#, 1, "no word"),
            ("*", 1, "no word"),
            ("title:", 1, "followed by no word"),
            ("title: OR a", 1, "followed by no word"),
            (String(repeating: "(", count: 11) + "a" + String(repeating: ")", count: 11), 11, "more than 10"),
            (String(repeating: "a ", count: 201), 401, "more than 200"),
        ])
    func explains(query: String, position: Int, reason: String) {
        let error = #expect(throws: SearchSyntaxError.self) { try match(query) }
        #expect(error?.position == position)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "none")")
        #expect(error?.mend.isEmpty == false)
    }

    @Test("whatever is typed either is explained or runs: never an error of SQLite's", arguments: 1...4)
    func neverFailsInSQLite(seed: Int) throws {
        let fixture = try Fixture.random(5, seed: 1)
        var generator = RepeatableGenerator(seed: UInt64(seed))
        let pieces = [
            "\"", "(", ")", "AND", "OR", "NOT", "-", "*", ":", "title:", "text:", "engineer", "C++", "c#", "ü", "'",
            "\\",
            "\0", "{", "}", "^", "+", ",", "NEAR(", "“", " ", " ", " ", "\n", "🦖", "\u{301}", "\u{1}", "x*",
            "company:(",
        ]
        try fixture.store.read { db in
            for _ in 0..<600 {
                let query = (0...generator.upTo(12)).map { _ in generator.pick(pieces) }.joined()
                guard let match = try? SearchParser.expression(query).match else { continue }
                _ = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM jd_fts WHERE jd_fts MATCH ?", arguments: [match])
            }
        }
    }

    @Test("the deepest and the longest that is allowed runs")
    func deepest() throws {
        let fixture = try Fixture.random(5, seed: 1)
        let deep = (0..<10).reduce("a") { inner, level in "b -title:(\(inner) OR c\(level) d)" }
        let long = (0..<200).map { "w\($0)" }
        for query in [
            deep, long.joined(separator: " "), long.joined(separator: " OR "),
            "a " + long.dropFirst().map { "-\($0)" }.joined(separator: " "),
        ] {
            #expect(try SearchQuestion(query).count(fixture.store) >= 0)
        }
    }
}
