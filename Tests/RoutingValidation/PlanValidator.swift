public import Routing

/// Checks a plan against its problem, from the problem's definition alone.
///
/// Written apart from the solver and sharing no code with it: it sees only what any user of the package sees.
public struct PlanValidator {
    private let problem: RoutingProblem
    private let plan: RoutingPlan

    /// Makes a validator.
    public init(_ plan: RoutingPlan, for problem: RoutingProblem) {
        self.plan = plan
        self.problem = problem
    }

    /// All faults of the plan; none when it is right.
    public func faults() -> [PlanFault] {
        guard plan.routes.map(\.crew) == Array(problem.crews.indices) else { return [.routes] }
        var faults = coverage() + pairs() + CostAudit(plan, problem).faults()
        for route in plan.routes {
            faults += RouteAudit(route, problem).faults()
        }
        return faults
    }

    private func coverage() -> [PlanFault] {
        var count = [Int](repeating: 0, count: problem.visits.count)
        for visit in plan.routes.flatMap(\.visits) + plan.unassigned {
            guard count.indices.contains(visit) else { return [.coverage(visit: visit)] }
            count[visit] += 1
        }
        return count.indices.filter { count[$0] != 1 }.map { .coverage(visit: $0) }
            + (plan.unassigned == plan.unassigned.sorted() ? [] : [.coverage(visit: -1)])
    }

    private func pairs() -> [PlanFault] {
        var places: [Int: (crew: Int, stop: PlannedStop)] = [:]
        for route in plan.routes {
            for stop in route.stops { places[stop.visit] = (route.crew, stop) }
        }
        return problem.pairs.enumerated().compactMap { index, pair in
            switch (places[pair.first], places[pair.second], pair.relation) {
            case (nil, nil, _):
                return nil
            case (let first?, let second?, .simultaneous):
                let holds = first.crew != second.crew && first.stop.startSeconds == second.stop.startSeconds
                return holds ? nil : .pair(index: index)
            case (let first?, let second?, .precedence(let gap)):
                return second.stop.startSeconds >= first.stop.endSeconds + gap ? nil : .pair(index: index)
            default:
                return .pair(index: index)
            }
        }
    }
}
