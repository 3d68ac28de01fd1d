import Routing
import RoutingValidation
import Testing

@Suite struct PlanSoundnessTests {
    @Test(arguments: 0..<20)
    func `every plan of a random problem with all constraints obeys every rule`(block: UInt64) throws {
        for seed in block * 100..<(block + 1) * 100 {
            let problem = try RandomProblem.make(seed: seed)
            let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(60)))
            let faults = PlanValidator(plan, for: problem).faults()
            #expect(faults.isEmpty, "seed \(seed)")
        }
    }
}
