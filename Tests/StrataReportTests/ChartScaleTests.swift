import StrataModel
import StrataTestSupport
import Testing

@testable import StrataReport

@Suite("Scales and labels of charts")
struct ChartScaleTests {
    @Test("a scale holds its values on a few round ticks")
    func scale() {
        var generator = RepeatableGenerator(seed: 5)
        for _ in 0..<2000 {
            let size = [0.001, 0.1, 1, 30, 1000, 1e6, 1e9][generator.upTo(6)]
            let values = (0..<5).map { _ in Double.random(in: 0...size, using: &generator) }
            for scale in [Scale(from0: values), Scale(around: values)] {
                #expect((3...8).contains(scale.ticks.count), "\(values) \(scale.ticks)")
                #expect(scale.low <= (values.min() ?? 0) && scale.high >= (values.max() ?? 0))
                let step = scale.ticks[1] - scale.ticks[0]
                var leading = step
                while leading >= 9.5 { leading /= 10 }
                while leading < 0.95 { leading *= 10 }
                #expect([1.0, 2, 5].contains { ($0 - leading).magnitude < 1e-6 }, "\(step)")
            }
            #expect(Scale(from0: values).low == 0)
        }
    }

    @Test(
        "a scale stands where there is nothing, or nothing sensible, to scale",
        arguments: [
            [], [0], [.nan], [.infinity], [-5], [1e300], [1e-300], [.leastNonzeroMagnitude], [7, 7],
        ] as [[Double]])
    func oddities(values: [Double]) {
        for scale in [Scale(from0: values), Scale(around: values), Scale(from0: values, whole: true)] {
            #expect(scale.ticks.count >= 2 && scale.high > scale.low && scale.ticks.allSatisfy(\.isFinite))
            #expect(values.allSatisfy { (0...1).contains(scale.fraction($0)) })
        }
    }

    @Test("labels keep apart, in order, within the line, and stay where nothing is in the way")
    func spread() {
        var generator = RepeatableGenerator(seed: 6)
        for _ in 0..<2000 {
            let places = (0...generator.upTo(9)).map { _ in Double.random(in: 0...10, using: &generator) }
            let middles = LabelSpread.spread(places, size: 1, within: 10)
            let sorted = zip(places, middles).sorted { $0.0 < $1.0 }.map(\.1)
            #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 1 - 1e-6 }, "\(places)")
            #expect(sorted.allSatisfy { $0 >= 0.5 - 1e-6 && $0 <= 9.5 + 1e-6 })
        }
        #expect(LabelSpread.spread([8, 2, 5], size: 1, within: 10) == [8, 2, 5])
        #expect(LabelSpread.spread([5, 5], size: 1, within: 10) == [4.5, 5.5])
        #expect(LabelSpread.spread([0, 0, 0, 0], size: 4, within: 8) == [1, 3, 5, 7])
        #expect(LabelSpread.spread([], size: 1, within: 1) == [])
    }

    @Test("periods are thinned to those that begin a step of the year, which is said once")
    func periods() {
        func texts(_ periods: [String], _ most: Int) -> [String] {
            PeriodLabels.labels(periods, most: most).map { "\($0.index) \($0.name) \($0.year ?? "")" }
        }
        let months = SampleReport.periods
        #expect(texts(Array(months[0..<3]), 5) == ["0 Jan 2025", "1 Feb ", "2 Mar "])
        #expect(texts(months, 6) == ["0 Jan 2025", "3 Apr ", "6 Jul ", "9 Oct ", "12 Jan 2026", "15 Apr "])
        #expect(texts(Array(months[4...]), 3) == ["2 Jul 2025", "8 Jan 2026"])
        #expect(texts(["2025-Q3", "2025-Q4", "2026-Q1"], 5) == ["0 Q3 2025", "1 Q4 ", "2 Q1 2026"])
        #expect(texts(["2020", "2021", "2022", "2023"], 2) == ["0 2020 ", "2 2022 "])
        #expect(texts(["odd", "2026-13", "2026-Q9"], 5) == ["0 odd ", "1 2026-13 ", "2 2026-Q9 "])
        #expect(texts([], 5) == [])
        for count in 1...200 {
            let many = (0..<count).map { "\(2000 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
            for most in [1, 5, 12] { #expect((1...most).contains(texts(many, most).count)) }
        }
    }

    @Test(
        "labels in charts are short",
        arguments: [
            (0, "0"), (7, "7"), (0.25, "0.25"), (12.34, "12.3"), (950, "950"), (1250, "1,250"), (9994, "9,994"),
            (9996, "10k"), (87_500, "87.5k"), (128_000, "128k"), (999_499, "999k"), (999_600, "1M"),
            (1_250_000, "1.3M"),
            (2e9, "2,000M"), (-87_500, "-87.5k"), (.nan, "–"),
        ] as [(Double, String)])
    func short(number: Double, text: String) { #expect(Figures.short(number) == text) }
}
