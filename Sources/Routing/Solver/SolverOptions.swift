/// How long to search, with what seed, on how many threads, from where.
public struct SolverOptions: Sendable {
    /// When to stop.
    public enum Limit: Hashable, Sendable {
        /// After so many iterations on each thread: the result then depends on nothing but problem, seed and threads.
        case iterations(Int)
        /// After so many seconds of wall time.
        case seconds(Double)
        /// After each thread has had so many seconds of processor on average: for fair comparisons on a busy machine.
        /// Counts what the whole process uses.
        case processorSeconds(Double)
    }

    /// Where the random numbers start.
    public var seed: UInt64
    /// How many searches run side by side: on parts of one plan when it is large, else each on its own plan.
    public var threads: Int
    /// When to stop.
    public var limit: Limit
    /// Visits of each crew in order, as in `RoutingPlan.sequences`, to start from; what no longer fits is dropped.
    public var warmStart: [[Int]]?
    /// Told of each better plan's cost as it is found, from whichever thread found it.
    public var onImprovement: (@Sendable (SearchProgress) -> Void)?

    /// Makes options.
    public init(
        seed: UInt64 = 1, threads: Int = 1, limit: Limit, warmStart: [[Int]]? = nil,
        onImprovement: (@Sendable (SearchProgress) -> Void)? = nil
    ) {
        self.seed = seed
        self.threads = threads
        self.limit = limit
        self.warmStart = warmStart
        self.onImprovement = onImprovement
    }
}

/// A better plan was found.
public struct SearchProgress: Hashable, Sendable {
    /// Iterations done by the thread that found it.
    public var iterations: Int
    /// Cost of the plan, without the mandatory visits that it misses.
    public var cost: Int
    /// How many visits the plan leaves out.
    public var unassigned: Int
}
