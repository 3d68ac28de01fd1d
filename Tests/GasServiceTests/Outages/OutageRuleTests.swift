import GasService
import Testing

@Suite("The rules of outages")
struct OutageRuleTests {
    private func span(hours: Int64, seconds: Int64 = 0) throws -> OutageSpan {
        let start = instant("2026-11-26T00:00:00Z")
        return try #require(OutageSpan(start: start, end: start.adding(seconds: hours * 3600 + seconds)))
    }

    @Test("an outage ends after it starts")
    func endAfterStart() {
        let start = instant("2026-11-26T00:00:00Z")
        #expect(OutageSpan(start: start, end: start) == nil)
        #expect(OutageSpan(start: start, end: start.adding(seconds: -1)) == nil)
    }

    @Test("a contingency plan is needed above 24 hours or 3,000 households, not at them")
    func thresholds() throws {
        func demand(_ span: OutageSpan, _ households: Int) -> ContingencyDemand {
            ContingencyDemand(span: span, households: households, settings: [.standard])
        }
        #expect(!demand(try span(hours: 24), 3000).isNeeded)
        #expect(demand(try span(hours: 24, seconds: 1), 1).isLong)
        #expect(demand(try span(hours: 1), 3001).isLarge)
        #expect(
            ContingencyDemand(
                span: try span(hours: 13), households: 1,
                settings: [.standard, .standard.setting(.contingencyHours, to: 12)]
            ).isNeeded)
    }

    @Test("homes get no gas back at night, others do")
    func restoration() {
        let hours = RestorationHours(settings: .standard, zone: zone("Asia/Shanghai"))
        let night = instant("2026-11-26T22:00:00+08:00")
        #expect(hours.next(for: .residential, from: night) == instant("2026-11-27T06:00:00+08:00"))
        #expect(hours.next(for: .industrial, from: night) == night)
        let evening = instant("2026-11-26T21:59:00+08:00")
        #expect(hours.next(for: .residential, from: evening) == evening)
    }

    @Test("messages wait for the end of the quiet hours")
    func quiet() {
        let quiet = QuietHours(settings: .standard, zone: zone("Asia/Shanghai"))
        #expect(quiet.next(from: instant("2026-11-26T23:00:00+08:00")) == instant("2026-11-27T08:00:00+08:00"))
    }

    @Test("a time that clocks skip or show twice is known as such")
    func localReading() {
        let helsinki = zone("Europe/Helsinki")
        #expect(helsinki.reading(of: day("2026-03-29"), at: time("03:30")) == .skipped)
        #expect(
            helsinki.reading(of: day("2026-10-25"), at: time("03:30"))
                == .twice(instant("2026-10-25T00:30:00Z"), instant("2026-10-25T01:30:00Z")))
        #expect(
            helsinki.reading(of: day("2026-11-24"), at: time("03:30")) == .once(instant("2026-11-24T01:30:00Z")))
    }
}
