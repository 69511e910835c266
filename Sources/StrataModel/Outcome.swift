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
public struct OutcomeValues: Sendable, Hashable {
    /// In the order of ``Outcome/allCases``; lanes above the fifth stay zero.
    private var lanes: SIMD8<Double>

    /// Five zeros.
    public init() { lanes = .zero }

    /// Zeros but for the outcomes given; an outcome given twice adds up.
    public init(_ values: [(Outcome, Double)]) {
        lanes = .zero
        for (outcome, value) in values { lanes[outcome.index] += value }
    }

    public subscript(outcome: Outcome) -> Double {
        get { lanes[outcome.index] }
        set { lanes[outcome.index] = newValue }
    }

    public subscript(layer: Layer) -> Double {
        get { lanes[layer.index] }
        set { lanes[layer.index] = newValue }
    }

    public static func + (left: OutcomeValues, right: OutcomeValues) -> OutcomeValues {
        var sum = left
        sum.lanes += right.lanes
        return sum
    }

    public static func += (left: inout OutcomeValues, right: OutcomeValues) { left.lanes += right.lanes }

    public static func * (left: OutcomeValues, factor: Double) -> OutcomeValues {
        var product = left
        product.lanes *= factor
        return product
    }

    /// The outcome with the largest value, the first of equals, and that value.
    public var largest: (outcome: Outcome, value: Double) {
        var best = 0
        for index in 1..<Self.count where lanes[index] > lanes[best] { best = index }
        return (Outcome.allCases[best], lanes[best])
    }

    private static let count = 5

    /// By how much the outcome's value exceeds the largest of the others.
    public func lead(of outcome: Outcome) -> Double {
        let own = outcome.index
        var rest = -Double.infinity
        for index in 0..<Self.count where index != own { rest = max(rest, lanes[index]) }
        return lanes[own] - rest
    }

    /// The numbers above zero, the others as zero.
    public var positive: OutcomeValues {
        var positive = self
        positive.lanes.replace(with: 0, where: lanes .< 0)
        return positive
    }

    /// The outcomes whose value is not zero, in order, with it.
    public var nonZero: [(Outcome, Double)] {
        Outcome.allCases.compactMap { self[$0] == 0 ? nil : ($0, self[$0]) }
    }
}
