import Routing
import Synchronization
import Testing

@Suite struct CostTests {
    @Test(arguments: 0..<5)
    func `the cost that the search steered by is the cost of the plan it gives`(block: UInt64) throws {
        var compared = 0
        for seed in block * 40..<(block + 1) * 40 {
            let problem = try RandomProblem.make(seed: seed)
            let last = Mutex<SearchProgress?>(nil)
            let plan = RoutingSolver.solve(
                problem,
                options: SolverOptions(seed: seed, limit: .iterations(80)) { progress in
                    last.withLock { $0 = progress }
                })
            // Where the first plan is the best, nothing is told.
            guard let found = last.withLock({ $0 }) else { continue }
            compared += 1
            #expect(found.cost == plan.cost.total, "seed \(seed)")
            #expect(found.unassigned == plan.unassigned.count, "seed \(seed)")
        }
        #expect(compared >= 20)
    }
}
