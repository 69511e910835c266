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
    /// Thrown where libxml2 is not installed.
    struct MissingLibrary: Error {}

    /// The current element's attribute.
    let attribute: (String) -> String?

    /// Calls `body` with every event of the document, in order.
    ///
    /// - parameter html: UTF-8.
    /// - throws: `MissingLibrary`.
    static func run(
        _ html: UnsafeBufferPointer<UInt8>, _ body: (HTMLEvent, HTMLWalk) -> Void
    ) throws(MissingLibrary) {
        guard let library = LibXML.shared else { throw MissingLibrary() }
        guard let base = html.baseAddress, html.count <= Int(Int32.max) else { return }
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
        while library.read(reader) == 1 {
            switch library.nodeType(reader) {
            case 1: if let name = library.name(reader) { body(.open(String(cString: name)), walk) }
            case 15: if let name = library.name(reader) { body(.close(String(cString: name)), walk) }
            case 3, 4, 13, 14:
                guard let value = library.value(reader) else { break }
                body(.text(UnsafeBufferPointer(start: value, count: strlen(value))), walk)
            default: break
            }
        }
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
