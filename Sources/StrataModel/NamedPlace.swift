/// A country, region or city with the names that people give it.
public struct NamedPlace: Sendable, Hashable {
    /// How large a place it is.
    public enum Kind: String, Sendable {
        case country, region, city
    }

    public var kind: Kind
    /// ISO 3166-1 alpha-2 of the country that it is or lies in.
    public var country: String
    /// A region's code as the country writes it, or that of the region a city lies in; empty for none.
    public var code: String
    /// The usual English one first.
    public var names: [String]

    public init(kind: Kind, country: String, code: String, names: [String]) {
        self.kind = kind
        self.country = country
        self.code = code
        self.names = names
    }
}
