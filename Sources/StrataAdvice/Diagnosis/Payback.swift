/// What shortening the time to production is worth, out of numbers that the user gives and no others.
public struct Payback: Sendable, Hashable {
    /// What one hire costs a year, all told.
    public var salary: Double
    /// Months that a model takes to production now.
    public var monthsToProduction: Double
    /// What a model in production is worth a month.
    public var valuePerMonth: Double
    /// Months that it is to take with the hires; nil where the user does not say.
    public var monthsAfter: Double?
    public var hires: Int

    /// - returns: nil where nobody is to be hired.
    public init?(salary: Double, monthsToProduction: Double, valuePerMonth: Double, monthsAfter: Double?, hires: Int) {
        guard hires > 0 else { return nil }
        self.salary = salary
        self.monthsToProduction = monthsToProduction
        self.valuePerMonth = valuePerMonth
        self.monthsAfter = monthsAfter
        self.hires = hires
    }

    /// What the hires cost a month.
    public var costPerMonth: Double { Double(hires) * salary / 12 }

    /// Months after which a model must be in production for its first model alone to pay the hires by the month in which it
    /// would have come without them: their cost up to then equals the value of the months gained.
    ///
    /// cost × T = value × (T − m), so m = T × (1 − cost / value); nil where the cost is above the value, which no shortening
    /// pays.
    public var breakEvenMonths: Double? {
        guard valuePerMonth > costPerMonth else { return nil }
        return monthsToProduction * (1 - costPerMonth / valuePerMonth)
    }

    /// What is gained by the month in which the model would have come without the hires: value × (T − m) − cost × T.
    public var gain: Double? {
        monthsAfter.map { valuePerMonth * (monthsToProduction - $0) - costPerMonth * monthsToProduction }
    }
}
