/// How many columns of a terminal a character takes.
enum DisplayWidth {
    /// The width of what is drawn as one character, which may be many scalars.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.count == 1 { return of(first) }
        // An emoji with its modifiers, joined to others, or made one by the variation selector, is drawn as one.
        if first.properties.isEmojiPresentation { return 2 }
        if first.properties.isEmoji, scalars.contains("\u{FE0F}") { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    /// 0 for what combines with the character before it, 2 for wide ones, 1 for all others.
    ///
    /// East Asian ambiguous characters count as narrow, as they are in any terminal not set up for East Asia.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        if isWide(scalar.value) || scalar.properties.isEmojiPresentation { return 2 }
        return isCombining(scalar) ? 0 : 1
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Vowels and final consonants of Hangul join the consonant before them.
        case 0x1160...0x11FF, 0xD7B0...0xD7FB: true
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: true
            default: false
            }
        }
    }

    /// East_Asian_Width Wide or Fullwidth in Unicode 17, but for emoji; gaps of unassigned scalars are closed.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x1100: false
        case 0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F: true
        case 0x2E80...0x3029, 0x3030...0x303E, 0x3041...0x3096, 0x309B...0x3247, 0x3250...0xA4CF: true
        case 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
        case 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
        case 0x16FE0...0x16FE3, 0x16FF0...0x18DFF, 0x1AFF0...0x1B2FF: true
        case 0x1D300...0x1D356, 0x1D360...0x1D376, 0x1F200...0x1F265, 0x1F300...0x1F320: true
        case 0x1F900...0x1F90B, 0x1F93B, 0x1F946: false
        case 0x20000...0x3FFFD: true
        default: false
        }
    }
}
