import StrataCatalogue
import StrataModel

@testable import StrataAdvice

/// What the tests of interviews ask about, read once.
struct Asked: Sendable {
    let bank: QuestionBank
    let catalogue: Catalogue
    let skills: [String: Skill]
    /// Slugs that JDs may ask for: of the stack, and one outside that questions know.
    let wanted: [String]
    /// Slugs that questions know, each as often as there are questions.
    let known: [String]

    static let shared = Result {
        let (bank, catalogue) = (try QuestionBank(.builtIn), try Seeds.catalogue())
        return Asked(
            bank: bank, catalogue: catalogue,
            skills: Dictionary(catalogue.skills.map { ($0.slug, $0) }) { first, _ in first },
            wanted: catalogue.skills.filter { $0.primaryLayer != nil || $0.slug == "communication" }.map(\.slug),
            known: bank.questions.flatMap(\.skills))
    }
}
