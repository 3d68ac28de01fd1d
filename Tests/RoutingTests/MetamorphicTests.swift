import Routing
import RoutingValidation
import Testing

/// What must not change, or not for the worse, when a problem is told differently.
@Suite struct MetamorphicTests {
    private func solve(_ problem: RoutingProblem, _ iterations: Int = 60, threads: Int = 1) -> RoutingPlan {
        RoutingSolver.solve(
            problem, options: SolverOptions(seed: 5, threads: threads, limit: .iterations(iterations)))
    }

    @Test func `shifting all times shifts the plan and changes nothing else`() throws {
        let shift = 12_345
        for seed in 0..<60 as Range<UInt64> {
            let problem = try RandomProblem.make(seed: seed)
            let moved = try RoutingProblem(
                travel: problem.travel, crews: problem.crews.map { $0.shifted(shift) },
                visits: problem.visits.map { $0.shifted(shift) }, pairs: problem.pairs,
                balanceWeight: problem.balanceWeight)
            let (plan, later) = (solve(problem), solve(moved))
            // Where a committed stop cannot be reached, time stands still at the end of all instants.
            if plan.routes.contains(where: { $0.finishSeconds > 100_000_000 }) { continue }
            #expect(plan.sequences == later.sequences, "seed \(seed)")
            #expect(plan.cost == later.cost, "seed \(seed)")
            #expect(plan.routes.map { $0.onDutySeconds + shift } == later.routes.map(\.onDutySeconds), "seed \(seed)")
        }
    }

    @Test func `renaming visits leaves what an exhaustive search would find`() throws {
        for seed in 0..<40 as Range<UInt64> {
            let problem = try SmallProblem.make(seed: seed)
            let reversed = try RoutingProblem(
                travel: problem.travel, crews: problem.crews, visits: problem.visits.reversed())
            #expect(solve(problem, 1000).cost.total == solve(reversed, 1000).cost.total, "seed \(seed)")
        }
    }

    @Test func `visits told in another order, with the plan that was found, cost no more`() throws {
        for seed in 0..<120 as Range<UInt64> {
            let problem = try RandomProblem.make(seed: seed)
            // Pairs agree on their times anew, as early as they can, which may cost more.
            guard problem.pairs.isEmpty else { continue }
            let plan = solve(problem)
            var random = SplitMix(state: seed)
            let order = problem.visits.indices.shuffled(using: &random)
            let renamed = try problem.renamed(order)
            let number = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
            let again = RoutingSolver.solve(
                renamed,
                options: SolverOptions(
                    limit: .iterations(0), warmStart: plan.sequences.map { $0.compactMap { number[$0] } }))
            #expect(PlanValidator(again, for: renamed).faults().isEmpty, "seed \(seed)")
            let (missed, before) = (again.missing(in: renamed).count, plan.missing(in: problem).count)
            #expect((missed, again.cost.total) <= (before, plan.cost.total), "seed \(seed)")
        }
    }

    @Test func `a useless crew makes no plan worse`() throws {
        for seed in 0..<60 as Range<UInt64> {
            let problem = try RandomProblem.make(seed: seed)
            let useless = Crew(startLocation: 0, shift: TimeWindow(0...0), maximumVisits: 0, fixedCost: 9)
            let larger = try RoutingProblem(
                travel: problem.travel, crews: problem.crews + [useless], visits: problem.visits,
                pairs: problem.pairs, balanceWeight: problem.balanceWeight)
            let (plan, other) = (solve(problem), solve(larger))
            #expect(plan.missing(in: problem).count == other.missing(in: larger).count, "seed \(seed)")
            #expect(plan.cost == other.cost, "seed \(seed)")
        }
    }

    @Test func `seed, threads and iterations alone decide the plan`() throws {
        for seed in 0..<20 as Range<UInt64> {
            let problem = try RandomProblem.make(seed: seed)
            #expect(solve(problem) == solve(problem))
            #expect(solve(problem, threads: 3) == solve(problem, threads: 3))
        }
    }

    @Test func `a warm start is never lost`() throws {
        for seed in 0..<60 as Range<UInt64> {
            let problem = try SmallProblem.make(seed: seed)
            let good = solve(problem, 300)
            let again = RoutingSolver.solve(
                problem, options: SolverOptions(seed: 99, limit: .iterations(0), warmStart: good.sequences))
            #expect(again.cost.total <= good.cost.total, "seed \(seed)")
        }
    }

    @Test func `a search cancelled before it begins still answers with a sound plan`() throws {
        let cancellation = SolverCancellation()
        cancellation.cancel()
        let problem = try RandomProblem.make(seed: 3)
        let plan = RoutingSolver.solve(
            problem, options: SolverOptions(limit: .seconds(3600)), cancellation: cancellation)
        #expect(PlanValidator(plan, for: problem).faults().isEmpty)
    }

    @Test func `a cancelled task gets the best plan so far`() async throws {
        let problem = try RandomProblem.make(seed: 3)
        let search = Task { await RoutingSolver.solve(problem, options: SolverOptions(limit: .seconds(3600))) }
        search.cancel()
        #expect(PlanValidator(await search.value, for: problem).faults().isEmpty)
    }
}

extension RoutingProblem {
    /// The problem without pairs whose visits are numbered anew: `order` has the old number of each.
    fileprivate func renamed(_ order: [Int]) throws -> RoutingProblem {
        let number = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
        var crews = crews
        for crew in crews.indices {
            for stop in crews[crew].committed.indices {
                crews[crew].committed[stop].visit = number[crews[crew].committed[stop].visit] ?? -1
            }
        }
        return try RoutingProblem(
            travel: travel, crews: crews, visits: order.map { visits[$0] }, balanceWeight: balanceWeight)
    }
}

extension Crew {
    fileprivate func shifted(_ seconds: Int) -> Crew {
        var crew = self
        crew.shift = shift.shifted(seconds)
        for index in breaks.indices { crew.breaks[index].window = breaks[index].window.shifted(seconds) }
        for index in committed.indices {
            crew.committed[index].startSeconds = committed[index].startSeconds.map { $0 + seconds }
            crew.committed[index].departureSeconds = committed[index].departureSeconds.map { $0 + seconds }
        }
        return crew
    }
}

extension Visit {
    fileprivate func shifted(_ seconds: Int) -> Visit {
        var visit = self
        visit.windows = windows.map { $0.shifted(seconds) }
        visit.releaseSeconds = releaseSeconds.map { $0 + seconds }
        visit.dueSeconds = dueSeconds.map { $0 + seconds }
        return visit
    }
}

extension TimeWindow {
    fileprivate func shifted(_ seconds: Int) -> TimeWindow {
        TimeWindow(earliestSeconds + seconds...latestSeconds + seconds)
    }
}
