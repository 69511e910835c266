/// Takes a title's words out of a text, so that it can be seen what the text says by itself.
public enum HiddenTitle {
    /// The text without any place where the title's words stand one after the other, in any case, with anything but words
    /// between them; a space stays in the place of each.
    public static func hiding(_ title: String?, in text: String) -> String {
        let wanted = title.map { words(of: $0).map(\.word) } ?? []
        guard let first = wanted.first else { return text }
        let found = words(of: text)
        var result = ""
        var copied = text.startIndex
        var index = 0
        while index + wanted.count <= found.count {
            guard found[index].word == first,
                wanted.indices.dropFirst().allSatisfy({ found[index + $0].word == wanted[$0] })
            else {
                index += 1
                continue
            }
            result += text[copied..<found[index].range.lowerBound] + " "
            index += wanted.count
            copied = found[index - 1].range.upperBound
        }
        return result + text[copied...]
    }

    private static func words(of text: String) -> [(word: String, range: Range<String.Index>)] {
        var words: [(word: String, range: Range<String.Index>)] = []
        let scalars = text.unicodeScalars
        var start: String.Index?
        for index in scalars.indices {
            if isWord(scalars[index]) {
                start = start ?? index
            } else if let from = start {
                words.append((text[from..<index].lowercased(), from..<index))
                start = nil
            }
        }
        if let from = start { words.append((text[from...].lowercased(), from..<text.endIndex)) }
        return words
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z" ~= scalar) || ("A"..."Z" ~= scalar) || ("0"..."9" ~= scalar) || scalar == "_"
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
