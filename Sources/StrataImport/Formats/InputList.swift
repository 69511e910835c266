/// The inputs that paths name.
public enum InputList {
    /// What a list of paths comes to.
    public struct Found: Sendable, Equatable {
        public var inputs: [Input]
        /// Files in folders that were passed over: hidden, of an extension that is not read, no files at all.
        public var skipped: [String]
    }

    /// The files that paths name: folders are walked in sorted order, patterns are followed, `-` is standard input.
    ///
    /// - throws: `InputError` for a path that does not exist, or a folder that may not be read.
    public static func files(at paths: [String]) throws -> [Input] { try find(at: paths).inputs }

    /// As `files(at:)`, with the files that were passed over.
    public static func find(at paths: [String]) throws -> Found {
        var walk = FolderWalk()
        for path in paths {
            if path == "-" {
                walk.found.inputs.append(.standardInput)
                continue
            }
            // A file that is named counts, whatever its extension.
            for path in try PathPattern.expanded(path) { try walk.add(path) }
        }
        return walk.found
    }
}
