import Routing
import RoutingValidation
import Testing

/// Problems whose crews are just enough, or cost more than any way.
@Suite struct FleetTests {
    /// Visits whose loads fill a number of crews to the last unit: few ways to share them out leave nobody.
    private func tight(seed: UInt64, crews: Int, spare: Int, fixedCost: Int = 0) throws -> RoutingProblem {
        var random = SplitMix(state: seed)
        var visits: [Visit] = []
        for _ in 0..<crews {
            let cuts = Set((0..<4).map { _ in random.in(1...99) }).sorted()
            for (from, to) in zip([0] + cuts, cuts + [100]) {
                visits.append(Visit(location: visits.count + 1, serviceSeconds: 60, load: to - from))
            }
        }
        let places = (0...visits.count).map { _ in (x: random.in(0...1000), y: random.in(0...1000)) }
        let entries = places.flatMap { from in places.map { Int32(abs(from.x - $0.x) + abs(from.y - $0.y)) } }
        let crew = Crew(startLocation: 0, shift: TimeWindow(0...20_000), capacity: 100, fixedCost: fixedCost)
        return try RoutingProblem(
            travel: TravelMatrix(locationCount: places.count, seconds: entries, metres: entries),
            crews: Array(repeating: crew, count: crews + spare), visits: visits)
    }

    @Test(arguments: 0..<4)
    func `where crews are just enough a plan that misses nobody is found`(seed: UInt64) throws {
        let problem = try tight(seed: seed, crews: 10, spare: 0)
        let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(12_000)))
        #expect(plan.unassigned.isEmpty)
        #expect(PlanValidator(plan, for: problem).faults().isEmpty)
    }

    @Test(arguments: 0..<2)
    func `where crews cost more than any way as few as possible are used`(seed: UInt64) throws {
        let problem = try tight(seed: seed, crews: 5, spare: 5, fixedCost: 1_000_000)
        let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(12_000)))
        #expect(plan.routes.count { $0.isUsed } == 5)
        #expect(plan.unassigned.isEmpty)
    }
}
