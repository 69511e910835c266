/// What a column's values are.
enum ColumnRole: Hashable, Sendable {
    case field(Field)
    /// Parts of a place, put together when there is no column for the whole.
    case city, region, country
    /// Remote, hybrid or on site: in words, or as a yes to remote (schema.org's `jobLocationType`, a yes/no column).
    case workplace
    /// More of the description, under the column's name as heading.
    case moreText
    /// Headings and texts of sections, one of each in turn: Lever's `lists`.
    case sectionHeading, sectionText
    /// The end of the description.
    case closing

    /// The role that a profile names: a field, or one of the parts.
    init?(named name: String) {
        if let part = Self.byName[name] {
            self = part
        } else if let field = Field(rawValue: name) ?? Field(named: name) {
            self = .field(field)
        } else {
            return nil
        }
    }

    /// Roles that are part of what a field is made of.
    static func parts(of field: Field) -> [ColumnRole] {
        switch field {
        case .location: [.city, .region, .country, .workplace]
        case .text: [.sectionHeading, .sectionText, .moreText, .closing]
        default: []
        }
    }

    private static let byName: [String: ColumnRole] = [
        "city": .city, "region": .region, "country": .country, "workplace": .workplace, "moreText": .moreText,
        "sectionHeading": .sectionHeading, "sectionText": .sectionText, "closing": .closing,
    ]
}
