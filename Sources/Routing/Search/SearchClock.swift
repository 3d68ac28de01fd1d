/// Says when a search, or a round of it, ends, and how far it has come.
struct SearchClock {
    /// Wall time and cancellation are looked at once in so many iterations.
    private static let stride = 32

    private let limit: SolverOptions.Limit
    private let stopwatch: Stopwatch
    private let cancellation: SolverCancellation?
    private(set) var progress: Double
    private var iterations: Int
    /// The progress at which the round ends.
    private let roundEnd: Double

    /// Starts the clock of a round.
    ///
    /// - Parameters:
    ///   - limit: The limit of the whole search.
    ///   - stopwatch: Started when the whole search began.
    ///   - iterations: Iterations that earlier rounds have done.
    ///   - roundEnd: The fraction of the search at which the round ends.
    ///   - cancellation: The switch that ends the search from outside.
    init(
        limit: SolverOptions.Limit, stopwatch: Stopwatch, iterations: Int, roundEnd: Double,
        cancellation: SolverCancellation?
    ) {
        self.limit = limit
        self.stopwatch = stopwatch
        self.iterations = iterations
        self.roundEnd = roundEnd
        self.cancellation = cancellation
        progress = 0
        progress = measure()
    }

    /// Counts an iteration; false when the round is over.
    mutating func ticks() -> Bool {
        if case .iterations(let most) = limit {
            guard iterations < Int((Double(most) * roundEnd).rounded()) else { return false }
        }
        if iterations % Self.stride == 0 {
            if cancellation?.isCancelled ?? false { return false }
            progress = measure()
        }
        iterations += 1
        return progress < roundEnd
    }

    private func measure() -> Double {
        switch limit {
        case .iterations(let most): Double(iterations) / Double(max(1, most))
        case .seconds(let most): stopwatch.seconds / max(1e-6, most)
        case .processorSeconds(let most): stopwatch.processorSeconds / max(1e-6, most)
        }
    }
}
