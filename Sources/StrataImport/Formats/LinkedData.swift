import StrataModel

/// The JSON-LD of a page's scripts, under whatever wrapping the page's makers thought that browsers need.
enum LinkedData {
    /// How many references are followed: each may lead to many more.
    private static let referenceLimit = 500

    /// Every posting in the scripts, with what it only points at filled in.
    static func postings(in scripts: [String]) -> [JSONValue] {
        let documents = scripts.compactMap(read)
        var named: [String: JSONValue] = [:]
        for document in documents { collect(document, into: &named, depth: 0) }
        var rest = referenceLimit
        return documents.flatMap(JobPosting.find).map { resolved($0, named, depth: 0, &rest) }
    }

    private static func read(_ script: String) -> JSONValue? {
        // Escaped once more, as if it stood in an attribute: no quote is left that is one.
        guard script.holds("\"") else {
            let decoded = Array(script.utf8).withUnsafeBufferPointer { Entities.decoded($0) }
            return JSONTree.read(bare(TextDecoding.string(decoded)))
        }
        return JSONTree.read(bare(script))
    }

    /// The script without comments of HTML, XML and JavaScript around or within the JSON, and what stands before it.
    private static func bare(_ script: String) -> String {
        let bytes = Array(script.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        var isInString = false
        func holds(_ text: StaticString) -> Bool {
            let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            return position + needle.count <= bytes.count
                && bytes[position..<position + needle.count].elementsEqual(needle)
        }
        while position < bytes.count {
            let byte = bytes[position]
            if isInString {
                if byte == 0x5C, position + 1 < bytes.count {
                    result.append(contentsOf: bytes[position...position + 1])
                    position += 2
                    continue
                }
                isInString = byte != 0x22
            } else if holds("<![CDATA[") {
                position += 9
                continue
            } else if holds("<!--") {
                position += 4
                continue
            } else if holds("-->") || holds("]]>") {
                position += 3
                continue
            } else if holds("//<![CDATA[") || holds("//]]>") || holds("//-->") {
                position += 2
                continue
            } else if holds("/*") {
                position = end(of: bytes, from: position + 2)
                continue
            } else if holds("//") {
                position = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
                continue
            } else {
                isInString = byte == 0x22
            }
            result.append(byte)
            position += 1
        }
        return TextDecoding.string(Array(result.drop { $0 != 0x7B && $0 != 0x5B }))
    }

    /// Where a comment ends; one that holds CDATA's sign holds no more than that.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        var position = start
        while position + 1 < bytes.count {
            if bytes[position] == 0x2A, bytes[position + 1] == 0x2F { return position + 2 }
            position += 1
        }
        return bytes.count
    }

    /// The objects that have an `@id` and more than that.
    private static func collect(_ value: JSONValue, into named: inout [String: JSONValue], depth: Int) {
        guard depth < 32, named.count < 1000 else { return }
        switch value {
        case .array(let values): for value in values { collect(value, into: &named, depth: depth + 1) }
        case .object(let members):
            if members.count > 1, case .string(let id)? = value["@id"], named[id] == nil { named[id] = value }
            for member in members { collect(member.value, into: &named, depth: depth + 1) }
        default: break
        }
    }

    /// A value with what is only named by its `@id` in its place.
    private static func resolved(
        _ value: JSONValue, _ named: [String: JSONValue], depth: Int, _ rest: inout Int
    ) -> JSONValue {
        guard depth < 6, !named.isEmpty else { return value }
        switch value {
        case .array(let values): return .array(values.map { resolved($0, named, depth: depth + 1, &rest) })
        case .object(let members):
            if members.count == 1, case .string(let id)? = value["@id"], let whole = named[id], rest > 0 {
                rest -= 1
                return resolved(whole, named, depth: depth + 1, &rest)
            }
            return .object(members.map { ($0.key, resolved($0.value, named, depth: depth + 1, &rest)) })
        default: return value
        }
    }
}
