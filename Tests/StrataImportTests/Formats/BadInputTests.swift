import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("Bad input")
struct BadInputTests {
    private func kind(_ bytes: [UInt8], name: String, options: RecordOptions = RecordOptions()) -> InputError.Kind? {
        do {
            _ = try readings(bytes: bytes, name: name, options: options)
            return nil
        } catch {
            return (error as? InputError)?.kind
        }
    }

    @Test("empty, blank and binary files say what they are")
    func noText() {
        #expect(kind([], name: "a.csv") == .empty)
        #expect(kind(Array(" \n\n ".utf8), name: "a.csv") == .empty)
        #expect(kind(Array("title,company\n".utf8), name: "a.csv") == .empty)
        #expect(kind([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 2, 3], name: "a.csv") == .notText)
        let noPrograms = RecordOptions(searchPath: "/nowhere")
        #expect(kind(Array("%PDF-1.4 x".utf8), name: "a.txt", options: noPrograms) == .missingProgram)
        #expect(kind([0x1F, 0x8B, 8, 0], name: "a.csv.gz") == .damaged)
    }

    @Test("a table without a usable column names its columns and the mend")
    func noUsableColumn() throws {
        let error = #expect(throws: InputError.self) { try readings("foo,bar\n1,2\n", name: "a.csv") }
        #expect(error?.kind == .noUsableColumn)
        #expect(error?.message.contains("foo, bar") == true)
        #expect(error?.message.contains("--map title=") == true)
    }

    @Test("a map overrides the guess; an unknown column is an error that lists them")
    func mapping() throws {
        let text = "title,foo\nA,Data Engineer\n"
        let mapped = try readings(text, name: "a.csv", options: RecordOptions(map: [.title: "Foo"]))
        #expect(mapped.titles == ["Data Engineer"])
        #expect(mapped.mapping[.title] == ["foo"])
        #expect(mapped.mapping.unused == ["title"])
        let error = #expect(throws: InputError.self) {
            try readings(text, name: "a.csv", options: RecordOptions(map: [.company: "firm"]))
        }
        #expect(error?.kind == .unknownColumn)
        #expect(error?.description.contains("there are: title, foo") == true)
    }

    @Test("missing and forbidden paths are told apart; folders are walked in order")
    func paths() throws {
        let folder = try TemporaryFolder()
        for name in ["c.csv", "a.jsonl", ".hidden.csv", "b/x.md", "b/y.bin"] {
            _ = try folder.write("title\nA\n", to: name)
        }
        let found = try InputList.find(at: [folder.path, "-"])
        let names = found.inputs.map { $0.path.hasPrefix(folder.path) ? $0.path.dropFirst(folder.path.count + 1) : "-" }
        #expect(names == ["a.jsonl", "b/x.md", "c.csv", "-"])
        #expect(found.skipped.count == 2)
        let missing = #expect(throws: InputError.self) { try InputList.files(at: [folder.path + "/none"]) }
        #expect(missing?.kind == .notFound)
        #expect(throws: InputError.self) { try RecordStream(.file(path: folder.path + "/none.csv")) }
        let stream = try RecordStream(.file(path: folder.path + "/c.csv"))
        #expect(stream.totalBytes == 8)
        #expect(try stream.next() != nil)
        #expect(stream.bytesRead == 8)
    }
}
