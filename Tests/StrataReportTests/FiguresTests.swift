import StrataModel
import Testing

@testable import StrataReport

@Suite("Figures for people")
struct FiguresTests {
    @Test("thousands are separated")
    func grouped() {
        #expect(
            [0, 12, 999, 1000, 1_234_567, -1000].map(Figures.grouped) == [
                "0", "12", "999", "1,000", "1,234,567", "-1,000",
            ])
        #expect(Figures.grouped(.min) == "-9,223,372,036,854,775,808")
    }

    @Test("numbers have as many digits as asked for, and no negative nothing")
    func fixed() {
        #expect(Figures.fixed(1234.5, digits: 2) == "1,234.50")
        #expect(Figures.fixed(0.05, digits: 1) == "0.1")
        #expect(Figures.fixed(-2.5, digits: 0) == "-3")
        #expect(Figures.fixed(-0.001, digits: 2) == "0.00")
        #expect(Figures.fixed(7.002, digits: 2) == "7.00")
        #expect(Figures.fixed(9.999, digits: 2) == "10.00")
        #expect(Figures.fixed(1e12, digits: 4) == "1,000,000,000,000.000")
        #expect(Figures.fixed(1e17, digits: 0) == "100,000,000,000,000,000")
        #expect(Figures.fixed(1e300, digits: 2) == "1e+300")
        #expect(Figures.fixed(.nan, digits: 2) == "–")
    }

    @Test("percentages are whole, small ones have a digit, the least is not nothing")
    func percent() {
        let shown = [0, 0.0001, 0.004, 0.0099, 0.01, 0.254, 1, 12.5, -0.25].map(Figures.percent)
        #expect(shown == ["0%", "<0.1%", "0.4%", "1%", "1%", "25%", "100%", "1,250%", "-25%"])
    }

    @Test("changes carry their sign")
    func change() {
        #expect([0.25, -0.03, 0, -0.004, 2].map(Figures.change) == ["+25%", "-3%", "0%", "-0.4%", "+200%"])
        #expect(Figures.change(.infinity) == "–")
    }
}
