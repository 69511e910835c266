internal import Foundation
public import StrataModel

/// What a person wrote for Strata to advise on: keys and values, a table, or plain words.
public enum WrittenFile: Sendable, Hashable {
    /// YAML or JSON, or a table as a list of its rows.
    case values(InputNode)
    case words(String)

    /// More bytes than a person writes.
    private static let sizeLimit = 16 << 20

    /// Reads a file as its name says, else as its content looks.
    ///
    /// - parameters:
    ///   - path: `-` for standard input.
    ///   - keys: the keys that files of this sort have at their top: by one of them, at the beginning of a line, what has no
    ///     telling name is known for YAML.
    ///   - searchPath: the folders, as in `PATH`, where programs for PDF and Office documents are looked for.
    /// - throws: ``InputError``, which names file, line and mend.
    public static func read(_ path: String, keys: [String], searchPath: String? = nil) throws -> WrittenFile {
        let bytes = try bytes(path)
        let text = text(of: bytes)
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw InputError(.empty, path: path, "it is empty: write what you know, one matter a line")
        }
        switch InputFormat(path: path) {
        case .yaml, .json: return .values(try WrittenYAML.node(of: text, path: path))
        case .csv: return .values(try WrittenTable.node(of: bytes, path: path))
        case .markdown, .text: return .words(text)
        case .jsonl, .html, .pdf, .docx, .odt, .xlsx, nil:
            let isDocument = bytes.starts(with: Array("%PDF".utf8)) || bytes.starts(with: [0x50, 0x4B, 3, 4])
            if isDocument || InputFormat(path: path) == .html {
                return .words(try DocumentText(.memory(name: path, bytes: bytes), searchPath: searchPath).text)
            }
            return looksLikeValues(text, keys) ? .values(try WrittenYAML.node(of: text, path: path)) : .words(text)
        }
    }

    private static func bytes(_ path: String) throws(InputError) -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw InputError(.notFound, path: path, "no such file; check the path")
        }
        guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
            let reason =
                isFolder.boolValue ? "it is a folder: name a file in it" : "it may not be read; check its permissions"
            throw InputError(.notReadable, path: path, reason)
        }
        guard data.count <= sizeLimit else {
            throw InputError(
                .tooLarge, path: path, "it has \(data.count >> 20) MB; such a file may have \(sizeLimit >> 20)")
        }
        let bytes = Array(data)
        guard !bytes.prefix(4096).contains(0) || isText16(bytes) || bytes.starts(with: [0x50, 0x4B]) else {
            throw InputError(.notText, path: path, "it is no text: save it as text in UTF-8")
        }
        return bytes
    }

    private static func isText16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    private static func text(of bytes: [UInt8]) -> String {
        if isText16(bytes) {
            let (high, low) = bytes[0] == 0xFF ? (1, 0) : (0, 1)
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place -> UInt16 in
                UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + low])
            }
            return String(decoding: units, as: UTF16.self)
        }
        return TextDecoding.string(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    }

    private static func looksLikeValues(_ text: String, _ keys: [String]) -> Bool {
        let first = text.first { !$0.isWhitespace }
        if first == "{" || first == "[" { return true }
        return text.split(separator: "\n").contains { line in keys.contains { line.lowercased().hasPrefix("\($0):") } }
    }
}
