#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One step of a walk over an HTML document, in document order.
enum HTMLEvent {
    case open(String)
    case close(String)
    case text(UnsafeBufferPointer<UInt8>)
}

/// Walks over HTML with libxml2, which mends what is broken in it.
struct HTMLWalk {
    /// Why HTML is not read.
    enum Failure: Error, Equatable {
        /// libxml2 is not installed.
        case missingLibrary
        /// It has more of something than a page may have.
        case tooLarge(String)
    }

    /// The most tags that are read: twenty times what a large page has. They are counted before anything is built of them.
    static let tagLimit = 200_000
    /// The most bytes of HTML that are read.
    static let sizeLimit = 16 << 20
    /// The most attributes of one tag: libxml2 compares each with all the others.
    static let attributeLimit = 256
    /// How deep elements may stand in one another.
    static let depthLimit = 2000

    /// The current element's attribute.
    let attribute: (String) -> String?

    /// Calls `body` with every event of the document, in order.
    ///
    /// - parameter html: UTF-8.
    /// - throws: `Failure`; at too many levels after the events above them.
    static func run(
        _ html: UnsafeBufferPointer<UInt8>, _ body: (HTMLEvent, HTMLWalk) -> Void
    ) throws(Failure) {
        guard let library = LibXML.shared else { throw .missingLibrary }
        guard let base = html.baseAddress else { return }
        let strays = try check(html, base)
        guard strays.isEmpty else {
            return try escaping(strays, in: html).withUnsafeBufferPointer { html throws(Failure) in try run(html, body)
            }
        }
        let document = base.withMemoryRebound(to: CChar.self, capacity: html.count) {
            library.readHTML($0, Int32(html.count), nil, "UTF-8", LibXML.options)
        }
        guard let document else { return }
        defer { library.freeDocument(document) }
        guard let reader = library.walker(document) else { return }
        defer { library.freeReader(reader) }
        let walk = HTMLWalk { name in
            guard let value = library.attribute(reader, name) else { return nil }
            defer { free(value) }
            return String(cString: value)
        }
        var depth = 0
        while library.read(reader) == 1 {
            switch library.nodeType(reader) {
            case 1:
                guard let name = library.name(reader).map({ String(cString: $0) }) else { break }
                body(.open(name), walk)
                // An element with nothing in it has no end of its own.
                if library.isEmpty(reader) == 1 { body(.close(name), walk) } else { depth += 1 }
                guard depth <= depthLimit else { throw .tooLarge("elements \(depthLimit) deep in one another") }
            case 15:
                depth -= 1
                if let name = library.name(reader) { body(.close(String(cString: name)), walk) }
            case 3, 4, 13, 14:
                guard let value = library.value(reader) else { break }
                body(.text(UnsafeBufferPointer(start: value, count: strlen(value))), walk)
            default: break
            }
        }
    }

    /// - returns: where a sign stands that opens no tag: prose follows, not more attributes than any tag has.
    private static func check(_ html: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>) throws(Failure) -> [Int]
    {
        guard html.count <= sizeLimit else { throw .tooLarge("\(sizeLimit >> 20) MB") }
        var strays: [Int] = []
        var tags = 0
        var position = 0
        while true {
            position = ByteScan.first(0x3C, in: base, from: position, to: html.count) + 1
            guard position <= html.count else { return strays }
            tags += 1
            guard tags <= tagLimit else { throw .tooLarge("\(tagLimit) tags") }
            if let end = tagEnd(html, behind: position) { position = end } else { strays.append(position - 1) }
        }
    }

    /// The HTML with such signs as references.
    private static func escaping(_ strays: [Int], in html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(html.count + strays.count * 3)
        var start = 0
        for stray in strays {
            escaped += html[start..<stray]
            escaped += "&lt;".utf8
            start = stray + 1
        }
        return escaped + html[start...]
    }

    /// Where a tag ends whose name begins here, the place itself where none does; nil for one with too many attributes.
    private static func tagEnd(_ html: UnsafeBufferPointer<UInt8>, behind start: Int) -> Int? {
        guard start < html.count, (0x41...0x5A).contains(html[start] & 0xDF) else { return start }
        var position = start
        var attributes = 0
        var isInSpace = false
        while position < html.count {
            let byte = html[position]
            if byte == 0x3E { return position }
            // A quote opens a value only behind the sign; elsewhere it is one more odd name.
            if byte == 0x22 || byte == 0x27, html[position - 1] == 0x3D {
                position += 1
                while position < html.count, html[position] != byte { position += 1 }
            } else if byte <= 0x20 || byte == 0x2F {
                isInSpace = true
            } else {
                if isInSpace { attributes += 1 }
                isInSpace = false
            }
            guard attributes <= attributeLimit else { return nil }
            position += 1
        }
        return position
    }
}

extension HTMLWalk.Failure {
    /// What is wrong and how to mend it.
    var message: String {
        switch self {
        case .missingLibrary: "reading HTML needs libxml2: sudo apt-get install libxml2"
        case .tooLarge(let what): "its HTML has more than \(what), the most that is read: save the text alone"
        }
    }

    /// As what is wrong with an input.
    func inputError(path: String) -> InputError {
        InputError(self == .missingLibrary ? .missingProgram : .tooLarge, path: path, message)
    }
}

private func strlen(_ text: UnsafePointer<UInt8>) -> Int {
    text.withMemoryRebound(to: CChar.self, capacity: 1) { Int(platformLength($0)) }
}

private func platformLength(_ text: UnsafePointer<CChar>) -> Int {
    #if canImport(Glibc)
    return Glibc.strlen(text)
    #elseif canImport(Musl)
    return Musl.strlen(text)
    #else
    return Darwin.strlen(text)
    #endif
}
