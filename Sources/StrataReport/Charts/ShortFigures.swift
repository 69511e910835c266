internal import StrataModel

extension Figures {
    /// As short as a label in a chart has room for: `950`, `1,250`, `87.5k`, `1.2M`.
    static func short(_ number: Double) -> String {
        guard number.isFinite else { return missing }
        let size = number.magnitude
        // The digits after the point: three that count are enough to compare by.
        func scaled(_ unit: Double, _ name: String) -> String {
            let value = number / unit
            let digits = value.magnitude < 100 && (value * 10).rounded() != value.rounded() * 10 ? 1 : 0
            return fixed(value, digits: digits) + name
        }
        if size >= 999_500 { return size < 1e12 ? scaled(1e6, "M") : fixed(number, digits: 0) }
        if size >= 9_995 { return scaled(1e3, "k") }
        if size >= 100 || number == number.rounded() { return fixed(number, digits: 0) }
        return fixed(number, digits: size < 10 ? 2 : 1)
    }
}
