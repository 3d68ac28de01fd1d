import GasService
import Testing

@Suite("The lead time of a notice")
struct LeadTimeTests {
    @Test("never falls below the national figure, whatever a city sets")
    func stricterHolds() {
        #expect(LeadTime(hours: 24).hours == 48)
        #expect(Setting.residentialLeadHours.definition.accepts(.integer(72)))
        #expect(!Setting.residentialLeadHours.definition.accepts(.integer(47)))
    }

    @Test("counts elapsed hours over a change of clocks")
    func daylightSaving() {
        // Helsinki: clocks go forward in the night of 29 March 2026, so two days by the clock are 47 hours.
        #expect(
            LeadTime(hours: 48).earliestStart(forNotice: instant("2026-03-28T08:00:00+02:00"))
                == instant("2026-03-30T09:00:00+03:00"))
    }
}
