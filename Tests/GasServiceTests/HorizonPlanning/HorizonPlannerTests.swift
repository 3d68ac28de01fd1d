import GasService
import Testing

@Suite("The horizon planner")
struct HorizonPlannerTests {
    private let from = RandomProblem.from

    private func cases(_ count: Int, seed: UInt64, recurring: Bool) -> [HorizonProblem] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in RandomProblem.make(&random, recurring: recurring) }
    }

    /// The obligations that can still be met, with their windows in days of the horizon.
    private func meetable(_ problem: HorizonProblem) -> [(first: Int, last: Int, amount: Int)] {
        let frozen = Set(problem.frozen.map(\.obligation))
        return problem.obligations.enumerated().compactMap { index, one in
            let last = Int(one.deadline) - from.dayNumber
            guard !frozen.contains(index), last >= firstPlannable(problem), last < problem.dayCount else { return nil }
            let first = max(problem.frozenDays, Int(one.opens) - from.dayNumber)
            return (first, last, Int(problem.expectedSeconds(one)))
        }
    }

    private func takesVisits(_ day: Int, _ problem: HorizonProblem) -> Bool {
        day >= problem.frozenDays && !problem.heldDays.contains(day) && problem.capacityMinutes[day] > 0
    }

    private func firstPlannable(_ problem: HorizonProblem) -> Int {
        problem.capacityMinutes.indices.first { takesVisits($0, problem) } ?? problem.frozenDays
    }

    private func capacity(_ problem: HorizonProblem) -> [Int] {
        problem.capacityMinutes.enumerated().map { takesVisits($0, problem) ? $1 * 60 : 0 }
    }

    @Test("says hours are short exactly when maximum flow says so, 2,000 random districts")
    func feasibilityIsExact() {
        var answers = (short: 0, feasible: 0, whole: 0)
        for problem in cases(2_000, seed: 1, recurring: false) {
            let work = meetable(problem)
            let fits = MaximumFlow.most(work: work, capacity: capacity(problem)) == work.reduce(0) { $0 + $1.amount }
            switch HorizonPlanner(problem).plan().verdict {
            case .infeasible:
                #expect(!fits)
                answers.short += 1
            case .feasible:
                #expect(fits)
                answers.feasible += 1
            case .hoursSuffice:
                #expect(fits)
                answers.whole += 1
            }
        }
        #expect(answers.short > 100 && answers.feasible > 100, "\(answers)")
        #expect(answers.whole < 60, "whole visits rarely fail where hours suffice: \(answers)")
    }

    @Test("mends a shortage with the extra it asks for, and with a second less it does not", arguments: [false, true])
    func shortageMends(recurring: Bool) {
        for problem in cases(600, seed: 2, recurring: recurring) {
            guard let shortage = HorizonPlanner(problem).shortage() else { continue }
            #expect(shortage.neededSeconds > shortage.capacitySeconds)
            #expect(shortage.extraByDay.reduce(0) { $0 + $1.seconds } == shortage.leastExtraSeconds)
            #expect(shortage.leastExtraSeconds >= shortage.shortSeconds)
            let whole = capacity(problem).map { Int64($0) }
            guard !recurring else { continue }
            let work = meetable(problem).map { WorkInterval(first: $0.first, last: $0.last, work: Int64($0.amount)) }
            var mended = whole
            for extra in shortage.extraByDay { mended[extra.date.days(since: from)] += extra.seconds }
            #expect(CapacityCheck(work: work, capacity: mended).isFeasible)
            if let extra = shortage.extraByDay.first { mended[extra.date.days(since: from)] -= 1 }
            #expect(!CapacityCheck(work: work, capacity: mended).isFeasible)
        }
    }

    @Test("makes nobody late when feasible, and plans each cycle within its window, once", arguments: [false, true])
    func feasiblePlansKeepEveryDeadline(recurring: Bool) {
        var checked = 0
        for problem in cases(1_500, seed: 3, recurring: recurring) {
            let plan = HorizonPlanner(problem).plan()
            let cycles = Dictionary(grouping: plan.visits, by: \.obligation)
            for (index, one) in problem.obligations.enumerated() {
                let visits = cycles[Int32(index)] ?? []
                #expect(visits.map(\.cycle) == (0..<visits.count).map { Int16($0) }, "each cycle once, in order")
                if let first = visits.first, !first.isFrozen { #expect(first.day >= one.opens) }
                for (visit, next) in zip(visits, visits.dropFirst()) {
                    let kept = visit.day <= visit.deadline && next.deadline > visit.day
                    #expect(kept || visit.day > visit.deadline)
                    #expect(next.day > visit.day)
                }
            }
            guard plan.verdict == .feasible else { continue }
            checked += 1
            #expect(plan.late == 0)
            // Whoever still had a plannable day in the window is not planned past the deadline, and has a day.
            for visit in plan.visits where visit.isLate {
                let one = problem.obligations[Int(visit.obligation)]
                let opens = visit.cycle == 0 ? max(0, Int(one.opens) - from.dayNumber) : 0
                let last = Int(visit.deadline) - from.dayNumber
                #expect(!(opens...max(opens, last)).contains { $0 <= last && takesVisits($0, problem) })
            }
            for (index, one) in problem.obligations.enumerated() {
                let last = Int(one.deadline) - from.dayNumber
                if last >= firstPlannable(problem) && last < problem.dayCount { #expect(cycles[Int32(index)] != nil) }
            }
        }
        #expect(checked > 100)
    }

    @Test(
        "calls lost exactly those whom no day is left for: due before the first plannable day, no announced visit in time"
    )
    func lostIsNamed() {
        var named = 0
        for problem in cases(1_500, seed: 7, recurring: false) {
            let plan = HorizonPlanner(problem).plan()
            let first = firstPlannable(problem)
            #expect(plan.firstPlannableDay == from.adding(days: first))
            let met = Set(problem.frozen.filter { $0.date <= deadline($0.obligation, problem) }.map(\.obligation))
            let lost = problem.obligations.indices.filter {
                Int(problem.obligations[$0].deadline) - from.dayNumber < first && !met.contains($0)
            }
            #expect(plan.lost == lost)
            named += lost.count
            if plan.verdict == .feasible { #expect(Set(plan.unplanned).isSubset(of: lost)) }
        }
        #expect(named > 500)
    }

    @Test("a published day counts its own hours: announced visits within them never look like more than all there is")
    func heldDaysKeepTheirHours() {
        for problem in cases(800, seed: 11, recurring: false) {
            let plan = HorizonPlanner(problem).plan()
            #expect(plan.loads.map(\.capacitySeconds) == problem.capacityMinutes.map { Int64($0) * 60 })
            for campaign in plan.campaigns where problem.heldDays.contains(Int(campaign.day) - from.dayNumber) {
                #expect(campaign.round == 1)
                #expect(plan.visits[Int(campaign.visits.lowerBound)].isFrozen)
            }
        }
    }

    @Test("never fills a day beyond its capacity, revisits included", arguments: [false, true])
    func capacityHolds(recurring: Bool) {
        for problem in cases(800, seed: 4, recurring: recurring) {
            let plan = HorizonPlanner(problem).plan()
            var expected = [Int64](repeating: 0, count: problem.dayCount)
            for visit in plan.visits where !visit.isFrozen {
                expected[Int(visit.day) - from.dayNumber] += problem.expectedSeconds(
                    problem.obligations[Int(visit.obligation)])
            }
            for (day, seconds) in expected.enumerated() {
                #expect(seconds <= Int64(problem.capacityMinutes[day]) * 60)
                if !takesVisits(day, problem) { #expect(seconds == 0) }
            }
            for (day, load) in plan.loads.enumerated() where takesVisits(day, problem) {
                #expect(load.seconds <= load.capacitySeconds)
            }
        }
    }

    @Test("leaves announced visits where they are and plans nothing else on frozen days")
    func frozenDaysStay() {
        for problem in cases(800, seed: 5, recurring: false) where !problem.frozen.isEmpty {
            let plan = HorizonPlanner(problem).plan()
            let open = problem.frozen.map { "\($0.obligation) \($0.date)" }.sorted()
            let kept = plan.visits.filter(\.isFrozen).map { "\($0.obligation) \(date($0.day))" }.sorted()
            #expect(open == kept)
            #expect(plan.visits.allSatisfy { $0.isFrozen || takesVisits(Int($0.day) - from.dayNumber, problem) })
        }
    }

    @Test("gives the same plan for the same problem")
    func deterministic() {
        for problem in cases(60, seed: 6, recurring: true) {
            let (one, two) = (HorizonPlanner(problem).plan(), HorizonPlanner(problem).plan())
            #expect(one.visits == two.visits && one.campaigns == two.campaigns && one.loads == two.loads)
        }
    }

    @Test("brings a building together: far fewer campaigns than households, in a district with crews to spare")
    func dense() {
        let city = SyntheticCity.problem(households: 4_000, from: from, utilisation: 0.3, seed: 8)
        let plan = HorizonPlanner(city).plan()
        #expect(plan.verdict == .feasible)
        #expect(plan.statistics.householdsPerCampaign > 3)
    }

    @Test("keeps the load level: no week needs more than two and a half times the least peak of any plan")
    func level() {
        let city = SyntheticCity.problem(households: 8_000, from: from, utilisation: 0.3, seed: 9)
        let statistics = HorizonPlanner(city).plan().statistics
        #expect(statistics.peakWeek <= 2.5 * statistics.leastPossiblePeak)
    }

    @Test("plans a city that is tight in hours without making anybody late")
    func tightCity() {
        let city = SyntheticCity.problem(households: 6_000, from: from, utilisation: 0.9, seed: 10)
        let plan = HorizonPlanner(city).plan()
        #expect(plan.verdict == .feasible)
        #expect(plan.unplanned.isEmpty)
        #expect(plan.statistics.anniversaryKept > 0.5)
    }

    @Test("puts overdue households first, and makes nobody else late by it")
    func overdueFirst() {
        let obligations = (0..<40).map { index in
            let deadline = index < 20 ? from.adding(days: -10) : from.adding(days: 13)
            return PlanningObligation(
                building: index / 10, street: 0, opens: from.adding(days: -300), deadline: deadline, serviceMinutes: 6,
                cycleMonths: 24, windowMonths: 12, earlyMonths: 2)
        }
        let policy = RevisitPolicy(firstSuccess: 1, revisitSuccess: 1, rounds: 0, gapDays: 7, reserveDays: 0)
        let capacity = Array(repeating: 30, count: 30)
        let plan = HorizonPlanner(
            HorizonProblem(from: from, capacityMinutes: capacity, obligations: obligations, policy: policy)
        ).plan()
        #expect(plan.verdict == .feasible && plan.lost == Array(0..<20) && plan.unplanned.isEmpty)
        let overdueDays = plan.visits.filter { $0.obligation < 20 }.map { Int($0.day) - from.dayNumber }
        #expect(overdueDays.allSatisfy { $0 < 8 })
        #expect(plan.visits.filter { $0.obligation >= 20 }.allSatisfy { !$0.isLate })
    }

    private func deadline(_ obligation: Int, _ problem: HorizonProblem) -> CalendarDate {
        date(problem.obligations[obligation].deadline)
    }

    private func date(_ dayNumber: Int32) -> CalendarDate { from.adding(days: Int(dayNumber) - from.dayNumber) }
}
