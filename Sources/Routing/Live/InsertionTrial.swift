/// Tries a new visit at every place of one crew's route.
struct InsertionTrial {
    /// A route with the new visit, and what it costs with the prizes of those that gave way.
    private struct Fit {
        var sequence: [Int32]
        var displaced: [Int32]
        var cost: Int
    }

    private let route: RunningRoute
    private let crew: Int
    private let day: RunningRoute.Day
    private let ranking: LiveInsertion.Ranking
    private let state: SearchState
    /// Visits still to come, in order.
    private let remaining: [Int32]
    private let newcomer: Int32

    init(_ route: RunningRoute, crew: Int, of day: RunningRoute.Day, ranking: LiveInsertion.Ranking) {
        self.route = route
        self.crew = crew
        self.day = day
        self.ranking = ranking
        state = SearchState(SearchModel(route.problem, withNeighbourhoods: false))
        let last = route.visits.count - 1
        remaining = (route.firstFree..<last).map(Int32.init)
        newcomer = Int32(last)
    }

    /// The best place in this route; `nil` when there is none.
    func option(displacing: Bool) -> InsertionOption? {
        guard state.model.eligible[Int(newcomer) * state.model.classCount], let planned = planned() else { return nil }
        var best: Fit?
        for place in 0...remaining.count {
            var sequence = remaining
            sequence.insert(newcomer, at: place)
            guard let found = fit(sequence, displacing: displacing), found.cost < best?.cost ?? Int.max else {
                continue
            }
            best = found
            // Further back it can only begin later.
            if ranking == .earliestArrival { break }
        }
        return best.map { written($0, planned: planned) }
    }

    /// What the route costs without the new visit.
    private func planned() -> Int? {
        guard !remaining.isEmpty || state.model.crews[0].isCommitted else { return 0 }
        return fit(remaining, displacing: true)?.cost
    }

    /// The route as it is, or after as few visits as possible have given way.
    private func fit(_ sequence: [Int32], displacing: Bool) -> Fit? {
        if let cost = cost(sequence) { return Fit(sequence: sequence, displaced: [], cost: cost) }
        guard displacing else { return nil }
        var left = sequence
        var displaced: [Int32] = []
        let candidates = sequence.filter { route.mayGiveWay[Int($0)] }.sorted { (prize($0), $0) < (prize($1), $1) }
        for candidate in candidates {
            left.removeAll { $0 == candidate }
            displaced.append(candidate)
            if cost(left) != nil { break }
        }
        guard cost(left) != nil else { return nil }
        for candidate in displaced.reversed() {
            let others = displaced.filter { $0 != candidate }
            let fuller = sequence.filter { !others.contains($0) }
            if cost(fuller) != nil {
                left = fuller
                displaced = others
            }
        }
        guard let cost = cost(left) else { return nil }
        return Fit(
            sequence: left, displaced: sequence.filter(displaced.contains),
            cost: cost + displaced.reduce(0) { $0 + prize($1) })
    }

    private func prize(_ visit: Int32) -> Int { state.model.visits[Int(visit)].penalty }

    /// What a sequence costs, or `nil` when it breaks a rule.
    private func cost(_ sequence: [Int32]) -> Int? {
        let record = state.routes[0]
        guard sequence.count <= record.visitsLeft,
            sequence.reduce(0, { $0 + state.model.visits[Int($1)].load }) <= record.loadLeft
        else { return nil }
        return sequence.withUnsafeBufferPointer { stops in
            stops.baseAddress.flatMap {
                state.evaluator.cost(crew: 0, stops: $0, count: stops.count, nodes: state.nodes)
            }
        }
    }

    // MARK: Telling

    /// Makes the route, writes it down, and takes it back.
    private func written(_ fit: Fit, planned: Int) -> InsertionOption {
        for visit in fit.sequence { state.insert(visit, after: state.nodes[Int(state.endNode(0))].previous) }
        state.refresh(0)
        defer { state.dissolve(0) }
        let small = PlanBuilder(state).route(of: 0)
        let stop = small.stops.first { $0.visit == Int(newcomer) } ?? small.stops[small.stops.count - 1]
        let due = route.problem.visits[Int(newcomer)].dueSeconds ?? stop.startSeconds
        let renamed = route.renamed(small, crew: crew)
        let delays = delays(renamed)
        return InsertionOption(
            crew: crew, arrivalSeconds: stop.arrivalSeconds, startSeconds: stop.startSeconds,
            lateSeconds: max(0, stop.startSeconds - due), route: renamed, delays: delays,
            missedPromises: missedPromises(renamed, delayed: Set(delays.map(\.visit))),
            displaced: fit.displaced.map { route.visits[Int($0)] }, addedCost: fit.cost - planned)
    }

    private func delays(_ route: PlannedRoute) -> [InsertionOption.Delay] {
        let planned = Dictionary(
            day.plan.routes[crew].stops.map { ($0.visit, $0.startSeconds) }, uniquingKeysWith: { first, _ in first })
        return route.stops.compactMap { stop in
            guard let before = planned[stop.visit], stop.startSeconds > before else { return nil }
            return InsertionOption.Delay(visit: stop.visit, seconds: stop.startSeconds - before)
        }
    }

    private func missedPromises(_ route: PlannedRoute, delayed: Set<Int>) -> [InsertionOption.MissedPromise] {
        route.stops.filter { delayed.contains($0.visit) }.flatMap { stop -> [InsertionOption.MissedPromise] in
            let visit = day.visits[stop.visit]
            var missed: [InsertionOption.MissedPromise] = []
            let closing = visit.windows.map(\.latestSeconds).filter { $0 < stop.startSeconds }.max()
            if let closing, !visit.windows.contains(where: { $0.contains(stop.startSeconds) }) {
                missed.append(.init(visit: stop.visit, kind: .window, seconds: stop.startSeconds - closing))
            }
            if let due = visit.dueSeconds, stop.startSeconds > due {
                missed.append(.init(visit: stop.visit, kind: .due, seconds: stop.startSeconds - due))
            }
            return missed
        }
    }
}
