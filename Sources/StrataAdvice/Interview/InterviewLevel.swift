public import StrataModel

/// For whom a question is meant: what may be expected of the answer.
public enum InterviewLevel: String, Sendable, CaseIterable, Comparable {
    case junior, mid, senior, lead

    public static func < (left: InterviewLevel, right: InterviewLevel) -> Bool { left.place < right.place }

    private var place: Int {
        switch self {
        case .junior: 0
        case .mid: 1
        case .senior: 2
        case .lead: 3
        }
    }

    /// Whether the two are one step apart.
    func isNext(to other: InterviewLevel) -> Bool { abs(place - other.place) == 1 }

    /// The levels whose questions a hire of that seniority is asked. Who leads by example is asked what seniors are, who leads
    /// people is not; where no seniority is stated, those in the middle.
    public static func levels(of seniority: Seniority?) -> [InterviewLevel] {
        switch seniority {
        case .intern, .junior: [.junior]
        case .mid: [.mid]
        case .senior: [.senior]
        case .staff, .principal, .lead: [.senior, .lead]
        case .manager, .director, .executive: [.lead]
        case nil: [.mid, .senior]
        }
    }
}
