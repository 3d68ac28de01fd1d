import Routing
import RoutingValidation
import Testing

@Suite struct LiveInsertionTests {
    @Test(arguments: 0..<8)
    func `an insertion moves nothing that has begun or was promised and breaks no rule`(block: UInt64) throws {
        var insertions = 0
        for seed in block * 40..<(block + 1) * 40 {
            let problem = try RandomProblem.make(seed: seed)
            let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(30)))
            var random = SplitMix(state: ~seed)
            let now = random.in(0...500)
            let stops = plan.routes.flatMap(\.stops)
            let promised = Set(stops.filter { _ in random.chance(0.3) }.map(\.visit))
            let urgent = Visit(location: 0, serviceSeconds: 5, dueSeconds: now + 60, lateCostPerSecond: 1)
            let options = try LiveInsertion(problem: problem, plan: plan, promised: promised)
                .options(inserting: urgent, now: now)
            for option in options {
                insertions += 1
                #expect(option.startSeconds >= now, "seed \(seed)")
                let before = plan.routes[option.crew]
                for stop in before.stops where promised.contains(stop.visit) || stop.startSeconds <= now {
                    let after = option.route.stops.first { $0.visit == stop.visit }
                    if !option.displaced.contains(stop.visit) {
                        #expect(after?.startSeconds == stop.startSeconds, "seed \(seed)")
                    }
                }
                #expect(
                    option.route.visits.filter { $0 < problem.visits.count }
                        == before.visits.filter { !option.displaced.contains($0) })
            }
        }
        #expect(insertions > 0)
    }

    @Test func `the nearest crew comes first and says whom it delays`() throws {
        // A line of five places, one metre and one second apart.
        let entries = (0..<25).map { Int32(abs($0 / 5 - $0 % 5)) }
        let travel = try TravelMatrix(locationCount: 5, seconds: entries, metres: entries)
        let shift = TimeWindow(0...1000)
        let problem = try RoutingProblem(
            travel: travel, crews: [Crew(startLocation: 0, shift: shift), Crew(startLocation: 4, shift: shift)],
            visits: [
                Visit(location: 1, serviceSeconds: 10, windows: [TimeWindow(100...300)], pinnedCrew: 0),
                Visit(location: 3, serviceSeconds: 10, windows: [TimeWindow(100...300)], pinnedCrew: 1),
            ])
        let plan = RoutingSolver.solve(problem, options: SolverOptions(limit: .iterations(50)))
        let options = try LiveInsertion(problem: problem, plan: plan)
            .options(inserting: Visit(location: 4, serviceSeconds: 100), now: 50, ranking: .earliestArrival)
        #expect(options.map(\.crew) == [1, 0])
        #expect(options.first?.arrivalSeconds == 50)
        #expect(options.first?.delays == [InsertionOption.Delay(visit: 1, seconds: 51)])
    }
}
