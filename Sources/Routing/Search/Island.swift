/// One search on one thread: ruin, recreate, accept or take back, and remember the best.
///
/// *Slack Induction by String Removals*: Christiaens & Vanden Berghe (2020), Transportation Science 54(2).
final class Island {
    /// How often routes are opened and optional visits inserted even at a loss.
    private static let eagerness = 0.1
    /// How often a route is opened for less than the way to and from its first visit.
    private static let openings = 0.2
    /// How often a whole route is ruined, where crews differ and routes are long.
    private static let wholeRoutes = 0.02
    /// The part of the search in which, as long as mandatory visits are missing, serving them comes before all cost.
    private static let fleetSearch = 0.3

    let state: SearchState
    private(set) var best = Snapshot()
    private(set) var iterations = 0

    private let model: SearchModel
    private let mayGainByEagerness: Bool
    private let removal: StringRemoval
    private let routeRemoval: RouteRemoval
    private let crewsDiffer: Bool
    private let recreation: GreedyRecreate
    private let tails: SwapTails
    private var random: RandomSource
    private var annealing: Annealing
    private var absences: AbsenceLedger
    private var isScheduled = false
    /// The visits around which to ruin.
    private var seeds: [Int32]
    private var hidden = SearchState.Hidden()
    private var removed: [Int32] = []

    /// Makes an island with a first solution: the warm start as far as it fits, the rest inserted greedily.
    init(_ model: SearchModel, seed: UInt64, warmStart: [[Int]]?) {
        self.model = model
        seeds = model.freeVisits
        mayGainByEagerness = model.hasOptionalVisits || model.problem.crews.contains { $0.fixedCost > 0 }
        state = SearchState(model)
        random = RandomSource(seed: seed)
        removal = StringRemoval(state)
        routeRemoval = RouteRemoval(state)
        crewsDiffer = model.classCount > 1
        tails = SwapTails(state)
        recreation = GreedyRecreate(state, blinks: Blinks(seed: seed ^ 0xB11B))
        annealing = Annealing(arcCost: 1)
        absences = AbsenceLedger(model.problem)
        if let warmStart { WarmStart(state).adopt(warmStart) }
        var visits = model.freeVisits.filter { state.nodes[Int($0)].route < 0 }
        recreation.recreate(&visits, isEager: warmStart == nil, random: &random)
        annealing = Annealing(arcCost: arcCost())
        best.take(state)
    }

    /// Searches until the clock says stop; tells of improvements as they come.
    func search(_ clock: inout SearchClock, onImprovement: (Island) -> Void) {
        guard !seeds.isEmpty, model.crewCount > 0 else { return }
        while clock.ticks() {
            if !isScheduled, clock.progress > 0.04 {
                isScheduled = true
                let expected = Double(iterations) / clock.progress
                annealing.divide(iterationsForEachVisit: expected / Double(model.freeVisits.count))
            }
            annealing.cool(to: clock.progress)
            iterations += 1
            let before = state.cost
            let missed = clock.progress < Self.fleetSearch ? absences.weigh(state.absent) : AbsenceLedger.Weight()
            let threshold = annealing.threshold(before, random: &random)
            state.beginTrial()
            ruin()
            let isEager = mayGainByEagerness && random.unit() < Self.eagerness
            let share = random.unit() < Self.openings ? random.unit() : 1
            recreation.recreate(&removed, isEager: isEager, approachShare: share, random: &random)
            tails.improve(around: removed)
            if state.cost >= before, Double(state.cost) >= threshold, !isNearerToComplete(than: missed) {
                state.undo()
            } else if state.cost < best.cost {
                best.take(state)
                onImprovement(self)
            }
            if missed.missing > 0 { absences.note(state.absent) }
        }
    }

    /// Whether the state misses no more mandatory visits than before, and such as were missed less often.
    private func isNearerToComplete(than before: AbsenceLedger.Weight) -> Bool {
        guard before.missing > 0 else { return false }
        let now = absences.weigh(state.absent)
        return now.missing <= before.missing && now.sum < before.sum
    }

    /// Begins a round on one part of a solution; `best` is then the best of that part in this round.
    func confine(to part: Int, of division: Division, _ solution: Snapshot) {
        solution.restore(state)
        hidden = state.hide(allBut: division.crews[part], absentees: division.absentees[part])
        let own = division.crews[part].indices.filter { division.crews[part][$0] }
        seeds = own.flatMap { Array(state.visits(of: $0)) } + division.absentees[part].sorted()
        best.take(state)
    }

    /// Ends a round on a part, and gives the part as the search left it.
    func release() -> Snapshot {
        var current = Snapshot()
        current.take(state)
        for crew in 0..<model.crewCount where state.routes[crew].count > 0 { state.dissolve(crew) }
        state.reveal(hidden)
        hidden = SearchState.Hidden()
        seeds = model.freeVisits
        return current
    }

    /// The island's state, made equal to a solution.
    func measured(_ solution: Snapshot) -> SearchState {
        solution.restore(state)
        return state
    }

    /// Continues from another island's best solution.
    func adopt(_ snapshot: Snapshot) {
        snapshot.restore(state)
        if snapshot.cost < best.cost { best = snapshot }
    }

    /// Cost of the state as a plan has it: with committed stops, without the penalties of mandatory visits it misses.
    var publicCost: Int {
        var cost = state.cost + model.committedCost
        for index in 0..<state.absent.count {
            let visit = Int(state.absent[index])
            if model.problem.visits[visit].isMandatory { cost -= model.visits[visit].penalty }
        }
        return cost
    }

    private func ruin() {
        let seed = seeds[random.below(seeds.count)]
        // Strings take shorter routes as a whole, or nearly, anyway.
        let isWhole =
            crewsDiffer && state.averageCount > 2 * StringRemoval.longestString && random.unit() < Self.wholeRoutes
        if !isWhole || !routeRemoval.ruin(routeOf: seed, removed: &removed) {
            removal.ruin(around: seed, removed: &removed, random: &random)
        }
        addAbsentVisits(near: seed)
    }

    /// Offers absent visits another chance: all of them when they are few, else those near the ruin.
    private func addAbsentVisits(near seed: Int32) {
        let limit = 12
        guard state.absent.count > removed.count else { return }
        guard state.absent.count > removed.count + limit else {
            removed.removeAll(keepingCapacity: true)
            for index in 0..<state.absent.count { removed.append(state.absent[index]) }
            return
        }
        let adjacent = model.neighbours.adjacent(to: seed)
        let most = removed.count + limit
        for index in -1..<model.neighbours.adjacentCount where removed.count < most {
            let visit = index < 0 ? seed : adjacent[index]
            if state.absent.contains(visit), !removed.contains(visit) { removed.append(visit) }
        }
    }

    private func arcCost() -> Double {
        var cost = 0
        var arcs = 0
        for crew in 0..<model.crewCount where state.routes[crew].count > 0 {
            cost += state.routes[crew].cost - model.crews[crew].fixedCost
            arcs += Int(state.routes[crew].count) + 1
        }
        return Double(max(cost, 1)) / Double(max(arcs, 1))
    }
}
