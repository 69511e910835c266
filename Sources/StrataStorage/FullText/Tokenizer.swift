internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
internal import Glibc
#endif

/// FTS5's own tokenizer, with the arguments that the schema gives it: what is written here and what is searched for are cut
/// into the same words.
///
/// Where a stretch between separators is ASCII, as nearly all are, its words are cut here, in a third of the time.
final class Tokenizer {
    private let functions: fts5_tokenizer
    private let instance: OpaquePointer
    /// By byte: what it is folded to, ``separator``, or ``beyondASCII``.
    private let folded: UnsafeMutablePointer<UInt8>
    /// The word at hand.
    private let word: UnsafeMutablePointer<UInt8>

    private static let separator: UInt8 = 0
    private static let beyondASCII: UInt8 = 1
    /// FTS5 cuts longer words, in bytes.
    private static let longest = 32768

    /// What tokenizers are made of, on any thread; an instance belongs to one.
    struct Kind: @unchecked Sendable {
        // Unchecked: functions of the library, and a context that `unicode61` has none of.
        fileprivate let functions: fts5_tokenizer

        /// As in `CREATE VIRTUAL TABLE jd_fts`.
        fileprivate static let name = "unicode61"
        fileprivate static let arguments = ["remove_diacritics", "2", "tokenchars", tokenCharacters]
        /// Belong to words, beside letters and digits.
        fileprivate static let tokenCharacters = "+#"

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

    /// Its part of `CREATE VIRTUAL TABLE`.
    static var option: String {
        let arguments = Kind.arguments.map { $0.contains("+") ? "'\($0)'" : $0 }
        return "tokenize = \"\(([Kind.name] + arguments).joined(separator: " "))\""
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
        folded = .allocate(capacity: 256)
        word = .allocate(capacity: Self.longest)
        word.initialize(repeating: 0, count: Self.longest)
        for byte in UInt8.min...UInt8.max { (folded + Int(byte)).initialize(to: Self.folded(byte)) }
    }

    deinit {
        functions.xDelete?(instance)
        folded.deallocate()
        word.deallocate()
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case 0x80...: beyondASCII
        default: Kind.tokenCharacters.utf8.contains(byte) ? byte : separator
        }
    }

    /// Hands each word of the text, folded, to the stream.
    func forEachWord(in text: UnsafeBufferPointer<UInt8>, _ stream: UnsafeMutablePointer<WordStream>) {
        guard let bytes = text.baseAddress else { return }
        var position = 0
        while position < text.count {
            let start = position
            var length = 0
            var byte = folded[Int(bytes[position])]
            while byte > Self.beyondASCII {
                if length < Self.longest { word[length] = byte }
                length &+= 1
                position &+= 1
                byte = position < text.count ? folded[Int(bytes[position])] : Self.separator
            }
            if byte == Self.beyondASCII {
                // What an ASCII separator ends, FTS5 reads as it would within the whole.
                repeat { position &+= 1 } while position < text.count && folded[Int(bytes[position])] != Self.separator
                readAsFTS5(UnsafeBufferPointer(rebasing: text[start..<position]), stream)
            } else {
                if length > 0 {
                    stream.pointee.take(UnsafeRawBufferPointer(start: word, count: min(length, Self.longest)))
                }
                position &+= 1
            }
        }
    }

    private func readAsFTS5(_ text: UnsafeBufferPointer<UInt8>, _ stream: UnsafeMutablePointer<WordStream>) {
        text.withMemoryRebound(to: CChar.self) { text in
            _ = functions.xTokenize?(
                instance, stream, Int32(FTS5_TOKENIZE_DOCUMENT), text.baseAddress, Int32(text.count)
            ) { stream, _, bytes, length, _, _ in
                guard let stream, let bytes else { return 0 }
                let word = UnsafeRawBufferPointer(start: bytes, count: min(Int(length), Tokenizer.longest))
                stream.assumingMemoryBound(to: WordStream.self).pointee.take(word)
                return 0
            }
        }
    }
}
