import StrataModel
import StrataQuery

/// A demand report computed the slow way, from the words of the contract: for each JD, each of its sightings, each
/// value.
struct NaiveDemand {
    struct Row: Equatable {
        var jds = 0
        var sightings = 0
    }

    var jds = 0
    var sightings = 0
    var undated = 0
    var outsideStack = 0
    var rows: [[String?]: Row] = [:]

    init(_ all: [SampleJD], by dimensions: [Dimension], filter: JDFilter) {
        for jd in all where filter.acceptsWithoutDates(jd) {
            let fromSource = jd.seen.filter { filter.source == nil || $0.source == filter.source }
            if !fromSource.isEmpty, fromSource.allSatisfy({ $0.on == nil }) { undated += 1 }
            let seen = jd.seen.filter(filter.accepts)
            guard !seen.isEmpty else { continue }
            jds += 1
            sightings += seen.count
            if jd.primary == nil { outsideStack += 1 }
            count(jd, seen, dimensions)
        }
    }

    private mutating func count(_ jd: SampleJD, _ seen: [SampleJD.Seen], _ dimensions: [Dimension]) {
        var places: [[String?]: Int] = [:]
        for sighting in seen {
            let first = Self.values(dimensions[0], jd, sighting)
            let second = dimensions.count > 1 ? Self.values(dimensions[1], jd, sighting) : []
            let keys = dimensions.count == 1 ? first.map { [$0] } : first.flatMap { a in second.map { [a, $0] } }
            for key in keys { places[key, default: 0] += 1 }
        }
        for (key, count) in places {
            rows[key, default: Row()].jds += 1
            rows[key, default: Row()].sightings += count
        }
    }

    private static func values(_ dimension: Dimension, _ jd: SampleJD, _ seen: SampleJD.Seen) -> [String?] {
        switch dimension {
        case .layer: return jd.needs.map(\.slug)
        case .primary: return [jd.primary?.slug]
        case .role: return [jd.role]
        case .skill: return Fixture.skills.map(\.slug).filter(jd.asks)
        case .tool: return Fixture.skills.filter { $0.kind == .tool }.map(\.slug).filter(jd.asks)
        case .seniority: return [jd.seniority?.rawValue]
        case .company: return [jd.company]
        case .location: return [jd.location]
        case .country: return [jd.place.country]
        case .workplace: return [jd.place.workplace?.rawValue]
        case .language: return [jd.language]
        case .source: return [seen.source]
        case .month, .quarter, .year:
            guard let date = seen.on.flatMap({ CalendarDate(iso: $0) }) else { return [] }
            if dimension == .year { return ["\(date.year)"] }
            if dimension == .quarter { return ["\(date.year)-Q\((date.month - 1) / 3 + 1)"] }
            return ["\(date.year)-\(date.month < 10 ? "0" : "")\(date.month)"]
        }
    }
}
