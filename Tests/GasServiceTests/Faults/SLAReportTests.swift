import GasService
import Testing

@Suite("The report on faults' deadlines")
struct SLAReportTests {
    private let helsinki = zone("Europe/Helsinki")
    private let now = instant("2026-06-10T00:00:00Z")

    private func judged(
        _ number: Int64, _ script: FaultScript, sent: [(at: String, promised: String)] = []
    ) throws -> SLAReport.Case {
        let district = try #require(DistrictID("A1"))
        return SLAReport.Case(
            fault: try #require(FaultID(district: district, number: number)),
            clock: try #require(SLAClock(replaying: script.events, targets: SLATargets(settings: .standard))),
            sendings: sent.map { .init(at: instant($0.at), promised: instant($0.promised)) })
    }

    @Test("counts a fault in the month of its report by the utility's clock, and each deadline once")
    func months() throws {
        // Half an hour before midnight in UTC is June in Helsinki.
        let late = FaultScript(reported: "2026-05-31T21:30:00Z").then(.handled(.workBegun), "2026-05-31T23:00:00Z")
            .then(.repaired(.customer, isTemporary: false), "2026-06-01T08:00:00Z")
        let report = SLAReport([try judged(1, late)], at: now, zone: helsinki)
        #expect(report.lines.map(\.group.month.description) == ["2026-06-01", "2026-06-01"])
        #expect(report.lines.map(\.group.milestone) == [.handling, .repair])
        #expect(report.lines.allSatisfy { $0.owed == 1 && $0.kept == 1 && $0.breached + $0.running + $0.excused == 0 })
    }

    @Test("gives the share of what is decided with its interval, and quantiles by the nearest rank")
    func figures() throws {
        var cases: [SLAReport.Case] = []
        for hours in 1...8 {
            let handled = instant("2026-06-01T10:00:00Z").adding(minutes: Int64(hours) * 60)
            cases.append(
                try judged(
                    Int64(hours),
                    FaultScript(reported: "2026-06-01T10:00:00Z").then(.handled(.workBegun), handled.description)))
        }
        cases.append(
            try judged(9, FaultScript(reported: "2026-06-01T10:00:00Z").then(.referred, "2026-06-01T11:00:00Z")))
        let line = try #require(
            SLAReport(cases, at: now, zone: helsinki).lines.first { $0.group.milestone == .handling })
        #expect((line.owed, line.kept, line.breached, line.excused) == (9, 6, 2, 1))
        #expect(line.shareInTime == 0.75)
        #expect(line.interval.contains(0.75) && line.interval.lowerBound < 0.45 && line.interval.upperBound > 0.9)
        #expect([0.5, 0.9, 1].map { line.quantile($0) } == [240, 480, 480])
    }

    @Test("says why each deadline was missed")
    func causes() throws {
        let call = "2026-06-01T10:00:00Z"
        let begun = FaultScript(reported: call).then(.handled(.workBegun), "2026-06-01T17:00:00Z")
        let slow = FaultScript(reported: call).then(.handled(.workBegun), "2026-06-01T11:00:00Z")
        let cases = [
            try judged(1, begun),
            try judged(2, begun, sent: [("2026-06-01T10:05:00Z", "2026-06-01T17:00:00Z")]),
            try judged(3, begun, sent: [("2026-06-01T10:05:00Z", "2026-06-01T15:00:00Z")]),
            try judged(4, slow.then(.repaired(.customer, isTemporary: false), "2026-06-02T11:00:00Z")),
            try judged(
                5,
                slow.then(.waitingForParts(atMostMinutes: 60), "2026-06-01T12:00:00Z")
                    .then(.repaired(.customer, isTemporary: false), "2026-06-03T11:00:00Z")),
            try judged(6, slow.then(.referred, "2026-06-01T18:00:00Z")),
        ]
        let report = SLAReport(cases, at: now, zone: helsinki)
        let firsts = (1...6).map { number in
            report.breaches.first { $0.fault.number == Int64(number) }.map { $0.cause }
        }
        #expect(firsts == [.nobodySent, .promisedLate, .crewLate, .workTookLonger, .partsTooLate, .toldLate])
        #expect(report.breaches.first { $0.fault.number == 1 }?.minutesLate == 60)
    }
}
