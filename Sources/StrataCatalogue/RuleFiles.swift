/// The rules that advice goes by, as files of tab-separated lines: those of `Seeds/advice/` that the binary carries, and in
/// their place those of a company's own.
public struct RuleFiles: Sendable {
    /// A file of the company's own.
    private struct Own: Sendable {
        var path: String
        var bytes: [UInt8]
    }

    private let own: [String: Own]

    /// Those that the binary carries.
    public static let builtIn = RuleFiles(own: [:])

    /// The names of the files that the binary carries, without `.tsv`, sorted.
    public static let names: [String] = Assets.paths.compactMap { path in
        path.hasPrefix(folder) ? String(path.dropFirst(folder.count).dropLast(".tsv".count)) : nil
    }

    /// Whether no file stands in the place of a built-in one.
    public var areBuiltIn: Bool { own.isEmpty }

    private static let folder = "Seeds/advice/"

    private init(own: [String: Own]) { self.own = own }

    /// A company's own files in the place of those of the same names.
    ///
    /// - parameter files: by name, without `.tsv`: the path for messages, and the bytes.
    public init(replacing files: [String: (path: String, bytes: [UInt8])]) {
        own = files.mapValues { file in
            // A spreadsheet saves with carriage returns, and some with a mark in front.
            let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.bytes.dropFirst(3)) : file.bytes
            return Own(path: file.path, bytes: bytes.filter { $0 != 0x0D })
        }
    }

    /// The bytes of a file as the binary carries it; none when it carries none of that name.
    public static func builtInBytes(_ name: String) -> [UInt8]? { Assets.bytes(of: "\(folder)\(name).tsv") }

    /// The records of a file, made of its lines.
    ///
    /// - throws: ``SeedTable/Malformed``, which names file and line; what `body` throws.
    public func read<Records>(_ name: String, _ body: (SeedTable) throws -> Records) throws -> Records {
        guard let own = own[name] else {
            let path = "\(Self.folder)\(name).tsv"
            return try body(SeedTable(path: path, contents: Assets.contents(of: path)))
        }
        return try own.bytes.withUnsafeBufferPointer { try body(SeedTable(path: own.path, contents: $0)) }
    }
}
