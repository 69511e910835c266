import StrataCatalogue
import StrataModel
import Testing

@testable import StrataImport

@Suite("City, region, country, way of working")
struct PlaceTests {
    typealias Case = (String, city: String?, region: String?, country: String?, workplace: Workplace?)

    @Test(
        "what a place is read as",
        arguments: [
            ("Austin, TX", "Austin", "TX", "US", nil), ("Berlin", "Berlin", nil, "DE", nil),
            ("Berlin, DE", "Berlin", nil, "DE", nil), ("Dover, DE", "Dover", "DE", "US", nil),
            ("Bangalore, IN", "Bengaluru", "Karnataka", "IN", nil), ("Gary, IN", "Gary", "IN", "US", nil),
            ("Toronto, CA", "Toronto", "ON", "CA", nil), ("Fresno, CA", "Fresno", "CA", "US", nil),
            ("Manchester", "Manchester", nil, "GB", nil), ("Manchester, NH", "Manchester", "NH", "US", nil),
            ("München, Bayern, Deutschland", "Munich", "Bavaria", "DE", nil),
            ("10115 Berlin", "Berlin", nil, "DE", nil), ("Lyon, Francia", "Lyon", nil, "FR", nil),
            ("Remote", nil, nil, nil, .remote), ("Remote - US", nil, nil, "US", .remote),
            ("United States (Remote)", nil, nil, "US", .remote),
            ("Hybrid remote in Reno, NV 89501", "Reno", "NV", "US", .hybrid),
            ("Hybrid or Remote", nil, nil, nil, .hybrid), ("Onsite or Remote", nil, nil, nil, nil),
            ("New York, NY", "New York City", "NY", "US", nil), ("New York", "New York City", "NY", "US", nil),
            ("New York, United States", nil, "NY", "US", nil),
            ("New York, New York, USA", "New York City", "NY", "US", nil),
            ("Seattle, Washington", "Seattle", "WA", "US", nil), ("Washington, DC", "Washington", "DC", "US", nil),
            ("California, United States", nil, "CA", "US", nil), ("Atlanta, Georgia", "Atlanta", "GA", "US", nil),
            ("Tbilisi, Georgia", "Tbilisi", nil, "GE", nil),
            ("San Francisco Bay Area", nil, "San Francisco Bay Area", "US", nil),
            ("Greater Seattle Area", "Seattle", "WA", "US", nil), ("Culver City, CA", "Culver City", "CA", "US", nil),
            ("Bermondsey, South East London", "Bermondsey", "South East London", "GB", nil),
            ("Jesmond, Newcastle upon Tyne", "Newcastle upon Tyne", nil, "GB", nil),
            ("4 Mill Street, Fargo, ND 58102, US", "Fargo", "ND", "US", nil),
            ("London, Berlin", nil, nil, nil, nil), ("Austin, TX; Reno, NV", nil, nil, "US", nil),
            ("San Diego, CA, Austin, TX, US", nil, nil, "US", nil), ("Poland, Remote", nil, nil, "PL", .remote),
            ("onsite SF/DC", nil, nil, "US", .onsite), ("Remote (US/Canada + Europe)", nil, nil, nil, .remote),
            ("Remote EST / CET", nil, nil, nil, .remote), ("Remote, PT", nil, nil, nil, .remote),
            ("Lisbon, PT", "Lisbon", nil, "PT", nil),
            ("Berlin/Germany", "Berlin", nil, "DE", nil), ("Europe", nil, nil, nil, nil),
            ("EMEA (remote)", nil, nil, nil, .remote), ("CA", nil, nil, nil, nil),
            ("Sunnyvale, US-CA", "Sunnyvale", "CA", "US", nil), ("Amsterdam, NLD", "Amsterdam", nil, "NL", nil),
            ("Cambridge UK", "Cambridge", nil, "GB", nil), ("Paris (télétravail)", "Paris", nil, "FR", .remote),
            ("Utrecht, thuiswerken", "Utrecht", nil, "NL", .remote),
            ("Wien - Homeoffice", "Vienna", nil, "AT", .remote),
        ] as [Case])
    func places(_ text: String, city: String?, region: String?, country: String?, workplace: Workplace?) {
        #expect(
            PlaceReader.read(text) == Place(city: city, region: region, country: country, workplace: workplace))
    }

    @Test("every country is found by each of its names and by its code, in any case and without accents")
    func countries() throws {
        for place in try Seeds.places() where place.kind == .country {
            #expect(CountryName.code(place.country.lowercased()) == place.country)
            for name in place.names {
                #expect(CountryName.code(name) == place.country, "\(name)")
                #expect(CountryName.code(name.uppercased()) == place.country, "\(name)")
            }
        }
        #expect(CountryName.code("Atlantis") == nil)
    }

    @Test("every city that is known is read with its country, alone and before it")
    func cities() throws {
        for place in try Seeds.places() where place.kind == .city {
            for name in place.names {
                // A few have the name of their state, or are two.
                guard let city = Gazetteer.shared.city(named: Gazetteer.key(name)), city.name == place.names[0] else {
                    continue
                }
                // Brackets in a name are a remark in a place.
                guard !name.contains("(") else { continue }
                #expect(PlaceReader.read(name).country == place.country, "\(name)")
                let before = PlaceReader.read("\(name), \(place.country)")
                #expect(before.country == place.country, "\(name), \(place.country)")
            }
        }
    }

    @Test("columns for the parts go before the whole, and several places have no city")
    func columns() throws {
        let text = """
            [{"title": "A", "location": "Paris", "country": "USA", "city": "Paris", "state": "Texas"},
             {"title": "B", "jobLocation": [{"address": {"addressLocality": "Graz", "addressCountry": "AT"}},
                                            {"address": {"addressLocality": "Linz", "addressCountry": "AT"}}]},
             {"title": "C (Remote)", "location": "Graz"}, {"title": "Remote Sensing Scientist", "location": "Graz"},
             {"title": "D", "location": "Graz", "workplaceType": "On-site"},
             {"title": "E", "location": "Graz", "description": "We build. #LI-Hybrid"}]
            """
        let jds = try readings(text, name: "a.json").jds
        #expect(jds[0].place == Place(city: "Paris", region: "Texas", country: "US"))
        #expect(jds[1].place == Place(country: "AT"))
        #expect(jds.dropFirst(2).map(\.place.workplace) == [.remote, nil, .onsite, .hybrid])
        #expect(jds.dropFirst(2).allSatisfy { $0.place.city == "Graz" && $0.place.country == "AT" })
    }
}
