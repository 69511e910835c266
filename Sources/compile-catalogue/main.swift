import StrataCatalogue
import StrataClassify

#if canImport(Glibc)
import Glibc
#endif

// Run while Strata is built: compiles the seeds into a Swift source that the binary then carries.
//
//     compile-catalogue SOURCE.swift

/// Writes bytes as a string literal, six bits a letter: SwiftPM compiles no generated C, and a long literal of numbers
/// would take minutes. ``BuiltIn`` reads it.
func literal(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    // Eight letters hold six bytes, the lowest bits first.
    for start in stride(from: 0, to: bytes.count, by: 6) {
        var group: UInt64 = 0
        for offset in 0..<6 where start + offset < bytes.count {
            group |= UInt64(bytes[start + offset]) << UInt64(8 * offset)
        }
        for place in 0..<8 {
            let letter = UInt8(truncatingIfNeeded: group >> UInt64(6 * place)) & 63 + 0x30
            if letter == UInt8(ascii: "\\") { text.append(letter) }
            text.append(letter)
        }
    }
    return text
}

func fail(_ status: Int32, _ reason: String) -> Never {
    let line = "compile-catalogue: \(reason)\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    exit(status)
}

guard CommandLine.arguments.count == 2 else { fail(64, "usage: compile-catalogue SOURCE.swift") }
let path = CommandLine.arguments[1]
do {
    let image = CompiledCatalogue(try Seeds.catalogue()).bytes
    var source = Array("// Written by compile-catalogue while Strata is built.\n".utf8)
    source += Array("let compiledSeedsSize = \(image.count)\nlet compiledSeeds: StaticString = \"".utf8)
    source += literal(image)
    source += Array("\"\n".utf8)
    guard let file = fopen(path, "wb") else { fail(73, "cannot create \(path)") }
    let written = fwrite(source, 1, source.count, file)
    guard fclose(file) == 0, written == source.count else { fail(74, "cannot write \(path)") }
} catch {
    fail(65, "\(error)")
}
