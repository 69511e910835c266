internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
internal import Glibc
#endif

/// FTS5's own tokenizer, with the arguments that the schema gives it: what is written here and what is searched for are cut
/// into the same words.
final class Tokenizer {
    private let functions: fts5_tokenizer
    private let instance: OpaquePointer

    /// As in `CREATE VIRTUAL TABLE jd_fts`.
    private static let name = "unicode61"
    private static let arguments = ["remove_diacritics", "2", "tokenchars", "+#"]

    /// - throws: `DatabaseError` when SQLite has no such tokenizer.
    init(_ db: Database) throws {
        let api = UnsafeMutablePointer(mutating: FTS5.api(db))
        var context: UnsafeMutableRawPointer?
        var functions = fts5_tokenizer()
        var code = api.pointee.xFindTokenizer?(api, Self.name, &context, &functions) ?? SQLITE_MISUSE
        var instance: OpaquePointer?
        if code == SQLITE_OK {
            var arguments = Self.arguments.map { UnsafePointer(strdup($0)) }
            defer { for argument in arguments { free(UnsafeMutablePointer(mutating: argument)) } }
            code = functions.xCreate?(context, &arguments, Int32(arguments.count), &instance) ?? SQLITE_MISUSE
        }
        guard code == SQLITE_OK, let instance else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "no tokenizer \(Self.name)")
        }
        self.functions = functions
        self.instance = instance
    }

    deinit { functions.xDelete?(instance) }

    /// Called for each word: the context, flags, its folded bytes, how many, and where it stands in the text.
    typealias Visit =
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
        ) -> Int32

    /// Calls `visit` with each word of the text.
    func forEachWord(in text: String, _ context: UnsafeMutableRawPointer, _ visit: Visit) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                _ = functions.xTokenize?(
                    instance, context, Int32(FTS5_TOKENIZE_DOCUMENT), bytes.baseAddress, Int32(bytes.count), visit)
            }
        }
    }
}
