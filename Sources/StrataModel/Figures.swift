/// Numbers as people read them.
public enum Figures {
    /// Stands for a figure that is not known.
    public static let missing = "–"

    /// `1,234,567`.
    public static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude).utf8)
        var result: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `1,234.50`, half away from zero; missing when it is no number.
    ///
    /// - parameter digits: digits after the point; fewer where the number is too large for them to mean anything.
    public static func fixed(_ number: Double, digits: Int) -> String {
        guard number.isFinite else { return missing }
        let digits = min(max(digits, 0), 15)
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (number.magnitude * scale).rounded()
        guard scaled < 9e15 else { return digits > 0 ? fixed(number, digits: digits - 1) : large(number) }
        let units = Int(scaled)
        let whole = grouped(units / Int(scale))
        let sign = number < 0 && units > 0 ? "-" : ""
        guard digits > 0 else { return sign + whole }
        let fraction = String(units % Int(scale))
        return "\(sign)\(whole).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
    }

    /// `25%`; below one percent `0.4%`, and `<0.1%` for what would else seem to be nothing.
    public static func percent(_ fraction: Double) -> String {
        guard fraction.isFinite else { return missing }
        return (fraction < 0 ? "-" : "") + magnitude(fraction)
    }

    /// `+25%`, `-3%`, `0%`.
    public static func change(_ fraction: Double) -> String {
        guard fraction.isFinite else { return missing }
        return (fraction < 0 ? "-" : fraction > 0 ? "+" : "") + magnitude(fraction)
    }

    private static func magnitude(_ fraction: Double) -> String {
        let percent = fraction.magnitude * 100
        if percent == 0 { return "0%" }
        if percent < 0.05 { return "<0.1%" }
        return fixed(percent, digits: percent < 0.95 ? 1 : 0) + "%"
    }

    private static func large(_ number: Double) -> String { Int(exactly: number).map(grouped) ?? "\(number)" }
}
