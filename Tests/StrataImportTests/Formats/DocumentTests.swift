import StrataModel
import Testing

@testable import StrataImport

@Suite("Markdown, YAML, text and HTML")
struct DocumentTests {
    @Test("Markdown: a linked heading, the company, place and pay under it")
    func markdown() throws {
        let text = """
            # [Data Engineer](https://jobs.example/1)
            ### Acme Corp
            #### `💰 $4,000 - $10,000/month` `🌎 Remote,Lille, France`

            ### **About us**
            We make things.
            """
        let all = try readings(text, name: "a.md")
        let jd = try #require(all.jds.first)
        #expect(jd.title == "Data Engineer")
        #expect(jd.url == "https://jobs.example/1")
        #expect(jd.company == "Acme Corp")
        #expect(jd.location == "Remote, Lille, France")
        #expect(jd.salary?.max == 10_000)
        #expect(jd.salary?.period == .month)
        #expect(jd.text == "### **About us**\nWe make things.")
    }

    @Test("Markdown: front matter, the body is the text; a section is no company")
    func frontMatter() throws {
        let text =
            "---\ntitle: ML Engineer\ncompany: Bolt\ndate: 2026-02-03\ndescription: short\n---\n\n## About the job\nBody.\n"
        let jd = try #require(try readings(text, name: "a.md").jds.first)
        #expect(jd.title == "ML Engineer")
        #expect(jd.company == "Bolt")
        #expect(jd.postedOn?.description == "2026-02-03")
        #expect(jd.text.contains("Body."))
        let plain = try readings("# Data Engineer\n\n## Description\nText.\n", name: "b.md")
        #expect(plain.jds.first?.company == nil)
        #expect(plain.jds.first?.text == "## Description\nText.")
    }

    @Test("Markdown: a section under the title is no company, in any language, and joins none that is known")
    func sectionIsNoCompany() throws {
        let known = try readings(
            "---\ntitle: Engineer\ncompany: Bolt GmbH\n---\n\n# Engineer\n\n## Kaffee\n\nText.\n", name: "a.md")
        #expect(known.jds.first?.company == "Bolt GmbH")
        for section in ["Über uns", "Deine Aufgaben", "Qui sommes-nous", "Over ons", "Sobre nosotros"] {
            let unknown = try readings("# Data Engineer\n\n## \(section)\n\nText.\n", name: "b.md")
            #expect(unknown.jds.first?.company == nil, "\(section)")
        }
    }

    @Test("YAML: one JD, several documents, a list")
    func yaml() throws {
        #expect(try readings("title: A\nlocation:\n", name: "a.yaml").titles == ["A"])
        #expect(try readings("title: A\n---\ntitle: B\n", name: "a.yaml").titles == ["A", "B"])
        #expect(try readings("- title: A\n- title: B\n", name: "a.yml").titles == ["A", "B"])
        #expect(try readings("count: 2\njobs:\n  - title: A\n  - title: B\n", name: "a.yml").titles == ["A", "B"])
    }

    @Test("YAML: what is malformed, or grows without bound, is a reject")
    func badYAML() throws {
        let broken = try readings("title: A\n  bad: [1, 2\n", name: "a.yaml")
        #expect(broken.jds.isEmpty)
        #expect(broken.rejects.first?.reason.contains("malformed YAML in line") == true)
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let alias = "*a\(level - 1)"
            bomb += "a\(level): &a\(level) [\((0..<10).map { _ in alias }.joined(separator: ", "))]\n"
        }
        let laughs = try readings(bomb + "title: B\n", name: "a.yaml")
        #expect(laughs.rejects.first?.reason.contains("100000 values") == true)
        let deep = try readings(String(repeating: "- ", count: 5000) + "x", name: "a.yaml")
        #expect(deep.rejects.first?.reason.contains("200 levels") == true)
        let flow = try readings("a: " + String(repeating: "[", count: 5000), name: "a.yaml")
        #expect(flow.rejects.first?.reason.contains("200 levels") == true)
    }

    @Test("plain text: the first line is the title, facts may follow")
    func plainText() throws {
        let text = "\nData Engineer\n\nCompany: Acme\nLocation: Bonn, Germany\n\nYou will build pipelines.\nDaily.\n"
        let jd = try #require(try readings(text, name: "a.txt").jds.first)
        #expect(jd.title == "Data Engineer")
        #expect(jd.company == "Acme")
        #expect(jd.location == "Bonn, Germany")
        #expect(jd.text == "You will build pipelines.\nDaily.")
    }

    @Test("HTML: JSON-LD under @graph, in a script whose type is escaped")
    func jsonLD() throws {
        let html = """
            <!DOCTYPE html><html><head><title>x</title><link rel="canonical" href="https://jobs.example/7">
            <script type="application/ld&#x2B;json">{"@graph": [{"@type": "WebPage", "name": "n"},
            {"@type": "JobPosting", "title": "AI &amp; Data Engineer", "description": "<p>One.</p><ul><li>A</li></ul>",
             "identifier": {"@type": "PropertyValue", "name": "Acme", "value": "859"}, "datePosted": "2026-02-26",
             "hiringOrganization": {"name": "Acme", "address": {"addressLocality": "Nowhere"}},
             "jobLocation": [{"address": {"addressCountry": "CAN", "addressLocality": "Montréal"}},
                             {"address": {"addressCountry": "USA"}}],
             "applicantLocationRequirements": {"name": "CAN"},
             "baseSalary": {"currency": "USD", "value": {"minValue": 120000, "maxValue": 350000, "unitText": "YEAR"}},
             "jobLocationType": "TELECOMMUTE", "employmentType": ["FULL_TIME", "CONTRACTOR"]}]}</script>
            </head><body><h1>Other</h1></body></html>
            """
        let jd = try #require(try readings(html, name: "a.html").jds.first)
        #expect(jd.title == "AI & Data Engineer")
        #expect(jd.externalID == "859")
        #expect(jd.company == "Acme")
        #expect(jd.location == "Remote, Montréal, CAN; USA")
        #expect(jd.postedOn?.description == "2026-02-26")
        #expect(jd.salary?.min == 120_000 && jd.salary?.max == 350_000)
        #expect(jd.employmentType == "Full-time, Contract")
        #expect(jd.url == "https://jobs.example/7")
        #expect(jd.text == "One.\n\n- A")
    }

    @Test("HTML without JSON-LD: its heading and its visible text")
    func visibleText() throws {
        let html = """
            <html><head><title>Jobs</title><style>p {}</style></head><body><nav>Home</nav>
            <h1>Data <b>Engineer</b></h1><p>First&nbsp;line.<br>Second.</p><script>var x;</script><footer>(c)</footer>
            """
        let jd = try #require(try readings(html, name: "a.html").jds.first)
        #expect(jd.title == "Data Engineer")
        #expect(jd.text == "Data Engineer\nFirst line.\nSecond.")
    }

    @Test("formats are told by content where no name does it")
    func sniffing() throws {
        let cases: [(String, InputFormat)] = [
            ("title,company\nA,B\n", .csv), ("[{\"title\": \"A\"}]", .json),
            ("{\"title\":\"A\"}\n{\"title\":\"B\"}", .jsonl),
            ("# Data Engineer\n\nText", .markdown), ("---\ntitle: A\n---\nBody text\n", .markdown),
            ("title: A\ncompany: B\n", .yaml), ("<html><body><h1>A</h1><p>text</p></body></html>", .html),
            ("Data Engineer\nWe look for one.\n", .text),
        ]
        for (text, format) in cases { #expect(try readings(text, name: "-").format == format, "\(text)") }
    }
}
