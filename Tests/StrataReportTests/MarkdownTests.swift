import StrataModel
import StrataTestSupport
import Testing

@testable import StrataReport

@Suite("Markdown")
struct MarkdownTests {
    @Test("each block has its form")
    func snapshot() {
        var document = TextDocumentTests.sample
        document.blocks.append(.table(TextTableTests.demand))
        #expect(
            MarkdownRenderer.render(document) == """
                # Machine Learning Engineer

                _Acme, Berlin_

                - **Posted:** 2026-02-01
                - **Salary:** EUR 80,000 to 100,000 a year, with more words than a line holds

                ## Layers

                |  |  |
                | :--- | ---: |
                | MLOps | 50% |
                | Applied ML | 27% |
                | Outside | 0% |

                _Shares add up to 100%._

                MLOps leads: Kubernetes and MLflow are required.

                - first
                - second, which goes on and on until it needs another line

                **Good**

                - one
                - two

                **Bad**

                - three

                - **Notes:**\u{20}

                ```text
                +--+
                |  |
                +--+
                ```

                **Demand by role**

                | Role | Layer | JDs | Share | Change | Score |
                | :--- | :--- | ---: | ---: | ---: | ---: |
                | Data Engineer | Data Engineering | 12,345 | 25% | +50% | 1.50 |
                | 機械学習エンジニア | Applied ML | 7 | 0.4% | -3% | 0.00 |
                | – | – | 0 | 0% | – | – |

                """)
    }

    @Test("what means something in Markdown is escaped")
    func escapes() {
        #expect(
            MarkdownText.escaped("a|b `c` *d* _e_ [f](g) ~~h~~ <i> & \\")
                == #"a\|b \`c\` \*d\* \_e\_ \[f\](g) \~\~h\~\~ &lt;i&gt; &amp; \\"#)
        #expect(MarkdownText.escaped("# x") == "\\# x")
        #expect(MarkdownText.escaped("  - x") == #"\- x"#)
        #expect(MarkdownText.escaped("12. x") == #"12\. x"#)
        #expect(MarkdownText.escaped("3) x") == #"3\) x"#)
        #expect(MarkdownText.escaped("C++ and C#, 3.5 to 4") == "C++ and C#, 3.5 to 4")
        #expect(MarkdownText.escaped("see https://x.y or WWW.x.y") == #"see https:\//x.y or WWW\.x.y"#)
    }

    @Test("a fence is longer than any in the text")
    func fence() {
        #expect(MarkdownText.fenced("a\n````\nb") == "`````text\na\n````\nb\n`````")
    }

    @Test("whatever the cells, each row of a table has its columns and no raw markup")
    func rows() {
        var generator = RepeatableGenerator(seed: 7)
        for _ in 0..<400 {
            let table = generator.table(columns: 1 + generator.upTo(5), rows: generator.upTo(6))
            let lines = MarkdownRenderer.render(table).split(separator: "\n")
            #expect(lines.count == table.rows.count + 2)
            for line in lines {
                let active = unescaped(String(line))
                #expect(active.count { $0 == "|" } == table.columns.count + 1, "\(line)")
                #expect(!active.contains { "<>`*_[]~$".unicodeScalars.contains($0) }, "\(line)")
            }
        }
    }

    /// The scalars that no backslash takes the meaning from.
    private func unescaped(_ line: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if !isEscaped, scalar != "\\" { result.append(scalar) }
            isEscaped = !isEscaped && scalar == "\\"
        }
        return result
    }
}
