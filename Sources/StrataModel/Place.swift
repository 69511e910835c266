/// How much of the work is done at the employer's.
public enum Workplace: String, Sendable, CaseIterable {
    case remote, hybrid, onsite
}

/// What is known of where a job is, beside the text that says it.
public struct Place: Sendable, Hashable {
    public var city: String?
    /// A state, province or the like, by its name or its code as the country writes it.
    public var region: String?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    public var workplace: Workplace?

    public init(city: String? = nil, region: String? = nil, country: String? = nil, workplace: Workplace? = nil) {
        self.city = city
        self.region = region
        self.country = country
        self.workplace = workplace
    }
}
