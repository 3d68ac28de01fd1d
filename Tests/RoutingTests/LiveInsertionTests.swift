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
            let mayMiss = random.chance(0.5)
            let options = try LiveInsertion(problem: problem, plan: plan, promised: promised)
                .options(
                    inserting: urgent, now: now, ranking: random.chance(0.5) ? .leastCost : .earliestArrival,
                    displacement: random.chance(0.5) ? .freely : .lastResort,
                    missedWindowCostPerSecond: mayMiss ? 3 : nil)
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
                #expect(option.displaced.allSatisfy { !problem.visits[$0].isMandatory && !promised.contains($0) })
                let kept = option.missedPromises.allSatisfy { $0.kind == .due }
                #expect(kept || mayMiss, "seed \(seed)")
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

    @Test func `no crew could come earlier, nor for less, than the best option says`() throws {
        var compared = 0
        for seed in 0..<60 as Range<UInt64> {
            let problem = try SmallProblem.make(seed: seed, visits: 5)
            let plan = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(50)))
            let urgent = Visit(location: 1, serviceSeconds: 20)
            // What the plan leaves out shall stay out.
            var visits = problem.visits + [urgent]
            for visit in plan.unassigned { visits[visit].excludedCrews = [0, 1] }
            let whole = try RoutingProblem(travel: problem.travel, crews: problem.crews, visits: visits)
            // Before anyone sets out: each place of each route as a plan of its own.
            var plans: [RoutingPlan] = []
            for (crew, route) in plan.sequences.enumerated() {
                for place in 0...route.count {
                    var sequences = plan.sequences
                    sequences[crew].insert(problem.visits.count, at: place)
                    let tried = RoutingSolver.solve(
                        whole, options: SolverOptions(limit: .iterations(0), warmStart: sequences))
                    if tried.sequences == sequences { plans.append(tried) }
                }
            }
            let insertion = LiveInsertion(problem: problem, plan: plan)
            let cheapest = try insertion.options(inserting: urgent, now: -1, displacement: .never)
            let earliest = try insertion.options(
                inserting: urgent, now: -1, ranking: .earliestArrival, displacement: .never)
            let starts = plans.map { plan in
                plan.routes.flatMap(\.stops).first { $0.visit == problem.visits.count }?.startSeconds ?? Int.max
            }
            #expect(
                cheapest.first?.addedCost == plans.map { $0.cost.total - plan.cost.total }.min(), "seed \(seed)")
            #expect(earliest.first?.startSeconds ?? Int.max <= starts.min() ?? Int.max, "seed \(seed)")
            compared += plans.isEmpty ? 0 : 1
        }
        #expect(compared > 30)
    }

    /// A line of five places, one metre and one second apart, and a crew at its beginning.
    private func line(_ visits: [Visit], shift: TimeWindow = TimeWindow(0...1000)) throws -> (
        RoutingProblem, RoutingPlan
    ) {
        let entries = (0..<25).map { Int32(abs($0 / 5 - $0 % 5)) }
        let problem = try RoutingProblem(
            travel: TravelMatrix(locationCount: 5, seconds: entries, metres: entries),
            crews: [Crew(startLocation: 0, shift: shift)], visits: visits)
        return (problem, RoutingSolver.solve(problem, options: SolverOptions(limit: .iterations(50))))
    }

    @Test func `an emergency that may break promises says which, and by how much`() throws {
        let (problem, plan) = try line([
            Visit(location: 1, serviceSeconds: 10, windows: [TimeWindow(100...120)]),
            Visit(
                location: 2, serviceSeconds: 10, windows: [TimeWindow(130...900)], dueSeconds: 150, lateCostPerSecond: 1
            ),
        ])
        let insertion = LiveInsertion(problem: problem, plan: plan)
        let leak = Visit(location: 4, serviceSeconds: 100)
        let kept = try #require(try insertion.options(inserting: leak, now: 50, ranking: .earliestArrival).first)
        // Windows are kept, so the crew comes after the first; the due time has its price and may be missed.
        #expect(kept.arrivalSeconds == 113)
        #expect(kept.missedPromises == [.init(visit: 1, kind: .due, seconds: 65)])
        let first = try #require(
            try insertion.options(inserting: leak, now: 50, ranking: .earliestArrival, missedWindowCostPerSecond: 5)
                .first)
        #expect(first.arrivalSeconds == 54)
        // Done at 154, at the first visit at 157 and at the second at 168.
        #expect(
            first.missedPromises == [
                .init(visit: 0, kind: .window, seconds: 37), .init(visit: 1, kind: .due, seconds: 18),
            ])
        // Six metres more; 37 seconds at five, 18 at the due time's own price.
        #expect(first.addedCost == 6 + 37 * 5 + 18)
    }

    @Test func `as many visits give way as must, the smallest prizes first, and only where that is asked for`() throws {
        let routine = { (place: Int) in
            Visit(
                location: place, serviceSeconds: 100, windows: place == 1 ? [TimeWindow(0...50)] : [],
                demand: .optional(prize: 1000 * place))
        }
        let (problem, plan) = try line((1...4).map(routine), shift: TimeWindow(0...500))
        let insertion = LiveInsertion(problem: problem, plan: plan, promised: [0])
        let leak = Visit(location: 0, serviceSeconds: 200)
        #expect(try insertion.options(inserting: leak, now: 0, displacement: .never).isEmpty)
        let option = try #require(try insertion.options(inserting: leak, now: 0).first)
        // The first was promised; the two cheapest of the others make room.
        #expect(option.displaced.sorted() == [1, 2])
        #expect(option.route.visits == [0, 4, 3] || option.route.visits == [0, 3, 4])
        #expect(option.route.stops[0].startSeconds == plan.routes[0].stops[0].startSeconds)
    }

    @Test func `an unsound visit is named by the index that it would have`() throws {
        let (problem, plan) = try line([Visit(location: 1)])
        let insertion = LiveInsertion(problem: problem, plan: plan)
        #expect(throws: RoutingProblemError.visitLocation(visit: 1)) {
            try insertion.options(inserting: Visit(location: 9), now: 0)
        }
        #expect(throws: RoutingProblemError.visitValue(visit: 1, field: "serviceSeconds")) {
            try insertion.options(inserting: Visit(location: 1, serviceSeconds: -1), now: 0)
        }
    }
}
