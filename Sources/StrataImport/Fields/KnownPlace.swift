/// Tells places from other names, by the names of countries and large cities.
///
/// It says yes only where every word is accounted for: "Boston" is a place, "Boston Dynamics" is none.
enum KnownPlace {
    /// Whether a whole line names a place or from where one works: "Kiel", "Austin, TX", "Bristol, England (hybrid)".
    static func isLine(_ line: String) -> Bool {
        let parts = parts(of: line)
        guard (1...5).contains(parts.count), parts.allSatisfy({ isNamelike($0) || isNamed($0) }),
            !HiringLine.isRole(line)
        else { return false }
        if parts.contains(where: isNamed) { return true }
        return parts.count == 2 && line.contains(",") && isState(parts[1])
    }

    /// Whether a line has the form of a place, though no name in it is known: "Chur, Graubünden".
    static func mayBeLine(_ line: String) -> Bool {
        if isLine(line) { return true }
        let parts = parts(of: line)
        return (2...3).contains(parts.count) && line.contains(",") && parts.allSatisfy(isNamelike)
    }

    /// Whether every word of a text belongs to a known place or to a way of working: "Remote within Germany".
    static func isNamed(_ text: String) -> Bool {
        let words = words(text)
        guard (1...8).contains(words.count) else { return false }
        var index = 0
        var hasName = false
        while index < words.count {
            let length = (1...3).reversed().first { length in
                index + length <= words.count && names.contains(words[index..<index + length].joined(separator: " "))
            }
            if let length {
                hasName = true
                index += length
            } else if fillers.contains(words[index]) || Int(words[index]) != nil {
                index += 1
            } else {
                return false
            }
        }
        return hasName
    }

    /// The parts between commas and bars, without remarks in brackets.
    private static func parts(of line: String) -> [String] {
        var bare = ""
        var depth = 0
        for character in line {
            if character == "(" { depth += 1 }
            if depth == 0 { bare.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        return bare.split { $0 == "," || $0 == "/" || $0 == ";" || $0 == "|" }
            .map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    /// Up to four words, each with a capital, none that belongs to firms.
    private static func isNamelike(_ part: String) -> Bool {
        let words = part.split { $0 == " " || $0 == "-" }
        guard (1...4).contains(words.count), !part.contains("&") else { return false }
        return words.allSatisfy { word in
            let isName = word.first?.isUppercase == true || word.allSatisfy(\.isNumber)
            return (isName || particles.contains(String(word))) && !firmWords.contains(word.lowercased())
                && !LegalForm.isOne(String(word))
        } && words.contains { $0.first?.isUppercase == true }
    }

    private static func isState(_ part: String) -> Bool {
        guard let word = part.split(separator: " ").first, part.count <= 8 else { return false }
        return states.contains(String(word)) && part.dropFirst(word.count).allSatisfy { $0.isNumber || $0 == " " }
    }

    /// Words in lower case and without accents; capitals within a word do not divide it.
    private static func words(_ text: String) -> [String] { ColumnNames.normalisedWords(text.lowercased()) }

    private static let particles: Set<String> = [
        "am", "an", "der", "den", "de", "la", "le", "les", "del", "of", "upon", "sur", "im", "in", "bei", "aan", "y",
        "et",
    ]
    private static let firmWords: Set<String> = [
        "bank", "group", "university", "universität", "université", "institute", "hospital", "trust", "foundation",
        "labs", "systems", "software", "partners", "consulting", "technologies", "solutions", "insurance", "team",
        "stiftung", "department", "services",
    ]
    private static let fillers: Set<String> = [
        "in", "within", "or", "and", "of", "near", "greater", "north", "south", "east", "west", "central", "area",
        "metro", "metropolitan", "region", "city", "downtown", "raum", "und", "oder", "ou", "et", "en", "o", "y",
        "fully", "partly", "partially", "only", "based", "first", "from", "the", "work", "office", "possible", "days",
        "week", "a", "per", "mitte",
    ]
    private static let states: Set<String> = Set(
        ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
            + "PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON BC QC AB MB SK NS NB NSW VIC QLD").split(separator: " ")
            .map(
                String.init))

    private static let names: Set<String> = Set(
        """
        remote,hybrid,onsite,on site,anywhere,worldwide,homeoffice,home office,teletravail,teletrabajo,remoto,hibrido,\
        hybride,thuiswerken,emea,latam,apac,dach,benelux,europe,europa,eu,european union,asia,africa,latin america,\
        north america,usa,us,u s,united states,united states of america,uk,united kingdom,great britain,england,scotland,\
        wales,northern ireland,ireland,germany,deutschland,allemagne,alemania,duitsland,austria,osterreich,switzerland,\
        schweiz,suisse,france,frankreich,frankrijk,belgium,belgique,belgie,belgien,netherlands,the netherlands,nederland,\
        niederlande,pays bas,luxembourg,luxemburg,spain,espana,spanien,espagne,portugal,italy,italia,italien,greece,\
        turkey,turkiye,poland,polska,polen,czechia,czech republic,slovakia,hungary,romania,bulgaria,serbia,croatia,\
        slovenia,ukraine,estonia,latvia,lithuania,finland,sweden,norway,denmark,iceland,israel,egypt,morocco,nigeria,\
        kenya,ghana,uganda,tanzania,rwanda,ethiopia,south africa,india,pakistan,bangladesh,sri lanka,nepal,china,japan,\
        south korea,korea,taiwan,hong kong,singapore,malaysia,indonesia,vietnam,thailand,philippines,australia,\
        new zealand,canada,mexico,brazil,brasil,argentina,chile,colombia,peru,uruguay,costa rica,\
        united arab emirates,uae,saudi arabia,qatar,cyprus,malta,london,bristol,manchester,birmingham,leeds,liverpool,\
        sheffield,nottingham,oxford,edinburgh,glasgow,cardiff,belfast,dublin,galway,berlin,hamburg,munchen,\
        munich,koln,cologne,frankfurt,frankfurt am main,stuttgart,dusseldorf,dortmund,leipzig,dresden,hannover,\
        nurnberg,nuremberg,bremen,bonn,karlsruhe,mannheim,augsburg,freiburg,aachen,munster,kiel,lubeck,rostock,jena,\
        potsdam,wien,vienna,graz,linz,salzburg,innsbruck,zurich,geneva,geneve,genf,basel,bern,lausanne,paris,lyon,\
        marseille,toulouse,bordeaux,lille,nantes,strasbourg,rennes,grenoble,montpellier,brussels,bruxelles,brussel,\
        antwerp,antwerpen,ghent,gent,leuven,amsterdam,rotterdam,utrecht,den haag,the hague,eindhoven,groningen,delft,\
        madrid,barcelona,valencia,sevilla,seville,bilbao,malaga,lisbon,lisboa,porto,rome,roma,milan,milano,turin,torino,\
        bologna,athens,istanbul,ankara,warsaw,warszawa,krakow,wroclaw,gdansk,poznan,prague,praha,brno,bratislava,budapest,\
        bucharest,cluj,sofia,belgrade,zagreb,ljubljana,kyiv,tallinn,riga,vilnius,helsinki,stockholm,gothenburg,malmo,oslo,\
        bergen,copenhagen,aarhus,reykjavik,tel aviv,cairo,casablanca,lagos,nairobi,mombasa,accra,kampala,kigali,\
        cape town,johannesburg,bangalore,bengaluru,mumbai,delhi,new delhi,hyderabad,chennai,pune,kolkata,gurgaon,noida,\
        karachi,lahore,dhaka,shanghai,beijing,shenzhen,tokyo,osaka,seoul,taipei,kuala lumpur,jakarta,hanoi,\
        ho chi minh city,bangkok,manila,sydney,melbourne,brisbane,perth,auckland,wellington,toronto,montreal,vancouver,\
        ottawa,calgary,new york,new york city,nyc,brooklyn,san francisco,sf,bay area,san francisco bay area,palo alto,\
        mountain view,san jose,oakland,los angeles,san diego,seattle,portland,boston,cambridge,chicago,austin,dallas,\
        houston,denver,boulder,atlanta,miami,philadelphia,pittsburgh,washington,washington dc,california,texas,florida,\
        massachusetts,colorado,mexico city,sao paulo,rio de janeiro,buenos aires,santiago,bogota,lima,montevideo,dubai,\
        abu dhabi,riyadh,doha,bavaria,bayern,catalonia,ontario,quebec,british columbia
        """.split(separator: ",").map { String($0).trimmingWhitespace() })
}

/// Endings by which the law knows a firm.
enum LegalForm {
    /// Whether a word is such an ending: "GmbH", "Ltd.", "N.V.".
    static func isOne(_ word: String) -> Bool { forms.contains(word.filter { $0 != "." && $0 != "," }) }

    /// Whether a name ends in one.
    static func ends(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last else { return false }
        return isOne(String(last))
    }

    private static let forms: Set<String> = [
        "GmbH", "mbH", "AG", "KG", "KGaA", "SE", "eG", "eV", "UG", "OHG", "Ltd", "LTD", "Limited", "Inc", "INC", "LLC",
        "LLP", "PLC", "plc", "Corp", "Corporation", "BV", "NV", "SA", "SAS", "SARL", "Sàrl", "SL", "SLU", "SpA", "Srl",
        "AB", "Oy", "Oyj", "AS", "ApS", "Pty", "Pvt", "BVBA", "SRL", "VOF",
    ]
}
