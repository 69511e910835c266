/// One of the four layers of the AI/ML stack.
///
/// The raw value is the slug that SQL, JSON and the command line use.
public enum Layer: String, CaseIterable, Sendable, Hashable, Codable {
    case dataEngineering = "data-engineering"
    case appliedML = "applied-ml"
    case mlops
    case promptEngineering = "prompt-engineering"

    /// The slug: the layer's name everywhere but in prose.
    public var slug: String { rawValue }

    /// The layer's name in prose.
    public var name: String {
        switch self {
        case .dataEngineering: "Data Engineering"
        case .appliedML: "Applied ML"
        case .mlops: "MLOps"
        case .promptEngineering: "Prompt Engineering"
        }
    }

    /// What the layer is there for.
    public var goal: String {
        switch self {
        case .dataEngineering: "data reliability"
        case .appliedML: "model training and evaluation"
        case .mlops: "deployment and monitoring"
        case .promptEngineering: "LLM interaction"
        }
    }

    /// Place in the stack, 0 to 3, data first; also the layer's bit in a needs mask.
    public var index: Int {
        switch self {
        case .dataEngineering: 0
        case .appliedML: 1
        case .mlops: 2
        case .promptEngineering: 3
        }
    }

    /// Reads a slug, a name or a usual short form (`de`, `ml`, `ops`, `prompt`), in any case.
    ///
    /// - parameter text: what a user typed.
    /// - returns: nil when it names no layer.
    public init?(spelled text: String) {
        switch TermKey.fold(text) {
        case "data engineering", "de", "data", "data eng", "dataengineering": self = .dataEngineering
        case "applied ml", "ml", "aml", "applied", "appliedml", "applied machine learning": self = .appliedML
        case "mlops", "ml ops", "ops": self = .mlops
        case "prompt engineering", "pe", "prompt", "prompts", "llm", "promptengineering": self = .promptEngineering
        default: return nil
        }
    }
}

/// A set of layers as four bits: the form in which the database keeps what a JD needs.
public struct LayerSet: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    /// Makes a set from its bits; bits above the fourth are kept but name no layer.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The set of the layers given.
    public init(_ layers: some Sequence<Layer>) {
        rawValue = layers.reduce(0) { $0 | 1 << $1.index }
    }

    /// Whether the layer is in the set.
    public func contains(_ layer: Layer) -> Bool { rawValue & 1 << layer.index != 0 }

    /// The layers of the set, in the stack's order.
    public var layers: [Layer] { Layer.allCases.filter(contains) }
}
