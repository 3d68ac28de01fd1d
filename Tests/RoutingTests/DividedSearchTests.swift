import Routing
import RoutingValidation
import Testing

@Suite struct DividedSearchTests {
    @Test func `a large problem divided among threads gives a sound plan, the same each time`() throws {
        let problem = try SmallProblem.makeLarge(seed: 4, visits: 310)
        let options = SolverOptions(seed: 2, threads: 2, limit: .iterations(150))
        let plan = RoutingSolver.solve(problem, options: options)
        #expect(PlanValidator(plan, for: problem).faults().isEmpty)
        #expect(plan == RoutingSolver.solve(problem, options: options))
    }
}

extension SmallProblem {
    /// Draws a problem for forty crews, some of whose visits are optional.
    static func makeLarge(seed: UInt64, visits: Int) throws -> RoutingProblem {
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
        let crews = (0..<40).map { Crew(startLocation: $0 % 2, shift: TimeWindow(0...9000), capacity: 15) }
        return try RoutingProblem(travel: travel, crews: crews, visits: stops)
    }
}
