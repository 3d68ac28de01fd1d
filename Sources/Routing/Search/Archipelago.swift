internal import Dispatch

/// Islands that search side by side in rounds and exchange their best between rounds.
///
/// Within a round each island is touched by one thread only, and between rounds by the caller's; what they find
/// therefore depends on seeds and iterations alone, never on which thread was faster.
struct Archipelago {
    private let islands: [Island]
    private let options: SolverOptions

    init(_ model: SearchModel, _ options: SolverOptions) {
        self.options = options
        let places = IslandPlaces(count: max(1, options.threads))
        DispatchQueue.concurrentPerform(iterations: places.count) { index in
            let seed = options.seed &+ UInt64(index) &* 0x5851_F42D_4C95_7F2D
            places.settle(Island(model, seed: seed, warmStart: options.warmStart), at: index)
        }
        islands = places.islands()
    }

    var count: Int { islands.count }

    /// Lets all islands search until the round's end.
    func search(until roundEnd: Double, stopwatch: Stopwatch, cancellation: SolverCancellation?) {
        // Each iteration touches its own island only, so sharing the array between threads is safe.
        nonisolated(unsafe) let islands = islands
        let options = options
        DispatchQueue.concurrentPerform(iterations: islands.count) { index in
            let island = islands[index]
            var clock = SearchClock(
                limit: options.limit, stopwatch: stopwatch, iterations: island.iterations, roundEnd: roundEnd,
                cancellation: cancellation)
            island.search(&clock) { found in
                options.onImprovement?(
                    SearchProgress(
                        iterations: found.iterations, cost: found.publicCost, unassigned: found.state.absent.count))
            }
        }
    }

    /// The island that is worst off continues from the best solution of all.
    func exchange(isLast: Bool) {
        guard islands.count > 1, !isLast else { return }
        let ranked = islands.indices.sorted { (islands[$0].best.cost, $0) < (islands[$1].best.cost, $1) }
        guard let first = ranked.first, let last = ranked.last,
            islands[last].best.cost > islands[first].best.cost
        else { return }
        islands[last].adopt(islands[first].best)
    }

    /// The best plan of all islands.
    func plan() -> RoutingPlan {
        let best = islands.indices.min { (islands[$0].best.cost, $0) < (islands[$1].best.cost, $1) } ?? 0
        let island = islands[best]
        island.best.restore(island.state)
        return PlanBuilder(island.state).plan()
    }
}

/// Places for islands that are made side by side.
private final class IslandPlaces: Sendable {
    let count: Int
    // Each place is written once, by one thread, and read after all threads have ended.
    private nonisolated(unsafe) let places: UnsafeMutablePointer<Island?>

    init(count: Int) {
        self.count = count
        places = .allocate(capacity: count)
        places.initialize(repeating: nil, count: count)
    }

    deinit {
        places.deinitialize(count: count)
        places.deallocate()
    }

    func settle(_ island: Island, at index: Int) {
        places[index] = island
    }

    func islands() -> [Island] {
        (0..<count).compactMap { places[$0] }
    }
}
