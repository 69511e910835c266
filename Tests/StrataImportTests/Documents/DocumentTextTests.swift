import Foundation
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("PDF and Office documents")
struct DocumentTextTests {
    private typealias Line = SimplePDF.Line
    static let pdfToText = Machine.program("pdftotext")
    static let pandoc = Machine.program("pandoc")
    static let xlsxToCSV = Machine.program("xlsx2csv")

    private func jd(_ pdf: SimplePDF) throws -> JobDescription {
        let all = try readings(bytes: pdf.bytes, name: "a.pdf")
        #expect(all.format == .pdf && all.count == 1)
        return try #require(all.jds.first)
    }

    /// Lines from the top down.
    private func column(x: Int, from y: Int, _ lines: [String]) -> [Line] {
        lines.enumerated().map { Line(x: x, y: y - 14 * $0.offset, $0.element) }
    }

    @Test("columns are read one after the other, words divided at line ends are whole", .enabled(if: pdfToText != nil))
    func columns() throws {
        let left = [
            "We look for a data engineer", "who builds all of our pipe-", "lines with Airflow and real-", "time Kafka.",
        ]
        let right = [
            "Requirements", "• 3 years of machine learn-", "ing in production", "• Kubernetes", "• state-of-the-",
            "art SQL",
        ]
        let page =
            [
                Line(x: 50, y: 780, size: 20, "Senior Data Engineer"), Line(x: 50, y: 755, "Acme GmbH"),
                Line(x: 50, y: 740, "Berlin, Germany"),
            ]
            + column(x: 50, from: 700, left) + column(x: 330, from: 700, right)
        let jd = try jd(SimplePDF(pages: [page]))
        #expect(jd.title == "Senior Data Engineer")
        #expect(jd.company == "Acme GmbH" && jd.location == "Berlin, Germany")
        #expect(
            jd.text.contains(
                "We look for a data engineer who builds all of our pipelines with Airflow and real-time Kafka."))
        #expect(
            jd.text.contains(
                "Requirements\n- 3 years of machine learning in production\n- Kubernetes\n- state-of-the-art SQL"))
    }

    @Test("page numbers and what runs along the pages' edges are left out", .enabled(if: pdfToText != nil))
    func furniture() throws {
        let pages = (1...3).map { number in
            [
                Line(x: 50, y: 815, "Acme GmbH - Careers"),
                Line(x: 290, y: 25, number == 2 ? "2" : "Page \(number) of 3"),
            ]
                + column(
                    x: 50, from: number == 1 ? 700 : 760,
                    number == 1 ? ["ML Engineer", "You train models."] : ["Part \(number) of it is 7."])
        }
        let jd = try jd(SimplePDF(title: "Microsoft Word - jd_final.docx", pages: pages))
        #expect(jd.title == "ML Engineer")
        #expect(!jd.text.contains("Page") && !jd.text.contains("\n2\n"))
        #expect(jd.text.contains("Part 2 of it is 7.") && jd.text.contains("Part 3 of it is 7."))
        #expect(jd.text.split(separator: "Careers").count <= 2)
    }

    @Test("the title in the metadata wins where it is one", .enabled(if: pdfToText != nil))
    func metadata() throws {
        let page = column(x: 50, from: 700, ["We are hiring for our team in Bern.", "You run Kubernetes."])
        #expect(try jd(SimplePDF(title: "MLOps Engineer (f/m/d)", pages: [page])).title == "MLOps Engineer (f/m/d)")
    }

    @Test("a PDF without text is a reject that says how to get one", .enabled(if: pdfToText != nil))
    func scan() throws {
        let all = try readings(bytes: SimplePDF(pages: [[]]).bytes, name: "a.pdf")
        #expect(all.jds.isEmpty && all.rejects.first?.reason.contains("ocrmypdf") == true)
    }

    @Test("DOCX and ODT give title, lists and plain signs", .enabled(if: pandoc != nil), arguments: ["docx", "odt"])
    func office(_ format: String) throws {
        let markdown =
            "---\ntitle: ML Engineer\n---\n\nAcme & Co, *C#* and `a_b`\n\n## Requirements\n\n- SQL\n- scikit-learn\n"
        let program = try #require(Self.pandoc)
        let (document, status) = try Machine.run(
            program, ["--from=markdown", "--to=\(format)", "--output=-"], input: Data(markdown.utf8))
        #expect(status == 0)
        for name in ["a.\(format)", "-"] {
            let all = try readings(bytes: Array(document), name: name)
            #expect(all.titles == ["ML Engineer"])
            #expect(all.format.rawValue == format)
            #expect(all.jds.first?.text.contains("Acme & Co, C# and a_b") == true)
            #expect(all.jds.first?.text.contains("Requirements\n- SQL\n- scikit-learn") == true)
        }
    }

    @Test("every sheet of a workbook is a table, and rejects name theirs", .enabled(if: xlsxToCSV != nil))
    func workbook() throws {
        func row(_ number: Int, _ cells: [String]) -> String {
            let cells = zip("ABCD", cells).map { "<c r=\"\($0)\(number)\" t=\"inlineStr\"><is><t>\($1)</t></is></c>" }
            return "<row r=\"\(number)\">\(cells.joined())</row>"
        }
        func sheet(_ rows: [[String]]) -> String {
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + rows.enumerated().map { row($0.offset + 1, $0.element) }.joined() + "</sheetData></worksheet>"
        }
        let sheets = [
            sheet([["Job Title", "Description"], ["Data Engineer", "Airflow, \"dbt\"\nSQL"]]),
            sheet([["Description", "Job Title"], ["MLflow", "MLOps Engineer"]]),
            sheet([["Code", "Meaning"], ["A", "active"]]),
        ]
        let names = ["May", "June", "Legend"].enumerated().map {
            "<sheet name=\"\($0.element)\" sheetId=\"\($0.offset + 1)\" r:id=\"rId\($0.offset + 1)\"/>"
        }
        let relations = (1...3).map {
            "<Relationship Id=\"rId\($0)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        let types = (1...3).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        }
        let bytes = Packing.zip(
            [
                (
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\(types.joined())</Types>"
                ),
                (
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\(names.joined())</sheets></workbook>"
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relations.joined())</Relationships>"
                ),
            ]
                + sheets.enumerated().map { ("xl/worksheets/sheet\($0.offset + 1).xml", $0.element) })
        let all = try readings(bytes: bytes, name: "jobs.xlsx")
        #expect(all.format == .xlsx)
        #expect(all.titles == ["Data Engineer", "MLOps Engineer"])
        #expect(all.jds.map(\.text) == ["Airflow, \"dbt\"\nSQL", "MLflow"])
        #expect(all.rejects.count == 1 && all.rejects.first?.reason.hasPrefix("sheet 'Legend'") == true)
    }
}
