/// A plan's routes in a problem from which a rule was lifted, into which unassigned visits are inserted on trial.
struct RelaxedDay {
    private let problem: RoutingProblem
    private let original: RoutingProblem
    private let state: SearchState

    /// Loads the plan's routes; `nil` when the problem is not sound.
    init?(_ problem: RoutingProblem, _ plan: RoutingPlan, _ relaxation: Relaxation?) {
        var pinned = problem.visits
        // What pairs have agreed on stays as it is; a trial moves one visit only.
        let paired = Set(problem.pairs.flatMap { [$0.first, $0.second] })
        for stop in plan.routes.flatMap(\.stops) where paired.contains(stop.visit) && !stop.isCommitted {
            pinned[stop.visit].windows = [TimeWindow.pinned(at: stop.startSeconds)]
            pinned[stop.visit].releaseSeconds = nil
        }
        guard
            let fixed = try? RoutingProblem(
                travel: problem.travel, crews: problem.crews, visits: pinned, balanceWeight: problem.balanceWeight),
            let lifted = try? relaxation?.lifted(from: fixed, for: plan.unassigned) ?? fixed
        else { return nil }
        original = problem
        self.problem = lifted
        state = SearchState(SearchModel(lifted, withNeighbourhoods: false))
        let free = plan.routes.map { $0.stops.filter { !$0.isCommitted }.map(\.visit) }
        WarmStart(state).adopt(free)
    }

    /// Where a visit fits for less than it costs to leave it out.
    func insertion(of visit: Int) -> TrialInsertion? {
        let place = BestInsertion(state).find(Int32(visit), below: state.model.visits[visit].penalty)
        return place.after >= 0 ? written(visit, place) : nil
    }

    /// The smallest changes of the lifted rule that let a visit in, each with the crew that then serves it.
    func changes(toAdmit visit: Int, relaxing relaxation: Relaxation) -> [(change: ProblemChange, crew: Int)] {
        if relaxation == .prize {
            guard case .optional(let prize) = problem.visits[visit].demand else { return [] }
            let place = BestInsertion(state).find(Int32(visit), below: Int.max)
            guard place.after >= 0, place.delta >= prize else { return [] }
            return [(.raisePrize(visit: visit, to: place.delta + 1), Int(state.nodes[Int(place.after)].route))]
        }
        let changes = original.crews.indices.flatMap { crew -> [(change: ProblemChange, crew: Int)] in
            let place = BestInsertion(state).find(Int32(visit), inRouteOf: crew, below: Int.max)
            guard place.after >= 0, let found = written(visit, place) else { return [] }
            return change(relaxation, visit: visit, found).map { ($0, crew) }
        }
        return changes.sorted { $0.change.extent(in: original) < $1.change.extent(in: original) }
    }

    private func change(_ relaxation: Relaxation, visit: Int, _ found: TrialInsertion) -> [ProblemChange] {
        let (crew, route) = (found.crew, found.route)
        let shift = original.crews[crew].shift
        let missing = original.visits[visit].requiredSkills.subtracting(original.crews[crew].skills)
        switch relaxation {
        case .prize: return []
        case .windows: return [.openWindow(visit: visit, TimeWindow(found.startSeconds...found.startSeconds))]
        case .laterEnd:
            let end = max(shift.latestSeconds, route.finishSeconds)
            return [.changeShift(crew: crew, to: TimeWindow(shift.earliestSeconds...end))]
        case .earlierBeginning:
            // The latest beginning that the windows leave, or, should breaks need more, the one that was planned.
            return [found.latestBeginning, route.onDutySeconds].map { beginning in
                let opening = min(shift.earliestSeconds, beginning)
                return .changeShift(crew: crew, to: TimeWindow(opening...shift.latestSeconds))
            }
        case .duration: return [.raiseMaximumDuration(crew: crew, to: route.durationSeconds)]
        case .visitCount: return [.raiseMaximumVisits(crew: crew, to: route.stops.count)]
        case .capacity:
            return [.raiseCapacity(crew: crew, to: route.visits.reduce(0) { $0 + original.visits[$1].load })]
        case .skills: return missing.isEmpty ? [] : [.grantSkills(crew: crew, missing)]
        case .crews: return [.acceptCrew(visit: visit, crew: crew)]
        }
    }

    /// The cheapest stop whose removal makes room, with the route that results.
    func displacement(by visit: Int) -> (victim: Int, insertion: TrialInsertion)? {
        let paired = Set(original.pairs.flatMap { [$0.first, $0.second] })
        var best: (victim: Int, insertion: TrialInsertion)?
        var leastCost = Int.max
        for crew in original.crews.indices {
            for victim in Array(state.visits(of: crew)) where !paired.contains(Int(victim)) {
                let behind = state.nodes[Int(victim)].previous
                let before = state.cost
                state.remove(victim)
                if state.refresh(crew) {
                    let place = BestInsertion(state).find(Int32(visit), inRouteOf: crew, below: Int.max)
                    let saved = state.cost - before
                    if place.after >= 0, saved + place.delta < leastCost, let found = written(visit, place) {
                        leastCost = saved + place.delta
                        best = (Int(victim), found)
                    }
                }
                state.insert(victim, after: behind)
                state.refresh(crew)
            }
        }
        return best
    }

    /// Makes an insertion, writes the route down, and takes it back.
    private func written(_ visit: Int, _ place: InsertionPlace) -> TrialInsertion? {
        let crew = Int(state.nodes[Int(place.after)].route)
        state.insert(Int32(visit), after: place.after)
        let isDrivable = state.refresh(crew)
        defer {
            state.remove(Int32(visit))
            state.refresh(crew)
        }
        guard isDrivable else { return nil }
        let route = PlanBuilder(state).route(of: crew)
        guard let stop = route.stops.first(where: { $0.visit == visit }) else { return nil }
        let start = state.nodes[Int(state.startNode(crew))]
        let first = state.nodes[Int(start.next)]
        let drive = problem.travel.seconds(from: Int(start.location), to: Int(first.location))
        return TrialInsertion(
            crew: crew, startSeconds: stop.startSeconds, route: route,
            latestBeginning: Int(first.latestArrival) - drive)
    }
}

/// A visit inserted on trial.
struct TrialInsertion {
    var crew: Int
    /// When service at the visit begins.
    var startSeconds: Int
    /// The crew's route with the visit.
    var route: PlannedRoute
    /// The latest that the crew may set off so that the route stays in all windows, breaks apart.
    var latestBeginning: Int
}
