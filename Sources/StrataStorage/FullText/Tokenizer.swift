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

    /// What tokenizers are made of, on any thread; an instance belongs to one.
    struct Kind: @unchecked Sendable {
        // Unchecked: functions of the library, and a context that `unicode61` has none of.
        fileprivate let functions: fts5_tokenizer

        /// As in `CREATE VIRTUAL TABLE jd_fts`.
        private static let name = "unicode61"
        fileprivate static let arguments = ["remove_diacritics", "2", "tokenchars", "+#"]

        /// - throws: `DatabaseError` when SQLite has no such tokenizer.
        init(_ db: Database) throws {
            let api = UnsafeMutablePointer(mutating: FTS5.api(db))
            var context: UnsafeMutableRawPointer?
            var functions = fts5_tokenizer()
            let code = api.pointee.xFindTokenizer?(api, Self.name, &context, &functions) ?? SQLITE_MISUSE
            guard code == SQLITE_OK else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "no tokenizer \(Self.name)")
            }
            self.functions = functions
        }
    }

    /// - returns: nil where there is no memory for it.
    init?(_ kind: Kind) {
        functions = kind.functions
        var instance: OpaquePointer?
        var arguments = Kind.arguments.map { UnsafePointer(strdup($0)) }
        defer { for argument in arguments { free(UnsafeMutablePointer(mutating: argument)) } }
        let code = kind.functions.xCreate?(nil, &arguments, Int32(arguments.count), &instance) ?? SQLITE_MISUSE
        guard code == SQLITE_OK, let instance else { return nil }
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
