public import StrataModel

/// What some JDs say, counted: the figures that reports compare.
///
/// Texts are counted, not JDs: of JDs whose texts are almost the same the one with the smallest id speaks for all, so that
/// reposts weigh nothing.
public struct Sample: Sendable, Hashable {
    /// Distinct texts.
    public internal(set) var texts = 0
    /// By the numbers of two layers, how many texts need both; twice the same: that one.
    public internal(set) var needs = [[Int]](repeating: [0, 0, 0, 0], count: 4)
    /// By layer, how many have it as the primary one.
    public internal(set) var primary = [0, 0, 0, 0]
    /// How many have none, since outside has more of the share, or since the evidence is too little.
    public internal(set) var outside = 0, undecided = 0
    /// By the number of a skill, how many ask for it, required or preferred.
    var skills: [UInt32]
    /// By the number of a role, how many have it; at 0 those without one.
    var roles: [UInt32]
    /// By currency, what is paid a year, in no order.
    var pay: [String: [UInt32]] = [:]

    init(skills: Int, roles: Int) {
        self.skills = [UInt32](repeating: 0, count: skills)
        self.roles = [UInt32](repeating: 0, count: roles)
    }

    /// The part of the texts that ask for a skill, 0 to 1.
    func share(ofSkill number: Int) -> Double { texts > 0 ? Double(skills[number]) / Double(texts) : 0 }

    /// The part of the texts that need a layer, 0 to 1.
    public func share(needing layer: Layer) -> Double {
        texts > 0 ? Double(needs[layer.index][layer.index]) / Double(texts) : 0
    }

    /// What is paid, the currency with the most figures first; those with fewer than ``PayFigures/least`` are left out.
    public var payFigures: [PayFigures] {
        pay.compactMap { PayFigures(currency: $0, of: $1) }
            .sorted { ($1.count, $0.currency) < ($0.count, $1.currency) }
    }
}

/// What some JDs pay a year, in one currency.
public struct PayFigures: Sendable, Hashable {
    /// Of fewer figures than these nothing is said.
    public static let least = 5

    /// ISO 4217.
    public var currency: String
    /// How many texts state it.
    public var count: Int
    public var lowerQuartile: Double
    public var median: Double
    public var upperQuartile: Double

    /// - returns: nil for fewer than ``least`` figures.
    init?(currency: String, of figures: [UInt32]) {
        guard figures.count >= Self.least else { return nil }
        let sorted = figures.sorted().map(Double.init)
        self.currency = currency
        count = sorted.count
        lowerQuartile = Self.quantile(0.25, of: sorted)
        median = Self.quantile(0.5, of: sorted)
        upperQuartile = Self.quantile(0.75, of: sorted)
    }

    /// Between the two figures that lie around it, in proportion: method 7 of Hyndman and Fan (1996), the usual one of R and
    /// pandas.
    static func quantile(_ part: Double, of sorted: [Double]) -> Double {
        guard let last = sorted.last else { return .nan }
        let place = part * Double(sorted.count - 1)
        let index = Int(place)
        guard index + 1 < sorted.count else { return last }
        return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
    }
}
