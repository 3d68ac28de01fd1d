import Foundation
import GasService
import Testing

@Suite("Alerts about a deadline")
struct EscalationTests {
    private let ladder = EscalationLadder(settings: .standard)
    private let script = FaultScript(reported: "2026-05-04T10:00:00Z")

    private func steps(
        _ script: FaultScript, at now: String, risk: Double? = nil, raised: [EscalationLadder.Raised] = []
    ) throws -> [EscalationLadder.Step] {
        let clock = try #require(SLAClock(replaying: script.events, targets: SLATargets(settings: .standard)))
        let handling = try #require(clock.deadline(.handling))
        return ladder.due(for: handling, of: clock, risk: risk, raised: raised, at: instant(now))
    }

    @Test("climb with the time that is gone")
    func time() throws {
        #expect(try steps(script, at: "2026-05-04T12:59:59Z").isEmpty)
        #expect(try steps(script, at: "2026-05-04T13:00:00Z") == [.init(role: .dispatcher, cause: .time)])
        #expect(
            try steps(script, at: "2026-05-04T14:48:00Z") == [
                .init(role: .dispatcher, cause: .time), .init(role: .supervisor, cause: .time),
            ])
        #expect(try steps(script, at: "2026-05-04T16:00:00Z").count == 2)
        #expect(
            try steps(script, at: "2026-05-04T16:00:01Z")
                == EscalationLadder.Role.allCases.map { .init(role: $0, cause: .breach) })
    }

    @Test("come before the time is gone when the crew will probably be late")
    func risk() throws {
        #expect(try steps(script, at: "2026-05-04T10:05:00Z", risk: 0.29).isEmpty)
        #expect(
            try steps(script, at: "2026-05-04T10:05:00Z", risk: 0.31) == [.init(role: .dispatcher, cause: .risk)])
    }

    @Test("are raised once for a role")
    func once() throws {
        let raised = [
            EscalationLadder.Raised(role: .dispatcher, at: instant("2026-05-04T13:00:00Z"), isAcknowledged: true)
        ]
        #expect(try steps(script, at: "2026-05-04T14:00:00Z", risk: 0.9, raised: raised).isEmpty)
    }

    @Test("go one role further when nobody acknowledges, and stay silent when somebody does")
    func silence() throws {
        let open = EscalationLadder.Raised(
            role: .dispatcher, at: instant("2026-05-04T13:00:00Z"), isAcknowledged: false)
        #expect(try steps(script, at: "2026-05-04T13:09:59Z", raised: [open]).isEmpty)
        #expect(
            try steps(script, at: "2026-05-04T13:10:00Z", raised: [open]) == [.init(role: .supervisor, cause: .silence)]
        )
        let taken = EscalationLadder.Raised(role: .dispatcher, at: open.at, isAcknowledged: true)
        #expect(try steps(script, at: "2026-05-04T13:10:00Z", raised: [taken]).isEmpty)
    }

    @Test("wait while the clock stands, but not once it is late")
    func paused() throws {
        let agreed = script.then(.agreed(latest: instant("2026-05-05T10:00:00Z")), "2026-05-04T10:30:00Z")
        #expect(try steps(agreed, at: "2026-05-04T20:00:00Z", risk: 0.9).isEmpty)
        #expect(try steps(agreed, at: "2026-05-05T10:00:01Z").count == 3)
    }

    @Test("end when the milestone is reached")
    func settled() throws {
        let handled = script.then(.handled(.workBegun), "2026-05-04T15:00:00Z")
        #expect(try steps(handled, at: "2026-05-05T15:00:00Z", risk: 1).isEmpty)
    }
}

@Suite("The chance to arrive too late")
struct LatenessForecastTests {
    @Test("is a half at the median, and falls with the time there is")
    func falls() {
        let forecast = LatenessForecast(legs: [.init(seconds: 1800, scatter: 0.4), .init(seconds: 900, scatter: 0.3)])
        let chances = stride(from: 600.0, through: 7200, by: 300).map { forecast.probability(laterThan: $0) }
        #expect(chances == chances.sorted(by: >))
        #expect((chances.first ?? 0) > 0.99 && (chances.last ?? 1) < 0.01)
        // The median of a log-normal is its mean divided by the root of 1 + cv².
        let relative = forecast.variance / (2700.0 * 2700)
        #expect(abs(forecast.probability(laterThan: 2700 / (1 + relative).squareRoot()) - 0.5) < 1e-9)
    }

    @Test("agrees with drawing the day ten thousand times")
    func simulated() {
        let legs = [(1200.0, 0.5), (600.0, 0.3), (2400.0, 0.25), (900.0, 0.4)]
        let forecast = LatenessForecast(waiting: 300, legs: legs.map { .init(seconds: $0.0, scatter: $0.1) })
        var random = SeededRandom(seed: 11)
        for limit in [4800.0, 5400, 6300, 7200] {
            var late = 0
            for _ in 0..<10_000 {
                // Erlang-like durations: not log-normal, of the same mean and variance.
                let total = legs.reduce(300.0) { sum, leg in
                    let stages = Int((1 / (leg.1 * leg.1)).rounded())
                    return sum
                        + (0..<stages).reduce(0.0) { part, _ in
                            part - log(Double.random(in: .ulpOfOne...1, using: &random)) * leg.0 / Double(stages)
                        }
                }
                if total > limit { late += 1 }
            }
            #expect(abs(forecast.probability(laterThan: limit) - Double(late) / 10_000) < 0.03)
        }
    }

    @Test("is certain where nothing is uncertain")
    func certain() {
        #expect(LatenessForecast(waiting: 60, legs: []).probability(laterThan: 59) == 1)
        #expect(LatenessForecast(waiting: 60, legs: []).probability(laterThan: 60) == 0)
        let exact = LatenessForecast(legs: [.init(seconds: 100, scatter: 0)])
        #expect(exact.probability(laterThan: 99) == 1 && exact.probability(laterThan: 100) == 0)
    }
}
