/// The answer to a routing problem: a route for each crew, what is left out, and what it costs.
public struct RoutingPlan: Hashable, Sendable {
    /// One route for each crew, in the problem's order; unused crews have no stops.
    public var routes: [PlannedRoute]
    /// Visits that no crew serves, ascending; when a mandatory one is among them, the plan is incomplete.
    public var unassigned: [Int]
    /// What the plan costs; mandatory visits left out have no price here.
    public var cost: CostBreakdown

    /// Makes a plan, for instance one that was stored.
    public init(
        routes: [PlannedRoute], unassigned: [Int], cost: CostBreakdown
    ) {
        self.routes = routes
        self.unassigned = unassigned
        self.cost = cost
    }

    /// The visits of each crew in order, the form in which a warm start is given.
    public var sequences: [[Int]] {
        routes.map(\.visits)
    }

    /// The mandatory visits that are left out.
    public func missing(in problem: RoutingProblem) -> [Int] {
        unassigned.filter { problem.visits[$0].isMandatory }
    }
}
