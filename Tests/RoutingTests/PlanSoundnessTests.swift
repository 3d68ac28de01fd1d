import Routing
import RoutingValidation
import Testing

@Suite struct PlanSoundnessTests {
    @Test(arguments: 0..<10)
    func `every plan of a random problem obeys every rule and costs what the validator adds up`(block: UInt64) throws {
        for seed in block * 100..<(block + 1) * 100 {
            let problem = try RandomProblem.make(seed: seed)
            let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(60)))
            let faults = PlanValidator(plan, for: problem).faults()
            #expect(faults.isEmpty, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<20)
    func `every plan of a problem with all constraints at once obeys every rule and costs what it says`(
        block: UInt64
    ) throws {
        var seen = CostBreakdown()
        var (pairs, breaks) = (0, 0)
        for seed in block * 100..<(block + 1) * 100 {
            let problem = try RandomProblem.makeWithEverything(seed: seed)
            let threads = seed % 10 == 0 ? 2 : 1
            let plan = RoutingSolver.solve(
                problem, options: SolverOptions(seed: seed, threads: threads, limit: .iterations(40)))
            let faults = PlanValidator(plan, for: problem).faults()
            #expect(faults.isEmpty, "seed \(seed)")
            breaks += plan.routes.reduce(0) { $0 + $1.breaks.count }
            pairs += problem.pairs.count { !plan.unassigned.contains($0.first) }
            seen.lateness += plan.cost.lateness
            seen.balance += plan.cost.balance
            seen.preference += abs(plan.cost.preference)
        }
        // The plans are not so empty that nothing could be wrong with them.
        #expect(pairs > 0 && breaks > 0)
        #expect(seen.lateness > 0 && seen.balance > 0 && seen.preference > 0)
    }
}
