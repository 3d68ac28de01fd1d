import GasService
import Testing

@Suite("The lead time of a notice")
struct LeadTimeTests {
    @Test("is 48 hours by default, and seven days for industry")
    func standard() {
        let hours = CustomerClass.allCases.map { LeadTime(of: $0, settings: .standard).hours }
        #expect(hours == [48, 48, 168, 48])
    }

    @Test("never falls below the national figure, whatever a city sets")
    func stricterHolds() {
        #expect(LeadTime(hours: 24).hours == 48)
        #expect(Setting.residentialLeadHours.definition.accepts(.integer(72)))
        #expect(!Setting.residentialLeadHours.definition.accepts(.integer(47)))
    }

    @Test("counts elapsed hours over a change of clocks")
    func daylightSaving() {
        // Helsinki: clocks go forward in the night of 29 March 2026, so two days by the clock are 47 hours.
        let start = instant("2026-03-30T09:00:00+03:00")
        let lead = LeadTime(hours: 48)
        #expect(lead.latestNotice(forStart: start) == instant("2026-03-28T08:00:00+02:00"))
        #expect(!lead.isKept(told: instant("2026-03-28T09:00:00+02:00"), start: start))
        #expect(lead.isKept(told: instant("2026-03-28T08:00:00+02:00"), start: start))
        #expect(!lead.isKept(told: instant("2026-03-28T08:00:00.000001+02:00"), start: start))
    }

    @Test("leads from a notice to a start and back")
    func inverse() {
        var random = SeededRandom(seed: 48)
        for _ in 0..<200 {
            let lead = LeadTime(hours: Int.random(in: 48...1440, using: &random))
            let told = Instant(microseconds: Int64.random(in: 0...4_000_000_000_000_000, using: &random))
            let start = lead.earliestStart(forNotice: told)
            #expect(lead.latestNotice(forStart: start) == told)
            #expect(!lead.isKept(told: told, start: start.adding(seconds: -1)))
        }
    }
}
