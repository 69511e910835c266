import Foundation
import StrataAdvice
import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import StrataTestSupport
import Testing

/// How well résumés are read whose labels were written before the rules.
@Suite("labelled résumés")
struct ResumeCaseTests {
    private let classifier: Classifier
    private let reader: CandidateReader

    init() throws {
        classifier = Classifier(try BuiltIn.catalogue())
        reader = CandidateReader(classifier, rules: try CandidateRules(.builtIn), catalogue: try Seeds.catalogue())
    }

    private struct Score {
        var right = 0
        var all = 0
        var wrong: [String] = []

        var part: Double { all == 0 ? 1 : Double(right) / Double(all) }
        var report: String { "\(right) of \(all)\n  " + wrong.joined(separator: "\n  ") }

        mutating func note(_ isRight: Bool, _ what: @autoclosure () -> String) {
            all += 1
            if isRight { right += 1 } else { wrong.append(what()) }
        }
    }

    /// The cases of `$STRATA_CASES`, to measure on others, else those of the project.
    private var folder: URL {
        ProcessInfo.processInfo.environment["STRATA_CASES"].map { URL(fileURLWithPath: $0) } ?? ResumeCase.folder
    }

    private func profiles() throws -> [(one: ResumeCase, profile: CandidateProfile)] {
        let cases = try ResumeCase.all(in: folder)
        #expect(cases.count >= 20)
        return cases.map { ($0, reader.profile(of: $0.text, file: $0.file)) }
    }

    private func skill(_ name: String) -> String? {
        classifier.namedSkills(in: "Python, \(name), Docker").first { $0.span.start == 8 }?.skill
    }

    @Test("the layer that most of the background speaks for")
    func layers() throws {
        var score = Score()
        for (one, profile) in try profiles() {
            #expect(profile.isResume, "\(one.file)")
            score.note(
                one.layers.contains(profile.background.primary),
                "\(one.file): \(profile.background.primary?.slug ?? "none"), not \(one.layers.map { $0?.slug ?? "none" })"
            )
        }
        print("layers: \(score.report)")
        #expect(score.part >= 0.9, "\(score.report)")
    }

    @Test("years are those that are stated, and no others")
    func years() throws {
        var (found, sound) = (Score(), Score())
        for (one, profile) in try profiles() {
            for (name, figure) in one.years {
                let years = skill(name).flatMap(profile.item)?.years.stated
                found.note(years == figure, "\(one.file): \(name) \(years.map { "\($0)" } ?? "-") years, not \(figure)")
            }
            for item in profile.items {
                guard let stated = item.years.stated else { continue }
                let isLabelled = one.years.contains { skill($0.skill) == item.skill && $0.years == stated }
                sound.note(isLabelled, "\(one.file): \(item.name) \(stated) years are not labelled")
            }
        }
        print("years: \(found.report)\nof stated years: \(sound.report)")
        #expect(found.part >= 0.9 && sound.part >= 0.9, "\(found.report)\n\(sound.report)")
    }

    @Test("what was built, led, and is only familiar")
    func depths() throws {
        var scores: [Depth: Score] = [:]
        for (one, profile) in try profiles() {
            for (depth, names) in one.depths {
                for name in names {
                    let slug = skill(name)
                    // What is no skill of the catalogue may be led all the same: a team, a platform.
                    let isRight =
                        slug.map { profile.item($0)?.depths.contains(depth) ?? false }
                        ?? (depth == .led && profile.led.contains { $0.quote.lowercased().contains(name) })
                    let found = slug.flatMap(profile.item)?.depths.map(\.rawValue) ?? []
                    scores[depth, default: Score()].note(isRight, "\(one.file): \(name) \(found), not \(depth)")
                }
            }
        }
        for (depth, score) in scores.sorted(by: { $0.key < $1.key }) {
            print("\(depth): \(score.report)")
            #expect(score.part >= 0.85, "\(depth): \(score.report)")
        }
    }

    @Test("the sum of every profile can be shown: bias and contributions give the scores, the shares are one whole")
    func sums() throws {
        for (one, profile) in try profiles() {
            let sum = profile.background.evidence.reduce(profile.background.bias) { $0 + $1.contributions }
            let shown =
                profile.items.reduce(profile.background.bias) { $0 + $1.contributions }
                + profile.background.evidence.filter { $0.kind == .title || $0.kind == .phrase }
                .reduce(OutcomeValues()) { $0 + $1.contributions }
            for outcome in Outcome.allCases {
                #expect(abs(sum[outcome] - profile.background.scores[outcome]) < 1e-9, "\(one.file)")
                #expect(abs(shown[outcome] - profile.background.scores[outcome]) < 1e-9, "\(one.file)")
            }
            let whole = Outcome.allCases.reduce(0) { $0 + profile.background.shares[$1] }
            #expect(abs(whole - 1) < 1e-9)
        }
    }

    @Test("places are where the words stand; a profile reads back as it was written")
    func places() throws {
        for (one, profile) in try profiles() {
            let bytes = Array(one.text.utf8)
            for place in profile.items.flatMap(\.places) {
                let before = bytes[..<place.span.start].count { $0 == 0x0A }
                #expect(place.line == before + 1)
                let words = String(decoding: bytes[place.span.start..<place.span.end], as: UTF8.self)
                #expect(
                    place.quote.contains(words.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
                    "\(one.file): \(words) is not in '\(place.quote)'")
            }
            var asked = profile
            asked.questions = try CandidateQuestions(.builtIn).questions(for: profile)
            #expect(CandidateProfile(json: asked.json)?.json == asked.json)
        }
    }

    @Test("nothing of the person is shown: names, schools, age")
    func privacy() throws {
        for (one, profile) in try profiles() {
            let head = one.text.split(separator: "\n")[0].split { !$0.isLetter }.map(String.init)
            // The first two words of the head that are no name of a file, title or work.
            let name = head.filter { $0.count > 3 && !Self.headings.contains($0.lowercased()) }.prefix(2)
            for quote in (profile.items.flatMap(\.places) + profile.led).map(\.quote) {
                #expect(!quote.lowercased().contains("university") && !quote.contains("Geb."), "\(one.file): \(quote)")
                let words = Set(quote.split { !$0.isLetter }.map(String.init))
                #expect(words.isDisjoint(with: name), "\(one.file): \(quote)")
            }
        }
    }

    private static let headings: Set<String> = [
        "curriculum", "vitae", "resume", "engineer", "data", "machine", "learning",
    ]
}
