/// What a JD's share can go to: a layer, or none of them.
public enum Outcome: Sendable, Hashable, CaseIterable {
    case layer(Layer)
    case outside

    public static let allCases: [Outcome] = Layer.allCases.map(Outcome.layer) + [.outside]

    /// `outside`, or the layer's slug.
    public var slug: String {
        switch self {
        case .layer(let layer): layer.slug
        case .outside: "outside"
        }
    }

    /// 0 to 3 as in ``Layer/index``, 4 for outside.
    public var index: Int {
        switch self {
        case .layer(let layer): layer.index
        case .outside: 4
        }
    }

    /// Reads the slug of a layer, or `outside`.
    public init?(slug: some StringProtocol) {
        if slug == "outside" {
            self = .outside
        } else if let layer = Layer(rawValue: String(slug)) {
            self = .layer(layer)
        } else {
            return nil
        }
    }

    /// The layer's slug, or `none`: what a person says of a JD.
    public var label: String { layer?.slug ?? "none" }

    /// Reads a label: a layer in any of its spellings, or `none`.
    public init?(label: String) {
        if let layer = Layer(spelled: label) {
            self = .layer(layer)
        } else if ["none", "outside"].contains(TermKey.fold(label)) {
            self = .outside
        } else {
            return nil
        }
    }

    /// The layer, nil for outside.
    public var layer: Layer? {
        if case .layer(let layer) = self { layer } else { nil }
    }
}

/// A number for each of the five outcomes: scores, shares, or what a mention contributes.
public struct OutcomeValues: Sendable {
    /// In the order of ``Outcome/allCases``. Vectors of the machine would add up faster, but lie so far apart in memory that
    /// lists of evidence cost more.
    private var values: InlineArray<5, Double>

    /// Five zeros.
    public init() { values = InlineArray(repeating: 0) }

    /// Zeros but for the outcomes given; an outcome given twice adds up.
    public init(_ values: [(Outcome, Double)]) {
        self.init()
        for (outcome, value) in values { self.values[outcome.index] += value }
    }

    public subscript(outcome: Outcome) -> Double {
        get { values[outcome.index] }
        set { values[outcome.index] = newValue }
    }

    public subscript(layer: Layer) -> Double {
        get { values[layer.index] }
        set { values[layer.index] = newValue }
    }

    public static func + (left: OutcomeValues, right: OutcomeValues) -> OutcomeValues {
        var sum = left
        sum += right
        return sum
    }

    public static func += (left: inout OutcomeValues, right: OutcomeValues) {
        for index in left.values.indices { left.values[index] += right.values[index] }
    }

    public static func * (left: OutcomeValues, factor: Double) -> OutcomeValues {
        var product = left
        for index in product.values.indices { product.values[index] *= factor }
        return product
    }

    /// The outcome with the largest value, the first of equals, and that value.
    public var largest: (outcome: Outcome, value: Double) {
        var best = 0
        for index in values.indices where values[index] > values[best] { best = index }
        return (Outcome.allCases[best], values[best])
    }

    /// By how much the outcome's value exceeds the largest of the others.
    public func lead(of outcome: Outcome) -> Double {
        let own = outcome.index
        var rest = -Double.infinity
        for index in values.indices where index != own { rest = max(rest, values[index]) }
        return values[own] - rest
    }

    /// The numbers above zero, the others as zero.
    public var positive: OutcomeValues {
        var positive = self
        for index in values.indices where values[index] < 0 { positive.values[index] = 0 }
        return positive
    }

    /// The outcomes whose value is not zero, in order, with it.
    public var nonZero: [(Outcome, Double)] {
        Outcome.allCases.compactMap { self[$0] == 0 ? nil : ($0, self[$0]) }
    }
}

extension OutcomeValues: Hashable {
    public static func == (left: OutcomeValues, right: OutcomeValues) -> Bool {
        left.values.indices.allSatisfy { left.values[$0] == right.values[$0] }
    }

    public func hash(into hasher: inout Hasher) {
        for index in values.indices { hasher.combine(values[index]) }
    }
}
