/// A step of the path from the core taxonomy to organisational diagnosis.
public enum CourseStage: String, CaseIterable, Sendable, Hashable {
    case beginner, intermediate, advanced

    /// The name that files, JSON and the command line use.
    public var slug: String { rawValue }

    public var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// Place on the path, from 0.
    public var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What a stage is for.
public struct StageGuide: Sendable, Hashable {
    public var stage: CourseStage
    /// Who begins here, one sentence.
    public var reader: String
    /// What one is able to do at its end.
    public var able: [String]
}
