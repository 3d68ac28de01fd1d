import Routing
import RoutingValidation
import Testing

@Suite struct PairTests {
    @Test func `the first of a pair begins in one of its windows, never between two`() throws {
        // One second between the two places; what fills the first window must be done before the pair.
        let travel = try TravelMatrix(locationCount: 2, seconds: [0, 1, 1, 0], metres: [0, 1, 1, 0])
        let problem = try RoutingProblem(
            travel: travel,
            crews: [Crew(startLocation: 0, shift: TimeWindow(0...1000), costPerSecond: 1)],
            visits: [
                Visit(location: 1, windows: [TimeWindow(0...100), TimeWindow(120...400)]),
                Visit(location: 1, windows: [TimeWindow(250...300)]),
                Visit(location: 0, serviceSeconds: 109, windows: [TimeWindow(0...0)]),
            ],
            pairs: [VisitPair(first: 0, second: 1, relation: .precedence(gapSeconds: 0))])
        for seed in 0..<20 as Range<UInt64> {
            let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(50)))
            #expect(PlanValidator(plan, for: problem).faults().isEmpty, "seed \(seed)")
            #expect(plan.unassigned.isEmpty, "seed \(seed)")
        }
    }
}
