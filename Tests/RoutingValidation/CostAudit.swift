import Routing

/// Adds up what a plan costs, from its stops and instants.
struct CostAudit {
    private let plan: RoutingPlan
    private let problem: RoutingProblem

    init(_ plan: RoutingPlan, _ problem: RoutingProblem) {
        self.plan = plan
        self.problem = problem
    }

    func faults() -> [PlanFault] {
        var expected = CostBreakdown()
        for route in plan.routes where route.isUsed {
            let crew = problem.crews[route.crew]
            expected.fixed += crew.fixedCost
            expected.distance += route.metres * crew.costPerMetre
            expected.duration += route.durationSeconds * crew.costPerSecond
            var busy = route.travelSeconds
            for stop in route.stops {
                let visit = problem.visits[stop.visit]
                expected.lateness +=
                    max(0, stop.startSeconds - (visit.dueSeconds ?? stop.startSeconds)) * visit.lateCostPerSecond
                expected.preference += visit.crewCosts[route.crew] ?? 0
                busy += visit.serviceSeconds
            }
            let shift = max(1, crew.shift.latestSeconds - crew.shift.earliestSeconds)
            expected.balance += problem.balanceWeight * busy * busy / shift
        }
        for visit in plan.unassigned {
            if case .optional(let prize) = problem.visits[visit].demand { expected.prizesForgone += prize }
        }
        let parts: [(String, KeyPath<CostBreakdown, Int>)] = [
            ("fixed", \.fixed), ("distance", \.distance), ("duration", \.duration), ("lateness", \.lateness),
            ("preference", \.preference), ("balance", \.balance), ("prizesForgone", \.prizesForgone),
        ]
        return parts.compactMap { name, path in
            let (sum, found) = (expected[keyPath: path], plan.cost[keyPath: path])
            return sum == found ? nil : .cost(part: name, expected: sum, found: found)
        }
    }
}
