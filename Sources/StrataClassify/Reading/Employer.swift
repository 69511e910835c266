import StrataModel

/// The employer's name: a tool of that name is the employer's product, not a wish.
struct Employer {
    private var names: [[UInt8]] = []

    init(_ company: String?) {
        guard let company else { return }
        let name = TermKey.fold(company)
        let words = name.split { !Scalars.isWord($0.unicodeScalars.first ?? " ") }
        names = ([name] + words.map(String.init)).filter { $0.utf8.count >= 3 }.map { Array($0.utf8) }
    }

    /// Whether the text at `span` is the name, or a word of it.
    func isNamed(at span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        names.contains { name in
            name.count == span.count && zip(name, bytes[span]).allSatisfy { $0 == ASCII.lower($1) }
        }
    }
}
