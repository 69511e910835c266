import StrataModel
import Testing

@testable import StrataImport

@Suite("The head of a page: facts under its heading")
struct HTMLHeadTests {
    private static let prose = "<p>\(String(repeating: "We run a ferry and you will mend its tills. ", count: 8))</p>"

    private func page(_ head: String, before: String = "") throws -> JobDescription {
        let html = """
            <!DOCTYPE html><html><head><title>Data Engineer</title></head><body>\(before)<h1>Data Engineer</h1>
            \(head)\(Self.prose)<h2>More</h2><p>Company: Wrong</p></body></html>
            """
        return try #require(try readings(html, name: "a.html").jds.first)
    }

    @Test(
        "labelled facts, however they are laid out",
        arguments: [
            "<dl><dt>Company</dt><dd>Otter Pumps</dd><dt>Location</dt><dd>Nürnberg, Germany</dd>"
                + "<dt>Published</dt><dd>2025-05-19</dd></dl>",
            "<div><b>Company:</b> Otter Pumps</div><div><b>Location:</b> Nürnberg, Germany</div>"
                + "<div><b>Posting date:</b> 2025-05-19</div>",
            "<table><tr><th>Company</th><td>Otter Pumps</td></tr><tr><th>Location</th><td>Nürnberg, Germany</td></tr>"
                + "<tr><th>Date posted</th><td>2025-05-19</td></tr></table>",
            "<ul><li><strong>Company:</strong> Otter Pumps</li><li><strong>Location:</strong> Nürnberg, Germany</li>"
                + "<li>Posted: 2025-05-19</li></ul>",
            "<p>Otter Pumps · Nürnberg, Germany<br>Posted 2025-05-19</p>",
            "<p><span>Otter Pumps</span><span>Nürnberg, Germany</span></p><p>Posted 2025-05-19</p>",
            "<a href='/apply'>Apply now</a><p>Otter Pumps</p><p>Nürnberg, Germany</p><p>Posted: 2025-05-19</p>",
        ])
    func layouts(_ head: String) throws {
        let jd = try page(head)
        #expect(jd.company == "Otter Pumps")
        #expect(jd.location == "Nürnberg, Germany")
        #expect(jd.postedOn?.description == "2025-05-19")
        #expect(jd.text.contains("Otter Pumps") && jd.text.contains("2025-05-19"))
    }

    @Test("what stands before the heading, or behind the next one, is not read")
    func elsewhere() throws {
        let jd = try page("", before: "<p>Company: Board</p><p>Location: Paris, France</p>")
        #expect(jd.company == nil && jd.location == nil)
    }

    @Test("buttons, crumbs and prose are no company")
    func furniture() throws {
        for head in ["<p>Back to all jobs</p><p>Share</p>", "<p>Home | Jobs | Berlin</p>", "<p>We mend tills.</p>"] {
            #expect(try page(head).company == nil, "\(head)")
        }
    }

    @Test("JSON-LD is believed alone")
    func jsonLD() throws {
        let html = """
            <html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Data Engineer",
            "hiringOrganization": {"name": "Heron"}, "description": "Text."}</script></head>
            <body><h1>Data Engineer</h1><p>Company: Wrong</p><p>Location: Paris, France</p></body></html>
            """
        let jd = try #require(try readings(html, name: "a.html").jds.first)
        #expect(jd.company == "Heron")
        #expect(jd.location == nil)
    }
}
