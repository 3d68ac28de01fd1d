import Routing
import RoutingValidation
import Synchronization
import Testing

@Suite struct DividedSearchTests {
    @Test func `a large problem divided among threads gives a sound plan of the cost it was told, the same each time`()
        throws
    {
        let problem = try SmallProblem.makeLarge(seed: 4, visits: 720)
        let last = Mutex<SearchProgress?>(nil)
        var options = SolverOptions(seed: 2, threads: 2, limit: .iterations(300))
        options.onImprovement = { progress in last.withLock { $0 = progress } }
        let plan = RoutingSolver.solve(problem, options: options)
        #expect(PlanValidator(plan, for: problem).faults().isEmpty)
        let told = try #require(last.withLock { $0 })
        #expect(told.unassigned == plan.unassigned.count)
        #expect(told.cost == plan.cost.total)
        #expect(plan == RoutingSolver.solve(problem, options: options))
    }

    @Test func `whole routes are ruined where crews differ and routes are long, and plans stay sound`() throws {
        let problem = try SmallProblem.makeLarge(seed: 5, visits: 360, crews: 12)
        let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: 3, limit: .iterations(2000)))
        // Strings are ten visits at most: only then a route of more than twenty may be ruined as a whole.
        #expect((360 - plan.unassigned.count) / 12 > 20)
        #expect(PlanValidator(plan, for: problem).faults().isEmpty)
    }
}

extension SmallProblem {
    /// Draws a problem for crews of two depots, some of whose visits are optional.
    static func makeLarge(seed: UInt64, visits: Int, crews: Int = 24) throws -> RoutingProblem {
        var random = SplitMix(state: seed)
        let places = (0...visits).map { _ in (x: random.in(0...1000), y: random.in(0...1000)) }
        let entries = places.flatMap { from in places.map { Int32(abs(from.x - $0.x) + abs(from.y - $0.y)) } }
        let travel = try TravelMatrix(locationCount: places.count, seconds: entries, metres: entries)
        let stops = (1...visits).map { place in
            let opens = random.in(0...6000)
            return Visit(
                location: place, serviceSeconds: 100, windows: [TimeWindow(opens...opens + random.in(500...4000))],
                demand: random.chance(0.8) ? .mandatory : .optional(prize: random.in(0...1500)), load: 1)
        }
        let people = (0..<crews).map { Crew(startLocation: $0 % 2, shift: TimeWindow(0...9000), capacity: 40) }
        return try RoutingProblem(travel: travel, crews: people, visits: stops)
    }
}
