/// Tells the language of a text by its function words: articles, prepositions, pronouns, auxiliaries.
///
/// Product names and English terms, which JDs in every language are full of, are no function words and so weigh nothing.
enum TextLanguage {
    /// Bytes that are looked at, in three stretches: a JD may begin and end in the employer's English.
    private static let stretch = 700

    /// ISO 639-1 code of the text's language, of the ten that are told here; nil when unsure: another one, two mixed,
    /// too few words.
    ///
    /// - parameters:
    ///   - least: fewer words say too little.
    ///   - leastScore: so many function words are needed, those of several languages counted in part.
    static func read(_ text: String, least: Int = 10, leastScore: Double = 3) -> String? {
        let tally = Tally(text)
        guard tally.words >= least else { return nil }
        var order = Array(tally.scores.indices)
        order.sort { tally.scores[$0] > tally.scores[$1] }
        let (best, second) = (tally.scores[order[0]], tally.scores[order[1]])
        // Function words make up a third of running text, less where skills are listed.
        guard best >= leastScore, best * 14 >= Double(tally.words), best >= second * 1.6 else { return nil }
        return neighbours.contains(languages[order[0]].code) ? nil : languages[order[0]].code
    }

    /// How much speaks for each language.
    private struct Tally {
        var words = 0
        var scores = [Double](repeating: 0, count: TextLanguage.languages.count)

        init(_ text: String) {
            var text = text
            text.withUTF8 { bytes in
                let stretch = TextLanguage.stretch
                if bytes.count <= stretch * 3 {
                    count(bytes[...])
                } else {
                    let middle = bytes.count / 2 - stretch / 2
                    for start in [0, middle, bytes.count - stretch] { count(bytes[start..<(start + stretch)]) }
                }
            }
        }

        private mutating func count(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            let bytes = UnsafeBufferPointer(rebasing: bytes)
            TextLanguage.letters.withUnsafeBufferPointer { letters in
                var key: UInt64 = 0
                var length = 0
                for byte in bytes {
                    let letter = letters[Int(byte)]
                    if letter != 0 {
                        // Longer words are none of those looked for, whatever their first bytes.
                        key = key &<< 8 | UInt64(letter)
                        length &+= 1
                    } else if length > 0 {
                        finish(key, length)
                        (key, length) = (0, 0)
                    }
                }
                if length > 0 { finish(key, length) }
            }
        }

        private mutating func finish(_ key: UInt64, _ length: Int) {
            words += 1
            guard length <= 8 else { return }
            let mask = TextLanguage.table[key]
            guard mask != 0 else { return }
            // A word that several languages have says less of each, a letter may number a list.
            let weight = (length == 1 ? 0.25 : 1) / Double(mask.nonzeroBitCount)
            var rest = mask
            while rest != 0 {
                scores[rest.trailingZeroBitCount] += weight
                rest &= rest - 1
            }
        }
    }

    /// By byte what it is in a word, 0 where it is in none. Case is folded in ASCII only: function words seldom begin with
    /// another letter.
    private static let letters: [UInt8] = (0...UInt8.max).map { byte in
        let isLetter = byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        return !isLetter ? 0 : byte < 0x80 ? byte | 0x20 : byte
    }

    /// Words of at most eight bytes and the languages that have them: open addressing, a power of two of places.
    private struct WordTable: Sendable {
        private var keys: [UInt64]
        private var masks: [UInt16]
        private let shift: UInt64

        init() {
            let bits: UInt64 = 12
            keys = Array(repeating: 0, count: 1 << bits)
            masks = Array(repeating: 0, count: 1 << bits)
            shift = 64 - bits
            for (index, language) in TextLanguage.languages.enumerated() {
                for word in language.words.split(separator: " ") {
                    let key = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
                    let place = place(of: key)
                    keys[place] = key
                    masks[place] |= 1 << UInt16(index)
                }
            }
        }

        subscript(key: UInt64) -> UInt16 { masks[place(of: key)] }

        private func place(of key: UInt64) -> Int {
            var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
            return place
        }
    }

    private static let table = WordTable()

    private static let languages: [(code: String, words: String)] = [
        (
            "en",
            """
            the of and to in for with a our we you your will are is on as be or an that this from by at have their who \
            they it all can which has more about across other these into such not must may within
            """
        ),
        (
            "de",
            """
            der die das und in mit für von zu den wir du sie ihr dein deine deinen ihre ihren unser unsere unseren im \
            auf bei als ein eine einen einer einem des dem oder sowie sind ist hast haben werden wird nach aus durch \
            nicht auch zur zum über uns dich dir an bist kannst um sich bringst wie bereich
            """
        ),
        (
            "fr",
            """
            le la les de des du et en un une pour dans sur avec vous nous votre vos notre nos est sont au aux par que \
            qui ou ce cette ces plus être avez nos afin ainsi ses son leur leurs tu ton tes sein chez il elle sera à \
            même entre
            """
        ),
        (
            "nl",
            """
            de het een en van in voor met op te je jij jouw wij we ons onze bij is zijn als aan naar om dat die ook of \
            door wordt worden hebt heb heeft kan kun jou niet uit dit er binnen zoals deze tot maar over meer zoek \
            zoeken u uw
            """
        ),
        (
            "es",
            """
            el la los las de del y en un una para con por que se su sus nuestro nuestra es son al como o más tu tus \
            te nos ser lo este esta estos entre muy sobre eres nuestros nuestras ofrecemos buscamos también desde \
            nosotros puede esté uno según donde además nuestras años para
            """
        ),
        (
            "it",
            """
            il lo la i gli le di del della dei delle dello e in un una per con che da dal dalla nel nella al alla ai \
            alle si è sono sei come su nostro nostra nostri tuo tua o più anche non essere ti ci questo questa \
            attività lavoro tra presso
            """
        ),
        (
            "pt",
            """
            o a os as de do da dos das e em um uma para com por que se seu sua nosso nossa no na nos nas ao à ou como \
            mais você é são ser não também até sobre entre seus nossos experiência trabalho equipe equipa pelo pela \
            somos
            """
        ),
        (
            "pl",
            """
            i w z na do o od po za się jest są nie dla oraz lub ze jak to przez pod nad przy twoje nasz nasze nasza \
            naszym ci cię nas które który która także tym będzie czy ich praca pracy a we
            """
        ),
        (
            "sv",
            """
            och att det i en som på är av för med den till du vi har om de ett vår vårt våra dig din ditt kan inom \
            eller från samt inte oss där också ska kommer hos även vara när
            """
        ),
        (
            "da",
            """
            og at det i en som på er af for med den til du vi har om de et vores dig din dit kan inden eller fra samt \
            ikke os hvor også skal vil hos være når dine jer ved bliver
            """
        ),
        (
            "no",
            """
            og å det i en som på er av for med den til du vi har om de et vår vårt våre deg din ditt kan innen eller \
            fra samt ikke oss hvor også skal vil hos være når dine ved blir
            """
        ),
        ("ro", "și si să sa în din care sau este pentru prin ale cu pe la de un o mai cea ca vei sunt nu fi ți ne"),
        ("ca", "els amb per és més teu ens nostre també aquest aquesta seva seu treball fins pots nosaltres equip"),
        ("cs", "a v se na je do pro s z od jak nebo jsme si k ve které jako bude máte práce by tak že to nás vás"),
    ]
    /// Languages that are known only so that they are not taken for those beside them.
    private static let neighbours: Set<String> = ["no", "ro", "ca", "cs"]

    /// Codes of the languages that are told.
    static let codes: Set<String> = Set(languages.map(\.code)).subtracting(neighbours)
}
