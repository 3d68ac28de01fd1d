import Routing
import RoutingValidation
import Testing

@Suite struct OptimalityTests {
    @Test(arguments: 0..<4)
    func `small problems come to the exhaustive optimum in nine of ten cases and near it in all`(block: UInt64) throws {
        var optimal = 0
        for seed in block * 10..<(block + 1) * 10 {
            let problem = try SmallProblem.make(seed: seed, visits: 5)
            let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(400)))
            let optimum = ExhaustiveSearch(problem).optimum()
            #expect(PlanValidator(plan, for: problem).faults().isEmpty, "seed \(seed)")
            #expect(plan.missing(in: problem).count == optimum.missed, "seed \(seed)")
            #expect(plan.cost.total >= optimum.cost, "seed \(seed)")
            #expect(plan.cost.total * 20 <= optimum.cost * 21, "seed \(seed)")
            optimal += plan.cost.total == optimum.cost ? 1 : 0
        }
        #expect(optimal >= 9)
    }
}
