internal import Dispatch

/// Islands that search side by side in rounds: each a part of one solution, or each its own with exchanges between rounds.
///
/// Within a round each island is touched by one thread only, and between rounds by the caller's; what they find
/// therefore depends on seeds and iterations alone, never on which thread was faster.
struct Archipelago {
    /// With so many visits for each, islands divide one solution among them; with fewer each has its own.
    private static let smallestPart = 350

    private let islands: [Island]
    private let options: SolverOptions
    private let divides: Bool
    private var random: RandomSource
    /// In a divided search the solution on which all work, and the best there was.
    private var current = Snapshot()
    private var best = Snapshot()

    init(_ model: SearchModel, _ options: SolverOptions) {
        self.options = options
        let places = IslandPlaces(count: max(1, options.threads))
        DispatchQueue.concurrentPerform(iterations: places.count) { index in
            let seed = options.seed &+ UInt64(index) &* 0x5851_F42D_4C95_7F2D
            places.settle(Island(model, seed: seed, warmStart: options.warmStart), at: index)
        }
        islands = places.islands()
        random = RandomSource(seed: ~options.seed)
        divides =
            islands.count > 1 && !model.hasPairs && model.freeVisits.count >= Self.smallestPart * islands.count
        best = islands.map(\.best).min { $0.cost < $1.cost } ?? Snapshot()
        current = best
    }

    /// How many rounds a search has.
    var rounds: Int {
        islands.count == 1 ? 1 : divides ? 48 : 16
    }

    /// Lets all islands search until the round's end.
    mutating func search(until roundEnd: Double, stopwatch: Stopwatch, cancellation: SolverCancellation?) {
        guard divides else {
            return runIslands(until: roundEnd, stopwatch: stopwatch, cancellation: cancellation, isPartial: false)
        }
        let division = Division(islands[0].measured(current), parts: islands.count, random: &random)
        for (part, island) in islands.enumerated() { island.confine(to: part, of: division, current) }
        runIslands(until: roundEnd, stopwatch: stopwatch, cancellation: cancellation, isPartial: true)
        let bests = islands.map(\.best)
        let currents = islands.map { $0.release() }
        current = Snapshot(joining: currents, by: division)
        let island = islands[0]
        let state = island.measured(Snapshot(joining: bests, by: division))
        guard state.cost < best.cost else { return }
        best.take(state)
        options.onImprovement?(
            SearchProgress(
                iterations: island.iterations, cost: island.publicCost, unassigned: state.absent.count))
    }

    private func runIslands(
        until roundEnd: Double, stopwatch: Stopwatch, cancellation: SolverCancellation?, isPartial: Bool
    ) {
        // Each iteration touches its own island only, so sharing the array between threads is safe.
        nonisolated(unsafe) let islands = islands
        let options = options
        DispatchQueue.concurrentPerform(iterations: islands.count) { index in
            let island = islands[index]
            var clock = SearchClock(
                limit: options.limit, stopwatch: stopwatch, iterations: island.iterations, roundEnd: roundEnd,
                cancellation: cancellation)
            island.search(&clock) { found in
                if isPartial { return }
                options.onImprovement?(
                    SearchProgress(
                        iterations: found.iterations, cost: found.publicCost, unassigned: found.state.absent.count))
            }
        }
    }

    /// The island that is worst off continues from the best solution of all.
    func exchange(isLast: Bool) {
        guard islands.count > 1, !divides, !isLast else { return }
        let ranked = islands.indices.sorted { (islands[$0].best.cost, $0) < (islands[$1].best.cost, $1) }
        guard let first = ranked.first, let last = ranked.last,
            islands[last].best.cost > islands[first].best.cost
        else { return }
        islands[last].adopt(islands[first].best)
    }

    /// The best plan of all islands.
    func plan() -> RoutingPlan {
        guard !divides else { return PlanBuilder(islands[0].measured(best)).plan() }
        let first = islands.indices.min { (islands[$0].best.cost, $0) < (islands[$1].best.cost, $1) } ?? 0
        return PlanBuilder(islands[first].measured(islands[first].best)).plan()
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
