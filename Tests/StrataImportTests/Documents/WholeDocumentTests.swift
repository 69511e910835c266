import Foundation
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("the whole text of a document")
struct WholeDocumentTests {
    private func text(_ text: String, name: String) throws -> DocumentText {
        try DocumentText(.memory(name: name, bytes: Array(text.utf8)))
    }

    private func refusal(_ bytes: [UInt8], name: String = "a", searchPath: String? = nil) -> InputError? {
        #expect(throws: InputError.self) {
            try DocumentText(.memory(name: name, bytes: bytes), searchPath: searchPath)
        }
    }

    @Test(
        "text and Markdown stay as they are, first lines and front matter among them",
        arguments: ["a.txt", "a.md", "-", "résumé", "a.yaml"])
    func asItStands(_ name: String) throws {
        for written in [
            "Jo Doe\nAcme GmbH\n\nSkills: Python, C++\n- built **Airflow** DAGs (2019 - 2021)",
            "---\ntitle: CV\n---\n# Jo\n\n## Skills\n- a < b, R&D\n\nJob Title,Description\na,b",
        ] { #expect(try text(written, name: name).text == written) }
        #expect(try text("# A\nb", name: "a.md").format == .markdown)
        #expect(try text("# A\nb", name: "-").format == .text)
    }

    @Test("a page gives all that it shows, what stands beside its main part too")
    func page() throws {
        let html =
            "<!doctype html><html><head><title>CV</title><style>a{}</style></head><body><h1>Jo</h1><main>"
            + String(repeating: "<p>Ran a bank's ETL.</p>", count: 30)
            + "</main><aside><h2>Skills</h2><ul><li>dbt &amp; SQL</li></ul></aside><script>x()</script></body></html>"
        for name in ["cv.html", "-"] {
            let page = try text(html, name: name)
            #expect(page.format == .html)
            #expect(page.text.hasPrefix("Jo\n"))
            #expect(page.text.hasSuffix("Skills\n- dbt & SQL"))
            #expect(!page.text.contains("x()") && !page.text.contains("a{}"))
        }
    }

    @Test("other encodings are read, gzip unpacked")
    func encodings() throws {
        let written = "Zoë\nÉquipe de données: Airflow"
        #expect(
            try DocumentText(.memory(name: "a.txt", bytes: [0xEF, 0xBB, 0xBF] + Array(written.utf8))).text == written)
        let wide = written.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try DocumentText(.memory(name: "a.txt", bytes: [0xFF, 0xFE] + wide)).text == written)
        let narrow = written.unicodeScalars.map { UInt8($0.value) }
        #expect(try DocumentText(.memory(name: "a.txt", bytes: narrow)).text == written)
        if let packed = try Packing.gzip(Array(written.utf8)) {
            #expect(try DocumentText(.memory(name: "a.txt.gz", bytes: packed)).text == written)
        }
    }

    @Test(
        "a bar at a résumé's side is read by itself, not amid the rest",
        .enabled(if: DocumentTextTests.pdfToText != nil)
    )
    func columns() throws {
        let side = ["Skills", "PyTorch", "scikit-learn", "Docker", "Languages", "English", "Hindi"]
        let jobs = [
            "Work Experience", "Engineer II, ShopKart, Jan 2021 - Present",
            "Trained recommenders in PyTorch for all shops",
            "Set up MLflow for the whole team of scientists", "Data Scientist, Finlytics, Jul 2018 - Dec 2020",
            "Scored credit with scikit-learn, reports in Tableau", "Education", "B.Tech, Institute of Nowhere, 2018",
        ]
        let page =
            [SimplePDF.Line(x: 40, y: 790, size: 20, "Jo Doe")]
            + side.enumerated().map { .init(x: 40, y: 740 - 22 * $0, $1) }
            + jobs.enumerated().map { .init(x: 220, y: 740 - 22 * $0, $1) }
        let read = try DocumentText(.memory(name: "cv.pdf", bytes: SimplePDF(pages: [page]).bytes))
        let lines = read.text.split(separator: "\n").map(String.init)
        #expect(lines == ["Jo Doe"] + side + jobs, "\(lines)")
    }

    @Test(
        "dates at either edge stay with what stands beside them", .enabled(if: DocumentTextTests.pdfToText != nil),
        arguments: [(40, 440), (140, 40)])
    func dates(_ left: Int, _ dates: Int) throws {
        var page = [SimplePDF.Line(x: 40, y: 790, size: 20, "Jo Doe")]
        for job in 0..<7 {
            page.append(.init(x: left, y: 740 - 60 * job, "Engineer number \(job) of a firm"))
            page.append(.init(x: dates, y: 740 - 60 * job, "201\(job) - 201\(job + 1)"))
            page.append(
                .init(x: left, y: 720 - 60 * job, "Built pipelines for the people who needed them, part \(job)"))
        }
        let read = try DocumentText(.memory(name: "cv.pdf", bytes: SimplePDF(pages: [page]).bytes))
        let lines = read.text.split(separator: "\n").map(String.init)
        let expected = (0..<7).flatMap { job in
            let (title, date) = ("Engineer number \(job) of a firm", "201\(job) - 201\(job + 1)")
            return [
                dates > left ? "\(title) \(date)" : "\(date) \(title)",
                "Built pipelines for the people who needed them, part \(job)",
            ]
        }
        #expect(lines == ["Jo Doe"] + expected, "\(lines)")
    }

    @Test("a PDF is read whole, its headline too", .enabled(if: DocumentTextTests.pdfToText != nil))
    func pdf() throws {
        let page = [
            SimplePDF.Line(x: 50, y: 780, size: 20, "Jo Doe"), .init(x: 50, y: 755, "Acme GmbH"),
            .init(x: 50, y: 700, "Built pipelines with Airflow."),
        ]
        let read = try DocumentText(.memory(name: "cv.pdf", bytes: SimplePDF(title: "CV of Jo", pages: [page]).bytes))
        #expect(read.format == .pdf)
        #expect(
            read.text.split(whereSeparator: \.isNewline) == ["Jo Doe", "Acme GmbH", "Built pipelines with Airflow."])
        let scan = refusal(SimplePDF(pages: [[]]).bytes)
        #expect(scan?.kind == .empty && scan?.message.contains("ocrmypdf") == true)
        #expect(scan?.message.contains("import") == false)
    }

    @Test(
        "DOCX and ODT are read whole, however they are named", .enabled(if: DocumentTextTests.pandoc != nil),
        arguments: ["docx", "odt"])
    func office(_ format: String) throws {
        let program = try #require(DocumentTextTests.pandoc)
        let (document, status) = try Machine.run(
            program, ["--from=markdown", "--to=\(format)", "--output=-"],
            input: Data("# Jo\n\nAcme\n\n- SQL & *dbt*\n\n| Tool | Years |\n|--|--|\n| Airflow | 3 |\n".utf8))
        #expect(status == 0)
        let read = try DocumentText(.memory(name: "-", bytes: Array(document)))
        #expect(read.format.rawValue == format)
        #expect(read.text.hasPrefix("Jo\nAcme\n\n- SQL & dbt"))
        #expect(read.text.contains("Airflow 3"))
    }

    @Test("what cannot be read is refused with what to do, and nothing of its text")
    func refused() throws {
        #expect(refusal([])?.kind == .empty)
        #expect(refusal(Array(" \n\t ".utf8))?.message.contains("nothing to read") == true)
        #expect(refusal(Array("-- * --".utf8))?.kind == .empty)
        #expect(refusal([0, 1, 2, 3, 0, 0, 7])?.kind == .notText)
        #expect(refusal(Array("[{\"basics\": {\"name\": \"Jo\"}}]".utf8))?.message.contains("JSON") == true)
        #expect(refusal(Array("name,skill\nJo,SQL\n".utf8), name: "a.csv")?.message.contains("table") == true)
        #expect(
            refusal([0x1F, 0x9D, 1, 2])?.message
                == "this is packed with compress: unpack it first, 'uncompress -c FILE > NEW'")
        let workbook = refusal(Packing.zip([("xl/workbook.xml", "x")]))
        #expect(workbook?.kind == .notText && workbook?.message.contains("workbook") == true)
        #expect(refusal(Packing.zip([("a.txt", "x")]))?.message.contains("import") == false)
        #expect(refusal(Array("%PDF-1.4 x".utf8), searchPath: "/nowhere")?.kind == .missingProgram)
        let large = refusal(Array(repeating: UInt8(ascii: "a"), count: 17 << 20))
        #expect(large?.kind == .tooLarge && large?.message.contains("16 MB") == true)
        #expect(throws: InputError.self) { try DocumentText(.file(path: "/nowhere/cv.txt")) }
    }
}
