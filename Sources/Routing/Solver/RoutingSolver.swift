internal import Dispatch

/// Finds a good plan for a routing problem within a budget.
///
/// The answer depends only on problem, seed and thread count when the limit is a number of iterations. The search is
/// anytime: cancelled at whatever moment, it answers with the best plan found so far.
///
///     let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: 7, limit: .seconds(10)))
public enum RoutingSolver {
    /// Searches on the calling thread, and on as many more as the options ask for; returns when the limit is reached.
    ///
    /// - Parameters:
    ///   - problem: What to solve.
    ///   - options: Seed, threads, limit and warm start.
    ///   - cancellation: A switch that ends the search early.
    /// - Returns: The best plan found; it obeys all hard rules whenever the search ends.
    public static func solve(
        _ problem: RoutingProblem, options: SolverOptions, cancellation: SolverCancellation? = nil
    ) -> RoutingPlan {
        let stopwatch = Stopwatch(threads: options.threads)
        let model = SearchModel(problem)
        var archipelago = Archipelago(model, options)
        let rounds = archipelago.rounds
        for round in 1...rounds {
            archipelago.search(
                until: Double(round) / Double(rounds), stopwatch: stopwatch, cancellation: cancellation)
            if cancellation?.isCancelled ?? false { break }
            archipelago.exchange(isLast: round == rounds)
        }
        return archipelago.plan()
    }

    /// Searches on a thread of its own, so that Swift's cooperative pool stays free; ends early when the task is
    /// cancelled, with the best plan found so far.
    public static func solve(_ problem: RoutingProblem, options: SolverOptions) async -> RoutingPlan {
        let cancellation = SolverCancellation()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                DispatchQueue.global(qos: .userInitiated).async {
                    continuation.resume(returning: solve(problem, options: options, cancellation: cancellation))
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }
}
