import Foundation
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("Real files", .enabled(if: Machine.realJDs != nil, "skipped: ../shared/data is not there"))
struct RealFilesTests {
    @Test(
        "every record of every file is accounted for",
        arguments: [
            ("raw/glassdoor_jobs__PlayingNumbers.csv", 436, 0),
            ("raw/ai_ml_jobs_linkedin__hurshitagupta_BOM.csv", 340, 0),
            ("raw/prompt_engineer_role__mkassab_not_utf8.csv", 35, 0),
            ("raw/job_postings__nathanasiou_git_conflict.csv", 1875, 4),
            ("raw/linkedin_jobs__FaisalFehad_broken_line.jsonl", 342, 0),
            ("raw/brightdata_linkedin__lordzub.json", 100, 2),
            ("raw/hn_who_is_hiring_2026-02__gantryops.json", 441, 0), ("raw/builtin_html", 20, 0),
            ("raw/builtin_yaml", 11, 0), ("raw/remotewlb_md", 16, 0), ("dev.jsonl", 6326, 0),
            ("outside.jsonl", 1500, 0),
        ])
    func counts(_ path: String, _ jds: Int, _ rejects: Int) throws {
        let all = try read(path)
        #expect(all.map(\.jds.count).reduce(0, +) == jds)
        #expect(all.map(\.rejects.count).reduce(0, +) == rejects)
        for reading in all { #expect(reading.rows.sorted() == reading.rows) }
    }

    @Test(
        "values are clean: one line each, no markup, no placeholders, nothing glued on",
        arguments: [
            "raw/glassdoor_jobs__PlayingNumbers.csv", "raw/ai_ml_jobs_linkedin__hurshitagupta_BOM.csv",
            "raw/prompt_engineer_role__mkassab_not_utf8.csv", "raw/job_postings__nathanasiou_git_conflict.csv",
            "raw/linkedin_jobs__FaisalFehad_broken_line.jsonl", "raw/brightdata_linkedin__lordzub.json",
            "raw/hn_who_is_hiring_2026-02__gantryops.json", "raw/builtin_html", "raw/builtin_yaml", "raw/remotewlb_md",
            "dev.jsonl", "outside.jsonl",
        ])
    func cleanliness(_ path: String) throws {
        for jd in try read(path).flatMap(\.jds) {
            let values = [jd.title, jd.company, jd.location, jd.salaryRaw, jd.employmentType].compactMap { $0 }
            for value in values {
                #expect(!value.isEmpty && value == value.trimmingWhitespace())
                #expect(!value.contains("\n") && !value.contains("&amp;") && !value.contains("&#"), "\(value)")
                #expect(!Placeholder.isOne(value), "\(value)")
            }
            #expect(jd.company?.hasSuffix(" reviews") != true)
            #expect(jd.location?.contains("💰") != true)
            #expect(!jd.text.holds("â€") && !jd.text.holds("</p>") && !jd.text.holds("&#x"), "\(jd.title)")
            #expect(!jd.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
        }
    }

    private func read(_ path: String) throws -> [Readings] {
        let folder = try #require(Machine.realJDs)
        return try InputList.files(at: [folder.appendingPathComponent(path).path]).map { try readings($0) }
    }
}
