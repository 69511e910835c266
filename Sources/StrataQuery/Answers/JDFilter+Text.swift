internal import StrataModel

extension JDFilter {
    /// The conditions that were set, as JSON; an empty object for none. Dates are the report's window, not here.
    var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        if !needs.isEmpty { members.append(("needs", .array(needs.map { .string($0.slug) }))) }
        switch primary {
        case .layer(let layer): members.append(("primary", .string(layer.slug)))
        case .some(.none): members.append(("primary", .string("none")))
        case nil: break
        }
        let texts = [
            ("skill", skill), ("role", role), ("seniority", seniority?.rawValue), ("company", company),
            ("location", location), ("country", country), ("workplace", workplace?.rawValue), ("language", language),
            ("source", source),
        ]
        if let alike { members.append(("alike", .integer(Int(alike)))) }
        if isDistinct { members.append(("distinct", .bool(true))) }
        for case (let key, let text?) in texts { members.append((key, .string(text))) }
        return .object(members)
    }

    /// `JDs that need MLOps, of role ml-engineer, seen from 2026-01-01 until before 2026-07-01`.
    var sentence: String {
        var parts: [String] = []
        if !needs.isEmpty { parts.append("that need \(needs.map(\.name).joined(separator: " and "))") }
        switch primary {
        case .layer(let layer): parts.append("whose primary layer is \(layer.name)")
        case .some(.none): parts.append("without a primary layer")
        case nil: break
        }
        if let skill { parts.append("that ask for \(skill)") }
        if let role { parts.append("of role \(role)") }
        if let seniority { parts.append("of seniority \(seniority.rawValue)") }
        if let company { parts.append("whose company holds '\(company)'") }
        if let location { parts.append("whose place holds '\(location)'") }
        if let country { parts.append("in country \(country)") }
        if let workplace { parts.append("whose work is \(workplace.rawValue)") }
        if let language { parts.append("in language \(language)") }
        if let source { parts.append("from source \(source)") }
        if let alike { parts.append("of almost the same text as JD \(alike)") }
        if isBounded { parts.append(window) }
        if isDistinct { parts.append("each text once") }
        return parts.isEmpty ? "All JDs" : "JDs \(parts.joined(separator: ", "))"
    }

    private var window: String {
        let start = since.map { "seen from \($0)" }
        let end = until.map { start == nil ? "seen before \($0)" : "until before \($0)" }
        return [start, end].compactMap { $0 }.joined(separator: " ")
    }
}
