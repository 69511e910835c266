public import StrataModel
public import StrataQuery

/// The RRC matrix: roles by what they answer for and what their holders must be able to do.
public struct RRCMatrix: Sendable {
    /// How the rows were chosen.
    public enum Choice: Sendable {
        /// Those that the stack's layers need first.
        case first
        /// By name or by layer.
        case chosen
    }

    public let choice: Choice
    /// The rows, in order.
    public let roles: [Role]
    /// Slug of the role to who covers it; nil without a team.
    public let covers: [String: Cover]?

    /// The roles that the layers need first.
    ///
    /// - parameter team: nil where nobody is to be looked for.
    public init(_ first: [FirstRole], catalogue: Catalogue, team: TeamCover? = nil) {
        let roles = Dictionary(catalogue.roles.map { ($0.slug, $0) }) { first, _ in first }
        self.init(.first, first.compactMap { roles[$0.role] }, team)
    }

    /// The roles asked for: those named, in that order, then those at home in the layers, by name.
    ///
    /// - parameter slugs: of roles that the catalogue has.
    public init(roles slugs: [String], layers: [Layer], catalogue: Catalogue, team: TeamCover? = nil) {
        let named = slugs.compactMap { slug in catalogue.roles.first { $0.slug == slug } }
        let own = Layer.allCases.filter(layers.contains).flatMap { layer in
            catalogue.roles.filter { $0.layer == layer }.sorted { ($0.name, $0.slug) < ($1.name, $1.slug) }
        }
        var seen: Set<String> = []
        self.init(.chosen, (named + own).filter { seen.insert($0.slug).inserted }, team)
    }

    private init(_ choice: Choice, _ roles: [Role], _ team: TeamCover?) {
        self.choice = choice
        self.roles = roles
        covers = team.map { team in
            Dictionary(roles.map { ($0.slug, team.cover(of: $0)) }) { first, _ in first }
        }
    }

    /// The roles whose responsibilities nobody has.
    public var open: [Role] { roles.filter { covers?[$0.slug]?.state == .open } }
}
