import StrataModel
import Testing

@testable import StrataImport

@Suite("Pages of job boards")
struct PageTests {
    private func jd(_ html: String) throws -> JobDescription {
        let all = try readings(html, name: "a.html")
        #expect(all.count == 1)
        return try #require(all.jds.first)
    }

    @Test("microdata gives what JSON-LD would")
    func microdata() throws {
        let jd = try jd(
            """
            <body><div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">MLOps <b>Engineer</b></h1>
            <meta itemprop="datePosted" content="2026-04-02"><link itemprop="url" href="https://acme.example/1">
            <p itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization"><i itemprop="name">Acme</i></p>
            <span itemprop="jobLocation" itemscope><span itemprop="address" itemscope><b itemprop="addressLocality">Bern</b>,
            <b itemprop="addressCountry">CH</b></span></span>
            <div itemprop="baseSalary" itemscope><meta itemprop="currency" content="CHF"><div itemprop="value" itemscope>
            <b itemprop="minValue" content="110000">110k</b><b itemprop="maxValue" content="140000">140k</b>
            <meta itemprop="unitText" content="YEAR"></div></div>
            <div itemprop="description"><p>You run <b>Kubernetes</b>.</p><ul><li>MLflow</ul></div></div><p>Other jobs</p>
            """)
        #expect(jd.title == "MLOps Engineer")
        #expect(jd.company == "Acme")
        #expect(jd.location == "Bern, CH")
        #expect(jd.postedOn?.description == "2026-04-02")
        #expect(jd.url == "https://acme.example/1")
        #expect(jd.salary == Salary(min: 110_000, max: 140_000, currency: "CHF", period: .year))
        #expect(jd.text == "You run Kubernetes.\n\n- MLflow")
    }

    @Test("each posting of a page is a JD, an organisation that is only named has its name")
    func several() throws {
        let one = "<div itemscope itemtype='https://schema.org/JobPosting'><a itemprop=title href='/1'>%</a>"
        let end = "<b itemprop=hiringOrganization itemscope>Acme</b><p itemprop=description>dbt</p></div>"
        let all = try readings(
            ["A", "B"].map { one.replacingOccurrences(of: "%", with: $0) + end }.joined(), name: "a.html")
        #expect(all.titles == ["A", "B"])
        #expect(all.jds.map(\.company) == ["Acme", "Acme"])
    }

    @Test(
        "JSON-LD is read in all its wrappings",
        arguments: [
            ("application/ld+json", "{\"@type\": \"JobPosting\", #}"),
            (
                "application/ld+json; charset=utf-8",
                "[{\"@type\": \"WebSite\"}, {\"@type\": [\"Thing\", \"JobPosting\"], #,},]"
            ),
            ("application/ld&#x2B;json", "{\"@graph\": [{\"@type\": \"https://schema.org/JobPosting\", #}]}"),
            ("APPLICATION/LD+JSON", "\n//<![CDATA[\n{\"@type\": \"schema:JobPosting\", #}\n//]]>\n"),
            ("application/ld+json", "/*<![CDATA[*/{\"@type\": \"JobPosting\", #}/*]]>*/"),
            ("application/ld+json", "<!--\n{\"@type\": \"JobPosting\", /* ours */ #} // end\n-->"),
            ("application/ld+json", "{&quot;@type&quot;: &quot;JobPosting&quot;, @}"),
            ("application/ld+json", "{\"mainEntity\": {\"@type\": \"JobPosting\", #}}"),
        ])
    func linkedData(_ type: String, _ script: String) throws {
        let members = "\"title\": \"Data Engineer\", \"description\": \"<p>dbt // and /* SQL */</p>\""
        let text = script.replacingOccurrences(of: "#", with: members).replacingOccurrences(
            of: "@}", with: members.replacingOccurrences(of: "\"", with: "&quot;") + "}")
        let jd = try jd(
            "<html><head><script>var a = 1</script><script type='\(type)'>\(text)</script><script type='application/ld+json'>"
                + "{\"@type\": \"Organization\"}</script></head><body><p>x</p></body></html>")
        #expect(jd.title == "Data Engineer")
        #expect(jd.text == "dbt // and /* SQL */")
    }

    @Test("what a posting only points at is filled in, and pointing in a circle ends")
    func references() throws {
        let script =
            "{\"@graph\": [{\"@id\": \"#o\", \"@type\": \"Organization\", \"name\": \"Acme\", \"owner\": {\"@id\": \"#o\"}},"
            + "{\"@type\": \"JobPosting\", \"title\": \"A\", \"description\": \"dbt\", \"hiringOrganization\": {\"@id\": \"#o\"}}]}"
        #expect(try jd("<script type='application/ld+json'>\(script)</script>").company == "Acme")
    }

    @Test("menus, banners and what is hidden are left out; the text between them is whole")
    func mainText() throws {
        let text = try jd(
            """
            <html><head><script src="a.js"></script></head><body class="cookies-accepted"><nav></nav><nav>Menu</nav>
            <div id="cookie-banner"><p>We use cookies.</p></div><div role="navigation">Jobs</div><div hidden>Secret</div>
            <div style="display: none">Unseen</div><h1>Data Engineer</h1><script src="b.js"></script><button></button>
            <div class="posting"><p>You build pipelines.</p><iframe src="x"></iframe><p>With Airflow.</p></div>
            <footer>Imprint</footer><div class="consent-layer">Accept</div></body></html>
            """
        ).text
        #expect(text == "Data Engineer\nYou build pipelines.\n\nWith Airflow.")
    }

    @Test("a page that calls all of itself a banner is read all the same")
    func misleadingClass() throws {
        let jd = try jd("<body><div class='cookie-app'><h1>Data Engineer</h1><p>You build pipelines.</p></div></body>")
        #expect(jd.text.contains("You build pipelines."))
    }
}
