#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The few functions of libxml2 that reading HTML takes, found at run time.
///
/// Linking the library would cost every start of the program a millisecond; HTML is met by few of them. Only functions
/// on opaque pointers are used, so that no header is needed and its next version serves as well.
struct LibXML: @unchecked Sendable {
    typealias Document = OpaquePointer
    typealias Reader = OpaquePointer

    typealias ReadHTML =
        @convention(c) (
            UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32
        ) -> Document?
    typealias Free = @convention(c) (OpaquePointer) -> Void
    typealias Open = @convention(c) (Document) -> Reader?
    typealias Number = @convention(c) (Reader) -> Int32
    typealias Text = @convention(c) (Reader) -> UnsafePointer<UInt8>?
    typealias Attribute = @convention(c) (Reader, UnsafePointer<UInt8>?) -> UnsafeMutablePointer<UInt8>?

    let readHTML: ReadHTML
    let freeDocument: Free
    let walker: Open
    let freeReader: Free
    let read: Number
    let nodeType: Number
    let name: Text
    let value: Text
    let isEmpty: Number
    let attribute: Attribute

    /// The library, nil where it is not installed; looked for once.
    static let shared = LibXML()

    /// RECOVER, NOERROR, NOWARNING, NONET.
    static let options: Int32 = 1 | 32 | 64 | 2048

    private init?() {
        let names = ["libxml2.so.2", "libxml2.so.16", "libxml2.so", "libxml2.2.dylib"]
        guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else { return nil }
        func find<F>(_ name: String, _ type: F.Type) -> F? {
            dlsym(library, name).map { unsafeBitCast($0, to: type) }
        }
        guard let readHTML = find("htmlReadMemory", ReadHTML.self), let freeDocument = find("xmlFreeDoc", Free.self),
            let walker = find("xmlReaderWalker", Open.self), let freeReader = find("xmlFreeTextReader", Free.self),
            let read = find("xmlTextReaderRead", Number.self),
            let nodeType = find("xmlTextReaderNodeType", Number.self),
            let name = find("xmlTextReaderConstName", Text.self),
            let value = find("xmlTextReaderConstValue", Text.self),
            let isEmpty = find("xmlTextReaderIsEmptyElement", Number.self),
            let attribute = find("xmlTextReaderGetAttribute", Attribute.self)
        else { return nil }
        self.readHTML = readHTML
        self.freeDocument = freeDocument
        self.walker = walker
        self.freeReader = freeReader
        self.read = read
        self.nodeType = nodeType
        self.name = name
        self.value = value
        self.isEmpty = isEmpty
        self.attribute = attribute
    }
}
