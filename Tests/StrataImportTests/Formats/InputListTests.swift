import Foundation
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("Paths, patterns and folders")
struct InputListTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func names(_ found: InputList.Found) -> [String] {
        found.inputs.map { String($0.path.dropFirst(folder.path.count + 1)) }
    }

    @Test("a quoted pattern gives its files in the order of their bytes, folders with all in them")
    func patterns() throws {
        for name in ["b.csv", "B.csv", "a.csv", "sub.d/c.jsonl.gz", "x.txt"] { _ = try folder.write("t\n", to: name) }
        #expect(try names(InputList.find(at: [folder.file("*.csv")])) == ["B.csv", "a.csv", "b.csv"])
        #expect(
            try names(InputList.find(at: [folder.file("[ab].csv"), folder.file("*.d")])) == [
                "a.csv", "b.csv", "sub.d/c.jsonl.gz",
            ])
        let error = #expect(throws: InputError.self) { try InputList.find(at: [folder.file("*.xml")]) }
        #expect(error?.kind == .notFound && error?.path == folder.file("*.xml"))
    }

    @Test("a file that has a pattern for a name is that file")
    func literalName() throws {
        for name in ["a[1].csv", "a1.csv", "what?.csv"] { _ = try folder.write("t\n", to: name) }
        #expect(
            try names(InputList.find(at: [folder.file("a[1].csv"), folder.file("what?.csv")])) == [
                "a[1].csv", "what?.csv",
            ])
    }

    @Test("links in a circle end, no folder is read twice, links to nowhere are passed over")
    func links() throws {
        let manager = FileManager.default
        _ = try folder.write("t\n", to: "a/one.csv")
        try manager.createSymbolicLink(atPath: folder.file("a/up"), withDestinationPath: "..")
        try manager.createSymbolicLink(atPath: folder.file("b"), withDestinationPath: "a")
        try manager.createSymbolicLink(atPath: folder.file("none.csv"), withDestinationPath: "nowhere")
        try manager.createSymbolicLink(atPath: folder.file("self"), withDestinationPath: "self")
        try manager.createSymbolicLink(atPath: folder.file("z.csv"), withDestinationPath: "a/one.csv")
        let found = try InputList.find(at: [folder.path])
        #expect(names(found) == ["a/one.csv", "z.csv"])
        #expect(Set(found.skipped.map { $0.split(separator: "/").last ?? "" }) == ["up", "b", "none.csv", "self"])
    }

    @Test("in a folder a pipe is passed over, named it is read")
    func pipes() throws {
        #expect(mkfifo(folder.file("p.csv"), 0o600) == 0)
        #expect(try InputList.find(at: [folder.path]).skipped == [folder.file("p.csv")])
        #expect(try InputList.find(at: [folder.file("p.csv")]).inputs.count == 1)
    }

    @Test("formats are told by the name below that of gzip")
    func formats() {
        #expect(InputFormat(path: "a/jobs.CSV.GZ") == .csv)
        #expect(InputFormat(path: "a/jobs.jsonl.gz") == .jsonl)
        #expect(InputFormat(path: "a/cv.Docx") == .docx)
        for name in ["a.gz", "a.tar.gz", ".csv", ".gz", "a.csv.xz"] { #expect(InputFormat(path: name) == nil) }
    }
}
