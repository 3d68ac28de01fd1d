/// Fits an urgent visit into a day that is already running.
///
/// Looks at every place of every crew's route exactly, so that the answer is the best single insertion there is;
/// linear in the stops still to come times their route's length. Stops that have begun, that a crew has left for, or
/// that were promised to a customer never move.
public struct LiveInsertion: Sendable {
    /// What comes first among the options.
    public enum Ranking: Hashable, Sendable {
        /// The least added cost; lateness of the new visit counts with its weight.
        case leastCost
        /// The earliest arrival; for emergencies.
        case earliestArrival
    }

    private let problem: RoutingProblem
    private let plan: RoutingPlan
    private let promised: Set<Int>

    /// Makes an insertion into a plan.
    ///
    /// - Parameters:
    ///   - problem: The problem that the plan solves; its matrix must know the new visit's place.
    ///   - plan: The running plan.
    ///   - promised: Visits whose start was promised to a customer.
    public init(problem: RoutingProblem, plan: RoutingPlan, promised: Set<Int> = []) {
        self.problem = problem
        self.plan = plan
        self.promised = promised
    }

    /// The ways to fit a visit in, best first, at most one for each crew.
    ///
    /// - Parameters:
    ///   - visit: The new visit.
    ///   - now: The present instant, in seconds.
    ///   - ranking: What comes first.
    /// - Returns: Options; when no crew can take the visit, those for which one optional visit gives way; none when
    ///   even that does not help.
    /// - Throws: `RoutingProblemError` when the new visit is not sound.
    public func options(
        inserting visit: Visit, now: Int, ranking: Ranking = .leastCost
    ) throws(RoutingProblemError) -> [InsertionOption] {
        let day = try RunningDay(problem, plan, now: now, promised: promised, adding: visit)
        let state = SearchState(SearchModel(day.problem, withNeighbourhoods: false))
        WarmStart(state).adopt(day.remaining)
        let newcomer = Int32(day.problem.visits.count - 1)

        var found = options(for: newcomer, visit, in: state)
        if found.isEmpty { found = optionsDisplacing(for: newcomer, visit, in: state) }
        switch ranking {
        case .leastCost:
            return found.sorted { ($0.addedCost, $0.startSeconds, $0.crew) < ($1.addedCost, $1.startSeconds, $1.crew) }
        case .earliestArrival:
            return found.sorted { ($0.startSeconds, $0.addedCost, $0.crew) < ($1.startSeconds, $1.addedCost, $1.crew) }
        }
    }

    private func options(for newcomer: Int32, _ visit: Visit, in state: SearchState) -> [InsertionOption] {
        let insertion = BestInsertion(state)
        return problem.crews.indices.compactMap { crew in
            let place = insertion.find(newcomer, inRouteOf: crew, below: Int.max)
            guard place.after >= 0 else { return nil }
            return option(newcomer, visit, crew, place, displacing: nil, in: state)
        }
    }

    private func optionsDisplacing(for newcomer: Int32, _ visit: Visit, in state: SearchState) -> [InsertionOption] {
        let insertion = BestInsertion(state)
        return problem.crews.indices.compactMap { crew in
            var best: (place: InsertionPlace, victim: Int32, cost: Int)?
            for victim in Array(state.visits(of: crew)) where mayGiveWay(Int(victim)) {
                let behind = state.nodes[Int(victim)].previous
                let before = state.cost
                state.remove(victim)
                if state.refresh(crew) {
                    let place = insertion.find(newcomer, inRouteOf: crew, below: Int.max)
                    if place.after >= 0 {
                        let cost = state.cost - before + place.delta
                        if cost < best?.cost ?? Int.max { best = (place, victim, cost) }
                    }
                }
                state.insert(victim, after: behind)
                state.refresh(crew)
            }
            guard let best else { return nil }
            let behind = state.nodes[Int(best.victim)].previous
            state.remove(best.victim)
            state.refresh(crew)
            defer {
                state.insert(best.victim, after: behind)
                state.refresh(crew)
            }
            return option(newcomer, visit, crew, best.place, displacing: best.victim, in: state)
        }
    }

    private func mayGiveWay(_ visit: Int) -> Bool {
        !problem.visits[visit].isMandatory && !promised.contains(visit)
            && !problem.pairs.contains { $0.first == visit || $0.second == visit }
    }

    /// Makes the insertion, writes it down, and takes it back.
    private func option(
        _ newcomer: Int32, _ visit: Visit, _ crew: Int, _ place: InsertionPlace, displacing victim: Int32?,
        in state: SearchState
    ) -> InsertionOption? {
        state.insert(newcomer, after: place.after)
        let isDrivable = state.refresh(crew)
        defer {
            state.remove(newcomer)
            state.refresh(crew)
        }
        guard isDrivable else { return nil }
        let route = PlanBuilder(state).route(of: crew)
        guard let stop = route.stops.first(where: { $0.visit == Int(newcomer) }) else { return nil }
        let prize = victim.map { state.model.visits[Int($0)].penalty } ?? 0
        return InsertionOption(
            crew: crew, arrivalSeconds: stop.arrivalSeconds, startSeconds: stop.startSeconds,
            lateSeconds: max(0, stop.startSeconds - (visit.dueSeconds ?? stop.startSeconds)), route: route,
            delays: delays(route), displaced: victim.map { [Int($0)] } ?? [], addedCost: place.delta + prize)
    }

    private func delays(_ route: PlannedRoute) -> [InsertionOption.Delay] {
        let planned = Dictionary(
            plan.routes[route.crew].stops.map { ($0.visit, $0.startSeconds) }, uniquingKeysWith: { first, _ in first })
        return route.stops.compactMap { stop in
            guard let before = planned[stop.visit], stop.startSeconds > before else { return nil }
            return InsertionOption.Delay(visit: stop.visit, seconds: stop.startSeconds - before)
        }
    }
}
