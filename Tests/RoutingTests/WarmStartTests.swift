import Routing
import RoutingValidation
import Testing

/// A plan of yesterday, or of a minute ago, as the beginning of a new search.
@Suite struct WarmStartTests {
    private func plan(_ problem: RoutingProblem, from sequences: [[Int]]) -> RoutingPlan {
        RoutingSolver.solve(problem, options: SolverOptions(seed: 99, limit: .iterations(0), warmStart: sequences))
    }

    /// Four places on a line, ten seconds apart, and two crews at the first.
    private func problem(_ visits: [Visit], _ pairs: [VisitPair]) throws -> RoutingProblem {
        let entries = (0..<4).flatMap { from in (0..<4).map { Int32(10 * abs(from - $0)) } }
        let travel = try TravelMatrix(locationCount: 4, seconds: entries, metres: entries)
        let crews = [0, 1].map { _ in Crew(startLocation: 0, shift: TimeWindow(0...1000)) }
        return try RoutingProblem(travel: travel, crews: crews, visits: visits, pairs: pairs)
    }

    @Test func `a job for two stays with its crews, and both begin when the later one can`() throws {
        let problem = try problem(
            [Visit(location: 3, serviceSeconds: 5), Visit(location: 2, serviceSeconds: 60), Visit(location: 3)],
            [VisitPair(first: 0, second: 2, relation: .simultaneous)])
        let plan = plan(problem, from: [[0], [1, 2]])
        #expect(plan.sequences == [[0], [1, 2]])
        let begun = plan.routes.flatMap(\.stops).filter { $0.visit != 1 }.map(\.startSeconds)
        #expect(begun == [90, 90])
        #expect(PlanValidator(plan, for: problem).faults().isEmpty)
    }

    @Test func `what must come after another keeps its gap, though both crews keep their order`() throws {
        let problem = try problem(
            [Visit(location: 1, serviceSeconds: 40), Visit(location: 1), Visit(location: 2)],
            [VisitPair(first: 0, second: 1, relation: .precedence(gapSeconds: 20))])
        let plan = plan(problem, from: [[0], [1, 2]])
        #expect(plan.sequences == [[0], [1, 2]])
        #expect(plan.routes[1].stops.map(\.startSeconds) == [70, 80])
    }

    @Test func `two jobs for two in opposite orders cannot both stay, and the plan is sound all the same`() throws {
        let problem = try problem(
            [Visit(location: 1), Visit(location: 3), Visit(location: 1), Visit(location: 3)],
            [
                VisitPair(first: 0, second: 2, relation: .simultaneous),
                VisitPair(first: 1, second: 3, relation: .simultaneous),
            ])
        let plan = plan(problem, from: [[0, 1], [3, 2]])
        #expect(plan.sequences != [[0, 1], [3, 2]])
        #expect(PlanValidator(plan, for: problem).faults().isEmpty)
        #expect(plan.missing(in: problem).isEmpty)
    }

    @Test(arguments: 0..<10)
    func `a warm start with every constraint on is sound, and as good as the plan it came from`(block: UInt64) throws {
        var kept = 0
        for seed in block * 50..<(block + 1) * 50 {
            let problem = try RandomProblem.make(seed: seed)
            let good = RoutingSolver.solve(problem, options: SolverOptions(seed: seed, limit: .iterations(60)))
            let again = plan(problem, from: good.sequences)
            #expect(PlanValidator(again, for: problem).faults().isEmpty, "seed \(seed)")
            kept += again.missing(in: problem).count <= good.missing(in: problem).count ? 1 : 0
        }
        // A pair's times are agreed anew, as early as they can: now and then a break does not fit them.
        #expect(kept >= 48)
    }

    @Test(arguments: 0..<10)
    func `sequences that make no sense are taken as far as they do`(block: UInt64) throws {
        for seed in block * 50..<(block + 1) * 50 {
            let problem = try RandomProblem.make(seed: seed)
            var random = SplitMix(state: seed)
            let sequences = problem.crews.map { _ in
                (0..<random.below(8)).map { _ in random.in(-1...problem.visits.count) }
            }
            let plan = RoutingSolver.solve(
                problem, options: SolverOptions(seed: seed, limit: .iterations(20), warmStart: sequences))
            #expect(PlanValidator(plan, for: problem).faults().isEmpty, "seed \(seed)")
        }
    }
}
