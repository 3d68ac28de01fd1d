/// Writes a state out as a plan, with all its instants and the parts of its cost.
struct PlanBuilder {
    private let state: SearchState
    private let model: SearchModel

    init(_ state: SearchState) {
        self.state = state
        model = state.model
    }

    /// One crew's route, without the rest of the plan.
    func route(of crew: Int) -> PlannedRoute {
        var cost = CostBreakdown()
        var writer = RouteWriter(state, crew: crew, visits: Array(state.visits(of: crew)))
        return writer.write(cost: &cost)
    }

    func plan() -> RoutingPlan {
        var cost = CostBreakdown()
        let routes = (0..<model.crewCount).map { crew in
            let visits = Array(state.visits(of: crew))
            var writer = RouteWriter(state, crew: crew, visits: visits)
            return writer.write(cost: &cost)
        }
        let unassigned = model.freeVisits.filter { state.nodes[Int($0)].route < 0 }.map(Int.init)
        for visit in unassigned {
            if case .optional(let prize) = model.problem.visits[visit].demand { cost.prizesForgone += prize }
        }
        return RoutingPlan(routes: routes, unassigned: unassigned, cost: cost)
    }
}

/// Writes one route: evaluates it once more, then drives it with the breaks where the evaluation put them.
private struct RouteWriter {
    private let state: SearchState
    private let model: SearchModel
    private let crew: Int
    private let record: CrewRecord
    private let visits: [Int32]
    private let prefix: CommittedPrefix
    private var time = 0
    private var location: Int
    private var route: PlannedRoute

    init(_ state: SearchState, crew: Int, visits: [Int32]) {
        self.state = state
        model = state.model
        self.crew = crew
        self.visits = visits
        record = model.crews[crew]
        prefix = CommittedPrefix(crew: crew, problem: model.problem)
        location = prefix.location
        let home = Int(record.ready)
        route = PlannedRoute(
            crew: crew, onDutySeconds: home, departureSeconds: home, stops: prefix.stops, breaks: [],
            finishSeconds: home, metres: prefix.metres, travelSeconds: prefix.travelSeconds)
    }

    mutating func write(cost: inout CostBreakdown) -> PlannedRoute {
        guard !visits.isEmpty || record.isCommitted else { return route }
        let stops = UnsafeMutablePointer<Int32>.copying(visits)
        defer { stops.deallocate() }
        let (count, nodes, evaluator) = (visits.count, state.nodes, state.evaluator)
        guard let outcome = evaluator.forward(crew: crew, stops: stops, count: count, nodes: nodes) else {
            preconditionFailure("a state holds only routes that can be driven")
        }
        let onDuty = evaluator.latestOnDuty(crew: crew, stops: stops, count: count, nodes: nodes, outcome: outcome)
        route.onDutySeconds = Int(onDuty)
        route.departureSeconds = Int(onDuty)
        time = record.isCommitted ? prefix.readySeconds : Int(onDuty)
        drive(restCounts(outcome))
        add(outcome, to: &cost)
        return route
    }

    /// For each leg the number of breaks before it and behind it.
    private func restCounts(_ outcome: RouteOutcome) -> [(before: Int, after: Int)] {
        var layer = outcome.layer
        let legs = (0...visits.count).reversed().map { index in
            state.evaluator.restsOfLastRoute(atStop: index, isEnd: index == visits.count, layer: &layer)
        }
        return legs.reversed()
    }

    private mutating func drive(_ rests: [(before: Int, after: Int)]) {
        for (index, visit) in visits.enumerated() {
            leave(resting: rests[index].before)
            let data = model.visits[Int(visit)]
            let node = state.nodes[Int(visit)]
            move(to: Int(data.location))
            let arrival = time
            rest(rests[index].after)
            let start =
                node.windowCount > 1 ? Int(model.nextStart(data, Int32(time))) : max(time, Int(node.early))
            time = start + Int(data.service)
            route.stops.append(
                PlannedStop(
                    visit: Int(visit), arrivalSeconds: arrival, startSeconds: start, endSeconds: time,
                    departureSeconds: time, isCommitted: false))
        }
        leave(resting: rests[visits.count].before)
        move(to: Int(record.endLocation))
        route.finishSeconds = time
    }

    private mutating func leave(resting count: Int) {
        rest(count)
        if route.stops.isEmpty {
            route.departureSeconds = time
        } else {
            route.stops[route.stops.count - 1].departureSeconds = time
        }
    }

    private mutating func rest(_ count: Int) {
        for _ in 0..<count {
            let number = route.breaks.count
            let data = model.breaks[Int(record.firstBreak) + number]
            let start = max(time, Int(data.earliest))
            time = start + Int(data.duration)
            route.breaks.append(
                PlannedBreak(number: number, startSeconds: start, endSeconds: time, location: location))
        }
    }

    private mutating func move(to destination: Int) {
        let drive = model.problem.travel.seconds(from: location, to: destination)
        route.metres += model.problem.travel.metres(from: location, to: destination)
        route.travelSeconds += drive
        time += drive
        location = destination
    }

    private func add(_ outcome: RouteOutcome, to cost: inout CostBreakdown) {
        cost.fixed += record.fixedCost
        cost.distance += route.metres * record.costPerMetre
        cost.duration += route.durationSeconds * record.costPerSecond
        cost.lateness += outcome.late + prefix.latenessCost
        cost.preference += outcome.preference + prefix.preferenceCost
        let busy = Int(record.busyBefore) + outcome.busy
        cost.balance += record.balanceWeight * busy * busy / Int(record.shiftLength)
    }
}
