public import StrataModel
public import StrataQuery

/// Who in a team covers the phases of a framework and the roles of the RRC matrix, and by what that is known.
public struct TeamCover: Sendable {
    private let team: TeamReading
    private let homes: [String: Layer]

    /// - parameter catalogue: knows the home layers of roles.
    public init(_ team: TeamReading, catalogue: Catalogue) {
        self.team = team
        homes = Dictionary(
            catalogue.roles.compactMap { role in role.layer.map { (role.slug, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// How many people there are.
    public var people: Int { team.count }

    /// Who covers a phase: the role that answers for it, its other roles at home in the layer that carries most of it, and
    /// whoever works in that layer.
    ///
    /// A role of the phase that is at home elsewhere only helps: a data scientist among those who deploy deploys by the way.
    /// So does whoever works in another of the phase's layers, or could do something of the first one.
    public func cover(of phase: FrameworkPhase) -> Cover {
        Cover(
            team.members.compactMap { member -> Cover.Part? in
                if let role = member.role, phase.roles.contains(role) {
                    let isHome = phase.roles.first == role || homes[role] == phase.layers.first
                    return Cover.Part(people: member.label, isWhole: isHome, why: .role)
                }
                guard let first = phase.layers.first,
                    let layer = phase.layers.first(where: { member.parts[$0] == .works })
                        ?? (member.parts[first] == .helps ? first : nil)
                else { return nil }
                return Cover.Part(
                    people: member.label, isWhole: layer == first && member.parts[first] == .works, why: .layer(layer))
            })
    }

    /// Who covers a role: people of that very role; else those who work in its home layer, who may do some of it.
    public func cover(of role: Role) -> Cover {
        let own = team.members.filter { $0.role == role.slug }
        if !own.isEmpty { return Cover(own.map { Cover.Part(people: $0.label, isWhole: true, why: .role) }) }
        guard let layer = role.layer else { return Cover([]) }
        return Cover(
            team.members.filter { $0.parts[layer] == .works }
                .map { Cover.Part(people: $0.label, isWhole: false, why: .layer(layer)) })
    }
}
