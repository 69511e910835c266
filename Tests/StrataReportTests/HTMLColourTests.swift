import Foundation
import Testing

@testable import StrataReport

@Suite("Colours of pages")
struct HTMLColourTests {
    /// Contrast as WCAG 2 defines it, from red, green and blue of 0 to 1.
    private func contrast(_ one: [Double], _ other: [Double]) -> Double {
        let (one, other) = (luminance(one), luminance(other))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    private func luminance(_ color: [Double]) -> Double {
        let linear = color.map(linear)
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private func linear(_ part: Double) -> Double {
        part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }

    /// The colours that a scheme names.
    private func colours(_ scheme: String) -> [String: [Double]] {
        var colours: [String: [Double]] = [:]
        for style in [HTMLStyle.text, HTMLChartStyle.text] {
            let parts = style.split(separator: "prefers-color-scheme:dark")
            let part = String(scheme == "dark" ? parts[1].prefix { $0 != "." } : parts[0])
            for match in part.matches(of: /--([a-z0-9]+):#([0-9a-f]{3,6})[;}\n]/) {
                let digits = match.output.2.count == 3 ? match.output.2.flatMap { [$0, $0] } : Array(match.output.2)
                guard digits.count == 6 else { continue }
                colours[String(match.output.1)] = [0, 2, 4].compactMap { Int(String(digits[$0..<($0 + 2)]), radix: 16) }
                    .map { Double($0) / 255 }
            }
        }
        return colours
    }

    private static let layers = ["de", "ml", "ops", "pe"]
    private static let fills = layers + ["out", "undecided", "accent"] + (0...7).map { "s\($0)" }

    @Test("texts can be read, and drawings told from the page", arguments: ["light", "dark"])
    func contrast(scheme: String) throws {
        let colours = colours(scheme)
        func color(_ name: String) throws -> [Double] { try #require(colours[name], "\(name)") }
        for name in ["ink", "soft", "accent"] + Self.layers {
            for ground in ["page", "panel"] {
                #expect(contrast(try color(name), try color(ground)) >= 4.5, "\(name) on \(ground)")
            }
        }
        for name in Self.fills {
            #expect(contrast(try color(name), try color("page")) >= 3, "\(name)")
            // As the classes of fills set it: dark letters on what is light.
            let text = name == "undecided" ? "ink" : ["s0", "s1", "s7"].contains(name) ? "dark" : "on"
            #expect(contrast(try color(text), try color(name)) >= 4.5, "\(text) on \(name)")
        }
        let deepest = zip(try color("accent"), try color("page")).map { ($0 + $1) / 2 }
        #expect(contrast(try color("ink"), deepest) >= 4.5)
    }

    @Test("series stay apart for those who don't tell red from green", arguments: ["light", "dark"])
    func apart(scheme: String) throws {
        // Machado, Oliveira and Fernandes 2009, at full severity; linear light.
        let views: [[[Double]]] = [
            [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ]
        let series = try (0...7).map { try #require(colours(scheme)["s\($0)"]) }
        for view in views {
            let seen = series.map { oklab(mixed(view, $0.map(linear))) }
            for one in 0..<8 {
                for other in 0..<one {
                    let ways: [Double] = zip(seen[one], seen[other]).map { $0 - $1 }
                    let distance = ways.map { $0 * $0 }.reduce(0, +).squareRoot()
                    #expect(distance >= 0.059, "s\(other) and s\(one)")
                }
            }
        }
    }

    private func mixed(_ matrix: [[Double]], _ color: [Double]) -> [Double] {
        matrix.map { row in max(0, dot(row, color)) }
    }

    /// Where equal distances look equal (Ottosson 2020).
    private func oklab(_ linear: [Double]) -> [Double] {
        let cones: [[Double]] = [
            [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
        let axes: [[Double]] = [
            [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
        let roots = mixed(cones, linear).map { cbrt($0) }
        return axes.map { dot($0, roots) }
    }

    private func dot(_ one: [Double], _ other: [Double]) -> Double {
        one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
    }
}
