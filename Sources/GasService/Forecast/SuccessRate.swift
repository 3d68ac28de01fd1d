/// How often visits got in, seen so far, with the uncertainty that the number of visits leaves.
public struct SuccessRate: Sendable, Hashable {
    /// Visits that got in.
    public let successes: Int
    /// Visits made.
    public let trials: Int
    private let assumed: Double

    /// How many visits an assumption is worth against visits seen.
    private static let weightOfAssumption = 20.0

    /// States what was seen, and what is assumed (0 to 1) until enough was.
    public init(successes: Int, trials: Int, assumed: Double) {
        self.trials = max(0, trials)
        self.successes = min(max(0, successes), self.trials)
        self.assumed = min(max(assumed, 0.01), 0.99)
    }

    /// The rate to plan with: the mean of the beta distribution that assumption and visits make together.
    public var mean: Double { alpha / (alpha + beta) }

    /// The variance of that beta distribution.
    public var variance: Double { mean * (1 - mean) / (alpha + beta + 1) }

    /// Wilson's 95 % interval of the rate seen; 0 to 1 when nothing was seen.
    ///
    /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
    public var interval: ClosedRange<Double> {
        guard trials > 0 else { return 0...1 }
        let z = 1.959_964
        let n = Double(trials)
        let seen = Double(successes) / n
        let centre = (seen + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (seen * (1 - seen) / n + z * z / (4 * n * n)).squareRoot()
        return max(0, centre - half)...min(1, centre + half)
    }

    private var alpha: Double { Double(successes) + assumed * Self.weightOfAssumption }
    private var beta: Double { Double(trials - successes) + (1 - assumed) * Self.weightOfAssumption }
}
