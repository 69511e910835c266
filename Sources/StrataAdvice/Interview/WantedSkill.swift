public import StrataModel

/// A skill that a JD or a role asks for, and how much it matters.
public struct WantedSkill: Sendable, Hashable {
    /// Why it is wanted.
    public enum Reason: Sendable, Hashable {
        /// The JD says so.
        case jd
        /// This part of the texts of the role's JDs ask for it, 0 to 1.
        case asked(Double)
        /// What holders of the role can do or have to do, as the catalogue describes them, names it.
        case capability
        /// It stands for a layer.
        case signature(Layer)
        /// The user asked for it.
        case named
    }

    public var slug: String
    public var name: String
    /// Its primary layer; nil outside the stack.
    public var layer: Layer?
    public var isRequired: Bool
    /// How much it matters beside the others; above 0.
    public var weight: Double
    public var reason: Reason

    /// What is required goes before what is not, then what weighs more.
    static func goesBefore(_ left: WantedSkill, _ right: WantedSkill) -> Bool {
        (left.isRequired ? 0 : 1, right.weight, left.slug) < (right.isRequired ? 0 : 1, left.weight, right.slug)
    }

    /// What outweighs everything: what the user asks for by name.
    static let named = 10.0
    /// What a skill weighs that speaks for no layer.
    static let least = 0.05
}

/// Says why skills are wanted.
enum WantedSentence {
    /// Why a question is in a plan: whose skills it probes.
    ///
    /// - parameter repeats: what is wanted too, and taken care of elsewhere.
    static func text(_ wanted: [WantedSkill], repeats: [WantedSkill] = []) -> String {
        var sentences: [String] = []
        func add(_ start: String, _ isMeant: (WantedSkill) -> Bool, _ label: (WantedSkill) -> String = { $0.name }) {
            let meant = wanted.filter(isMeant)
            if !meant.isEmpty { sentences.append("\(start) \(InterviewWords.listed(meant.map(label), most: 5)).") }
        }
        add("You ask for", { $0.reason == .named })
        add("The JD requires", { $0.reason == .jd && $0.isRequired })
        add("The JD would like", { $0.reason == .jd && !$0.isRequired })
        add("JDs of the role require", { $0.isRequired && $0.askedShare != nil }, label)
        add("JDs of the role would like", { !$0.isRequired && $0.askedShare != nil }, label)
        add("The role has to do with", { $0.reason == .capability })
        for layer in Layer.allCases {
            add("\(layer.name) is known by", { $0.reason == .signature(layer) })
        }
        if wanted.count < 3, !repeats.isEmpty {
            let names = InterviewWords.listed(repeats.prefix(3).map(\.name))
            sentences.append(sentences.isEmpty ? "Goes further into \(names)." : "It also touches \(names).")
        }
        return sentences.joined(separator: " ")
    }

    private static func label(_ skill: WantedSkill) -> String {
        skill.name + (skill.askedShare.map { " (\(Figures.percent($0)))" } ?? "")
    }
}

extension WantedSkill {
    fileprivate var askedShare: Double? {
        if case .asked(let share) = reason { share } else { nil }
    }
}
