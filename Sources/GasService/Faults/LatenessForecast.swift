#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How likely a crew is to arrive too late at a stop that is still before it.
///
/// The time to arrive is the sum of what is planned before it, drives and visits, each with its own scatter. Durations are
/// never negative and now and then very long, so their sum is taken as log-normal with the sum's mean and variance (Fenton,
/// "The sum of log-normal probability distributions in scatter transmission systems", 1960). Drives and visits are taken
/// as independent; what makes a whole city slow at once is not in it.
public struct LatenessForecast: Sendable, Hashable {
    /// A drive or a visit that must be over before the arrival.
    public struct Leg: Sendable, Hashable {
        /// Seconds planned for it, or what is left of them.
        public let seconds: Double
        /// Its standard deviation as a share of its length.
        public let scatter: Double

        /// A leg of so many seconds.
        public init(seconds: Double, scatter: Double) {
            self.seconds = max(0, seconds)
            self.scatter = max(0, scatter)
        }
    }

    /// The expected seconds until the arrival.
    public let meanSeconds: Double
    /// Their variance.
    public let variance: Double

    /// Sums up what is before the arrival.
    ///
    /// - Parameters:
    ///   - waiting: seconds that pass in any case, such as those until a shift begins.
    ///   - legs: drives and visits before the arrival.
    public init(waiting: Double = 0, legs: [Leg]) {
        meanSeconds = max(0, waiting) + legs.reduce(0) { $0 + $1.seconds }
        variance = legs.reduce(0) { $0 + ($1.seconds * $1.scatter) * ($1.seconds * $1.scatter) }
        fixed = max(0, waiting)
    }

    private let fixed: Double

    /// The probability (0 to 1) that the arrival is later than so many seconds from now.
    public func probability(laterThan seconds: Double) -> Double {
        let mean = meanSeconds - fixed
        let limit = seconds - fixed
        guard mean > 0 else { return limit < 0 ? 1 : 0 }
        guard limit > 0 else { return 1 }
        guard variance > 0 else { return mean > limit ? 1 : 0 }
        let sigma2 = log(1 + variance / (mean * mean))
        let mu = log(mean) - sigma2 / 2
        return 0.5 * erfc((log(limit) - mu) / (2 * sigma2).squareRoot())
    }
}
