import GasService
import Testing

@Suite("The forecast of coverage")
struct CoverageForecastTests {
    private let from = RandomProblem.from

    private func plan(rounds: Int) -> HorizonPlan {
        let obligations = (0..<100).map { index in
            PlanningObligation(
                building: index / 20, street: 0, opens: from, deadline: from.adding(days: 100), serviceMinutes: 6,
                cycleMonths: 24, windowMonths: 12, earlyMonths: 2)
        }
        let policy = RevisitPolicy(
            firstSuccess: 0.72, revisitSuccess: 0.5, rounds: rounds, gapDays: 10, reserveDays: 50)
        let problem = HorizonProblem(
            from: from, capacityMinutes: Array(repeating: 240, count: 150), obligations: obligations, policy: policy)
        return HorizonPlanner(problem).plan()
    }

    @Test("is the success of all rounds before the deadline")
    func rounds() {
        let first = SuccessRate(successes: 7_200, trials: 10_000, assumed: 0.72)
        let revisit = SuccessRate(successes: 500, trials: 1_000, assumed: 0.5)
        for (rounds, share) in [(0, 0.72), (1, 0.86), (2, 0.93)] {
            let forecast = CoverageForecast(
                of: plan(rounds: rounds), unplanned: 0, dueBy: from.adding(days: 100), first: first, revisit: revisit)
            #expect(forecast.due == 100)
            #expect(abs(forecast.expected - 100 * share) < 0.5)
            #expect(forecast.interval.contains(forecast.expected) && forecast.interval.upperBound <= 100)
        }
    }

    @Test("is less certain the fewer visits were seen, and counts the unplanned as missed")
    func uncertainty() {
        func width(_ trials: Int) -> Double {
            let rate = SuccessRate(successes: trials * 3 / 4, trials: trials, assumed: 0.75)
            let forecast = CoverageForecast(
                of: plan(rounds: 0), unplanned: 20, dueBy: from.adding(days: 100), first: rate, revisit: rate)
            #expect(forecast.due == 120)
            return forecast.interval.upperBound - forecast.interval.lowerBound
        }
        #expect(width(4_000) < width(40))
        #expect(width(40) < width(0))
    }

    @Test("gives Wilson's interval for Harbin's three weeks")
    func wilson() {
        let harbin = SuccessRate(successes: 84_437, trials: 117_389, assumed: 0.72)
        #expect(harbin.interval.lowerBound > 0.716 && harbin.interval.upperBound < 0.722)
        #expect(SuccessRate(successes: 0, trials: 0, assumed: 0.5).interval == 0...1)
    }
}
