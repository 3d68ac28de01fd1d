import Routing
import RoutingValidation
import Testing

/// Problems whose crews are just enough, or cost more than any way.
@Suite struct FleetTests {
    /// Visits that fill a number of crews to the last second: each group of windows fits one crew only.
    private func tight(seed: UInt64, crews: Int, spare: Int, fixedCost: Int = 0) throws -> RoutingProblem {
        var random = SplitMix(state: seed)
        var places = [(x: 500, y: 500)]
        var visits: [Visit] = []
        for _ in 0..<crews {
            // A route of twelve stops, each with a window around its time.
            var (x, y, time) = (500, 500, 0)
            for _ in 0..<12 {
                let next = (x: random.in(0...1000), y: random.in(0...1000))
                time += abs(next.x - x) + abs(next.y - y)
                (x, y) = next
                let window = TimeWindow(max(0, time - random.in(0...900))...time + random.in(0...900))
                visits.append(Visit(location: places.count, serviceSeconds: 60, windows: [window], load: 1))
                places.append(next)
                time += 60
            }
        }
        let entries = places.flatMap { from in places.map { Int32(abs(from.x - $0.x) + abs(from.y - $0.y)) } }
        let crew = Crew(startLocation: 0, shift: TimeWindow(0...20_000), capacity: 12, fixedCost: fixedCost)
        return try RoutingProblem(
            travel: TravelMatrix(locationCount: places.count, seconds: entries, metres: entries),
            crews: Array(repeating: crew, count: crews + spare), visits: visits.shuffled(using: &random))
    }

    @Test(arguments: 0..<4)
    func `where crews are just enough a plan that misses nobody is found`(seed: UInt64) throws {
        let problem = try tight(seed: seed, crews: 5, spare: 0)
        let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(12_000)))
        #expect(plan.unassigned.isEmpty)
        #expect(PlanValidator(plan, for: problem).faults().isEmpty)
    }

    @Test(arguments: 0..<2)
    func `where crews cost more than any way as few as possible are used`(seed: UInt64) throws {
        let problem = try tight(seed: seed, crews: 5, spare: 5, fixedCost: 1_000_000)
        let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(12_000)))
        // Loads alone ask for five.
        #expect(plan.routes.count { $0.isUsed } == 5)
        #expect(plan.unassigned.isEmpty)
    }
}
