/// The part of an English word that its forms share: `deploys`, `deployed`, `deploying` and `deployment` have one.
///
/// A light stemmer after Porter (1980), with what project plans need besides: British and American spelling are one, and
/// nouns in -ment and -tion go with their verbs. It errs alike on rules and on texts, so that its errors seldom matter.
enum Stem {
    /// - parameter word: lower case, without apostrophes.
    static func of(_ word: String) -> String {
        var letters = Array(word.utf8)
        guard letters.count > 3, letters.allSatisfy({ $0 < 0x80 }) else { return word }
        dropPlural(&letters)
        let isVerbForm = dropVerbEnding(&letters) || dropNounEnding(&letters)
        if isVerbForm { undouble(&letters) }
        if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        unify(&letters)
        return String(decoding: letters, as: UTF8.self)
    }

    private static func dropPlural(_ letters: inout [UInt8]) {
        if ends(letters, "ies"), letters.count > 4 {
            letters.removeLast(3)
            letters.append(UInt8(ascii: "y"))
        } else if ends(letters, "sses") || ends(letters, "xes") || ends(letters, "ches") || ends(letters, "shes") {
            letters.removeLast(2)
        } else if ends(letters, "s"), !ends(letters, "ss"), !ends(letters, "us"), !ends(letters, "is") {
            letters.removeLast()
        }
    }

    private static func dropVerbEnding(_ letters: inout [UInt8]) -> Bool {
        for ending in ["ing", "ed"] where ends(letters, ending) && !ends(letters, "eed") {
            let rest = letters.dropLast(ending.utf8.count)
            guard rest.count >= 3 || ["go", "do"].contains(where: { rest.elementsEqual($0.utf8) }),
                rest.contains(where: isVowel)
            else { return false }
            letters = Array(rest)
            return true
        }
        return false
    }

    private static func dropNounEnding(_ letters: inout [UInt8]) -> Bool {
        if ends(letters, "ment"), letters.count >= 8 {
            letters.removeLast(4)
        } else if ends(letters, "tion") || ends(letters, "sion"), letters.count >= 7 {
            letters.removeLast(3)
        } else if ends(letters, "ly"), letters.count >= 6 {
            letters.removeLast(2)
        } else {
            return false
        }
        return true
    }

    /// `shipp` is `ship`, `modell` is `model`; `call` and `miss` stay.
    private static func undouble(_ letters: inout [UInt8]) {
        guard letters.count >= 4, let last = letters.last, letters[letters.count - 2] == last, !isVowel(last) else {
            return
        }
        if letters.count == 4, [UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z")].contains(last) { return }
        letters.removeLast()
    }

    /// British spelling becomes American, and what -ation leaves becomes what -e leaves.
    private static func unify(_ letters: inout [UInt8]) {
        if letters.count >= 7, ends(letters, "izat") || ends(letters, "isat") { letters.removeLast(2) }
        if letters.count >= 6, ends(letters, "is") { letters[letters.count - 1] = UInt8(ascii: "z") }
        if letters.count >= 6, ends(letters, "our") { letters.remove(at: letters.count - 2) }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        [
            UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"),
        ]
        .contains(letter)
    }

    private static func ends(_ letters: [UInt8], _ ending: String) -> Bool {
        letters.count > ending.utf8.count && letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
}
