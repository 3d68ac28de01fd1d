package import GasService

/// How many obligations will be inspected by their deadlines, with the interval that holds the truth 95 times in 100.
package struct ForecastReport: Sendable, Hashable, Codable {
    /// Obligations due by the day.
    package let due: Int
    /// Those expected to be inspected in time.
    package let expected: Double
    /// The interval's lower end.
    package let low: Double
    /// Its upper end.
    package let high: Double
    /// The expected share; nil when nothing is due.
    package let coverage: Double?
    /// The share at the interval's lower end.
    package let coverageLow: Double?
    /// The share at its upper end.
    package let coverageHigh: Double?

    /// States a forecast.
    package init(_ forecast: CoverageForecast) {
        self.init(
            due: forecast.due, expected: forecast.expected, low: forecast.interval.lowerBound,
            high: forecast.interval.upperBound)
    }

    /// States several forecasts as one; the luck of one district tells nothing of another's.
    package init(sumOf forecasts: [ForecastReport]) {
        let due = forecasts.reduce(0) { $0 + $1.due }
        let expected = forecasts.reduce(0) { $0 + $1.expected }
        let variance = forecasts.reduce(0) { sum, one in
            let half = max(one.high - one.expected, one.expected - one.low)
            return sum + half * half
        }
        let half = variance.squareRoot()
        self.init(due: due, expected: expected, low: max(0, expected - half), high: min(Double(due), expected + half))
    }

    private init(due: Int, expected: Double, low: Double, high: Double) {
        (self.due, self.expected, self.low, self.high) = (due, expected, low, high)
        let share = { (count: Double) in due > 0 ? count / Double(due) : nil }
        (coverage, coverageLow, coverageHigh) = (share(expected), share(low), share(high))
    }
}
