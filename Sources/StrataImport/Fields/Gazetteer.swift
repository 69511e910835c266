internal import StrataCatalogue
internal import StrataModel

/// Countries, regions and cities by name.
struct Gazetteer: Sendable {
    struct Region: Sendable, Hashable {
        var country: String
        /// Its code where the country's people write that, else its name.
        var name: String
    }

    struct City: Sendable, Hashable {
        var country: String
        var region: String?
        var name: String
    }

    private var countries: [String: String] = [:]
    private var codes: Set<String> = []
    private var regions: [String: Region] = [:]
    /// Regions that share a code or a name, best known first: WA is Washington before Western Australia.
    private var regionCodes: [String: [Region]] = [:]
    private var cities: [String: City] = [:]

    /// What the binary carries; nothing where its seeds can't be read, which the tests rule out.
    static let shared = Gazetteer((try? Seeds.places()) ?? [])

    init(_ places: [NamedPlace]) {
        for place in places {
            let keys = place.names.map(Self.key).filter { !$0.isEmpty }
            switch place.kind {
            case .country:
                codes.insert(place.country)
                for key in keys where countries[key] == nil { countries[key] = place.country }
            case .region:
                let writesCode = ["US", "CA", "AU"].contains(place.country) && !place.code.isEmpty
                let region = Region(country: place.country, name: writesCode ? place.code : place.names[0])
                for key in keys where regions[key] == nil { regions[key] = region }
                if !place.code.isEmpty { regionCodes[place.code, default: []].append(region) }
            case .city:
                let region = place.code.isEmpty ? nil : regionCodes[place.code]?.first { $0.country == place.country }
                let city = City(country: place.country, region: region?.name, name: place.names[0])
                for key in keys where cities[key] == nil { cities[key] = city }
            }
        }
    }

    /// Lower-case words without accents, as names are looked up by.
    static func key(_ name: String) -> String { ColumnNames.normalisedWords(name.lowercased()).joined(separator: " ") }

    /// The country of a folded name.
    func country(named key: String) -> String? { countries[key] }

    func region(named key: String) -> Region? { regions[key] }

    func city(named key: String) -> City? { cities[key] }

    /// Regions whose code it is, in capitals as people write it.
    func regions(code: String) -> [Region] { regionCodes[code] ?? [] }

    func isCountryCode(_ code: String) -> Bool { codes.contains(code) }

    /// The country that a column's value or a filter names: a code of two or three letters in any case, or a name.
    func country(_ text: String) -> String? {
        let value = text.trimmingWhitespace()
        if value.utf8.count == 2, codes.contains(value.uppercased()) { return value.uppercased() }
        return countries[Self.key(value)]
    }
}

/// Countries as people name them.
public enum CountryName {
    /// ISO 3166-1 alpha-2 code of a country by its name in seven languages or by its code; nil when there is none.
    public static func code(_ name: String) -> String? { Gazetteer.shared.country(name) }
}

/// Languages as people name them.
public enum LanguageName {
    /// ISO 639-1 code of a language by its code or its English or own name; nil when no text is marked with it.
    public static func code(_ name: String) -> String? {
        let key = name.lowercased()
        return TextLanguage.codes.contains(key) ? key : names[key]
    }

    /// Codes of all languages that texts are marked with, sorted.
    public static var codes: [String] { TextLanguage.codes.sorted() }

    private static let names: [String: String] = [
        "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "dutch": "nl",
        "nederlands": "nl", "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt",
        "português": "pt", "polish": "pl", "polski": "pl", "swedish": "sv", "svenska": "sv", "danish": "da",
        "dansk": "da",
    ]
}
