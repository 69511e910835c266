internal import StrataModel

/// Reads city, region, country and way of working from a place as people write it.
///
/// What is not certain stays out: of several cities none is the city, of several countries none the country.
struct PlaceReader {
    /// One place among those that a text names.
    private struct Spot: Equatable {
        var city: String?
        var region: String?
        var country: String?
        /// Whether the city is one that is known: of another, what stands behind it decides.
        var known: Gazetteer.City?
        /// A city that is known only by where it stands.
        var isGuessed = false

        var isEmpty: Bool { city == nil && region == nil && country == nil }
    }

    private let gazetteer: Gazetteer
    private var spots: [Spot] = []
    private var open = Spot()

    /// The place that a text names.
    static func read(_ text: String, gazetteer: Gazetteer = .shared) -> Place {
        var reader = PlaceReader(gazetteer)
        for alternative in alternatives(text) {
            for part in parts(alternative) { reader.take(part) }
            reader.close()
        }
        var place = reader.place
        place.workplace = WorkplaceName.read(text)
        return place
    }

    private init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    // MARK: Parts

    /// Texts between what divides whole places.
    private static func alternatives(_ text: String) -> [String] {
        var text = text
        for divider in [" or ", " oder ", " ou ", "/", " and ", " und ", " & ", " + ", "\n"]
        where text.contains(divider) {
            text = text.replacingOccurrences(of: divider, with: ";")
        }
        return text.split { $0 == ";" || $0 == "|" || $0 == "•" || $0 == "·" }.map(String.init)
    }

    /// What stands between commas, brackets and lone dashes.
    private static func parts(_ text: String) -> [String] {
        var text = text
        for dash in [" - ", " – ", " — ", "- ", " -"] where text.contains(dash) {
            text = text.replacingOccurrences(of: dash, with: ",")
        }
        return text.split { ",()[]:".contains($0) }.map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    // MARK: Reading

    private mutating func take(_ part: String) {
        guard part.utf8.count <= 80 else { return }
        if lookUp(part) { return }
        let bare = Self.without(Self.working, part)
        if bare.isEmpty { return }
        if bare != part, lookUp(bare) { return }
        let core = Self.without(Self.surroundings, bare)
        if core.isEmpty { return }
        if core != bare, lookUp(core) { return }
        // "Cambridge UK"
        if let space = core.lastIndex(of: " "), gazetteer.country(named: Gazetteer.key(String(core[space...]))) != nil {
            take(String(core[..<space]))
            take(String(core[space...]).trimmingWhitespace())
            return
        }
        // "US-CA", "CA-ON"
        let halves = bare.split(separator: "-").map(String.init)
        if halves.count == 2, gazetteer.isCountryCode(halves[0]),
            let region = gazetteer.regions(code: halves[1]).first(where: { $0.country == halves[0] })
        {
            return set(region)
        }
        let hasNumber = bare.contains(where: \.isNumber)
        let words = bare.split(separator: " ").filter { !$0.contains(where: \.isNumber) }.map(String.init)
        if hasNumber {
            // "CA 94538", "10115 Berlin": without the number it is a place, or it was a street.
            let rest = words.joined(separator: " ")
            if !rest.isEmpty { _ = lookUp(rest) }
            return
        }
        guess(bare, words)
    }

    /// Takes a part that is a name or a code that is known.
    private mutating func lookUp(_ part: String) -> Bool {
        if takeCode(part) { return true }
        let key = Gazetteer.key(part)
        let (city, region) = (gazetteer.city(named: key), gazetteer.region(named: key))
        if let country = gazetteer.country(named: key), !Self.isWordInCapitals(part, key) {
            // Georgia is a state behind a city that is not in the other one.
            if let region, open.city != nil, open.country == nil,
                open.known.map({ $0.country == region.country }) ?? true
            {
                set(region)
            } else {
                set(country: country)
            }
            return true
        }
        if let region, city == nil || open.city != nil && open.region == nil {
            set(region)
            return true
        }
        guard let city else { return false }
        if open.isGuessed, open.region == nil, open.country == nil {
            // "Jesmond, Newcastle upon Tyne": the part before is one of the town.
            open = Spot()
        } else if !open.isEmpty {
            close()
        }
        open.city = city.name
        open.known = city
        return true
    }

    /// Two capital letters: a state behind a city, else a country.
    private mutating func takeCode(_ part: String) -> Bool {
        guard (2...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            return false
        }
        let regions = gazetteer.regions(code: part)
        let isCountry = gazetteer.isCountryCode(part)
        if open.city != nil, open.region == nil, open.country == nil {
            // "Berlin, DE" and "Bangalore, IN" are no towns of Delaware and Indiana.
            if isCountry, open.known?.country == part {
                set(country: part)
                return true
            }
            let near = regions.first { $0.country == open.known?.country } ?? regions.first
            if let near, ["US", "CA", "AU"].contains(near.country) {
                set(near)
                return true
            }
        }
        guard isCountry else { return false }
        // "LA", "DC": towns before they are anything else.
        if open.isEmpty, gazetteer.city(named: part.lowercased()) != nil { return false }
        // Alone, "CA" may be a state or a country, and "PT" a time zone.
        if open.isEmpty,
            ["ET", "PT", "IT", "AM", "PM"].contains(part) || regions.contains(where: { $0.country == "US" })
        {
            return true
        }
        set(country: part)
        return true
    }

    /// Words such as "AND" are codes only in capitals, and no names otherwise.
    private static func isWordInCapitals(_ part: String, _ key: String) -> Bool {
        key.utf8.count == 3 && part != part.uppercased()
    }

    /// A town that is not known: a name before a region or a country.
    private mutating func guess(_ part: String, _ words: [String]) {
        guard (1...4).contains(words.count), part.utf8.count <= 40,
            let first = part.unicodeScalars.first(where: { $0.properties.isAlphabetic }),
            first.properties.isUppercase || part.hasPrefix("'s-"), !words.contains(where: Self.isNoTown)
        else { return }
        if open.region != nil || open.country != nil { close() }
        // The first of two names is the town: "Bermondsey, South East London".
        guard open.city == nil else { return }
        open.city = part
        open.isGuessed = true
    }

    private mutating func set(_ region: Gazetteer.Region) {
        if open.region != nil || open.country != nil && open.country != region.country { close() }
        open.region = region.name
        open.country = region.country
    }

    private mutating func set(country: String) {
        if let other = open.country {
            guard other != country else { return }
            close()
        }
        if open.city == "New York City", open.region == nil, country == "US" || open.city == "Washington" {
            // "New York, United States" is how LinkedIn names the state.
            let region = open.city == "Washington" ? "WA" : "NY"
            if open.known?.name == open.city { open = Spot(region: region, country: country) }
            return
        }
        open.country = country
    }

    private mutating func close() {
        if !open.isEmpty { spots.append(open) }
        open = Spot()
    }

    // MARK: Summing up

    private var place: Place {
        var seen: [Spot] = []
        for spot in spots {
            var spot = spot
            if let known = spot.known {
                // What stands behind a city goes before what is known of its name.
                if spot.country == nil { spot.country = known.country }
                if spot.region == nil, spot.country == known.country { spot.region = known.region }
            } else if spot.isGuessed, spot.region == nil, spot.country == nil {
                continue
            }
            if !seen.contains(spot) { seen.append(spot) }
        }
        // "San Diego, CA, Austin, TX, US": the last names the country of all.
        let countries = Set(seen.compactMap(\.country))
        let lone = seen.filter { $0.city == nil && $0.region == nil }
        let towns = seen.filter { $0.city != nil || $0.region != nil }
        let isEverywhere = countries.count > 1 || !lone.isEmpty && towns.contains { $0.country == nil }
        var place = Place()
        if countries.count == 1, !isEverywhere { place.country = countries.first }
        guard place.country != nil || countries.isEmpty else { return place }
        let cities = Set(towns.compactMap(\.city))
        let regions = Set(towns.map(\.region))
        if cities.count == 1, towns.allSatisfy({ $0.city != nil }) || towns.count == 1 { place.city = cities.first }
        if regions.count == 1, let region = regions.first { place.region = region }
        return place
    }

    // MARK: Words

    /// Without words of a set, and without those for ways of working.
    private static func without(_ dropped: Set<String>, _ part: String) -> String {
        let words = part.split(separator: " ").map(String.init)
        let kept = words.filter { word in
            let key = Gazetteer.key(word)
            return !dropped.contains(key) && !WorkplaceName.words.contains(key)
        }
        return kept.joined(separator: " ")
    }

    private static func isNoTown(_ word: String) -> Bool { noTowns.contains(Gazetteer.key(word)) }

    private static let working: Set<String> = [
        "in", "within", "the", "only", "based", "fully", "full", "first", "partially", "partly", "office", "on", "site",
        "home", "work", "from", "anywhere", "preferred", "multiple", "locations", "various", "location", "and", "or",
        "any",
        "possible", "friendly", "optional", "available", "flexible", "und", "oder", "bei", "100", "near", "around",
    ]
    private static let surroundings: Set<String> = [
        "greater", "area", "metropolitan", "metro", "metroplex", "region", "raum", "umgebung", "downtown", "hq",
        "headquarters", "city", "of", "environs", "centre", "center",
    ]
    private static let noTowns: Set<String> = [
        "street", "avenue", "ave", "road", "floor", "suite", "building", "drive", "blvd", "boulevard", "campus",
        "europe",
        "europa", "emea", "apac", "latam", "dach", "eu", "asia", "africa", "world", "global", "international",
        "nationwide", "bundesweit", "time", "timezone", "zone", "utc", "gmt", "est", "pst", "cet", "hours", "days",
        "day", "week", "team", "about", "job", "role", "competitive", "compensation", "salary", "equity", "other",
        "usd", "eur", "gbp", "yes", "no", "none", "virtual", "travel", "required", "relocation", "visa", "you", "we",
        "states", "americas", "america", "benelux", "nordics", "mena", "engineer", "scientist", "candidates",
    ]
}
