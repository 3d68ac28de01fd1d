import GasService
import Testing

@Suite("The clock of a fault")
struct SLAClockTests {
    private let targets = SLATargets(settings: .standard)

    @Test("says what the rule says", arguments: ClockCases.all)
    func table(row: ClockCase) throws {
        let clock = try #require(SLAClock(replaying: row.events, targets: targets))
        let now = instant(row.now)
        for expected in row.expected {
            let deadline = try #require(clock.deadline(expected.milestone), "\(expected.milestone) of \(row.rule)")
            #expect(deadline.due == instant(expected.due), "\(expected.milestone): \(row.rule)")
            #expect(clock.standing(of: deadline, at: now) == expected.standing, "\(expected.milestone): \(row.rule)")
        }
    }

    @Test("comes to the same figures in whatever order events arrive", arguments: ClockCases.all)
    func order(row: ClockCase) {
        var random = SeededRandom(seed: 5)
        let clock = SLAClock(replaying: row.events, targets: targets)
        for _ in 0..<20 {
            #expect(SLAClock(replaying: row.events.shuffled(using: &random), targets: targets) == clock)
        }
    }

    @Test("needs a report")
    func noReport() {
        let lost = FaultEvent(
            .setOff, occurredAt: instant("2026-05-04T10:00:00Z"), recordedAt: instant("2026-05-04T10:00:00Z"),
            sequence: 1)
        #expect(SLAClock(replaying: [lost], targets: targets) == nil)
    }

    @Test("shows what is left net and by the wall")
    func netAndWall() throws {
        let events = FaultScript(reported: "2026-05-04T10:00:00Z")
            .then(.handled(.workBegun), "2026-05-04T11:00:00Z")
            .then(.waitingForParts(atMostMinutes: 600), "2026-05-04T12:00:00Z").events
        let clock = try #require(SLAClock(replaying: events, targets: targets))
        let repair = try #require(clock.deadline(.repair))
        let now = instant("2026-05-04T13:00:00Z")
        #expect(repair.due == instant("2026-05-05T20:00:00Z"))
        #expect(repair.due.microseconds(since: now) == 31 * 3_600_000_000)
        #expect(clock.netLeft(to: repair, at: now) == 22 * 3_600_000_000)
        #expect(clock.netLeft(to: repair, at: instant("2026-05-05T21:00:00Z")) == -3_600_000_000)
    }

    @Test("is wound down by no agreement: with ever more of them nothing is due earlier, and the breach never heals")
    func agreementsNeverHeal() throws {
        var random = SeededRandom(seed: 2026)
        let start = instant("2026-05-04T10:00:00Z")
        for _ in 0..<500 {
            var events = [
                FaultEvent(.reported(.general, .network), occurredAt: start, recordedAt: start, sequence: 1)
            ]
            var at = start
            var dueBefore = start.adding(minutes: 360)
            for number in 2...6 {
                at = at.adding(minutes: Int64.random(in: 1...300, using: &random))
                let latest = at.adding(minutes: Int64.random(in: 1...2000, using: &random))
                events.append(FaultEvent(.agreed(latest: latest), occurredAt: at, recordedAt: at, sequence: number))
                let clock = try #require(SLAClock(replaying: events, targets: targets))
                let due = try #require(clock.deadline(.handling)).due
                if at > dueBefore { #expect(due == dueBefore) }
                #expect(due >= start.adding(minutes: 360))
                #expect(due <= max(dueBefore, latest))
                dueBefore = due
                let repair = try #require(clock.deadline(.repair))
                #expect(clock.netMicroseconds(from: start, until: repair.due) == 24 * 3_600_000_000)
            }
        }
    }

    @Test("counts doubtful device clocks, and tolerates two minutes")
    func doubtful() {
        let archive = instant("2026-05-04T10:00:00Z")
        #expect(DeviceClockFault(deviceShows: archive.adding(seconds: 120), archiveShows: archive) == nil)
        let fault = DeviceClockFault(deviceShows: archive.adding(seconds: -121), archiveShows: archive)
        #expect(fault == DeviceClockFault(secondsAhead: -121))
        let events = FaultScript(reported: "2026-05-04T10:00:00Z")
            .then(.setOff, "2026-05-04T10:05:00Z", recorded: "2026-05-04T10:10:00Z", ahead: 600).events
        let clock = SLAClock(replaying: events, targets: targets)
        #expect(clock?.doubtfulEvents == 1)
    }

    @Test("keeps the regulation's hours, whatever a company sets")
    func stricterHolds() {
        #expect(!Setting.generalHandlingMinutes.definition.accepts(.integer(361)))
        #expect(!Setting.generalRepairMinutes.definition.accepts(.integer(1441)))
        let wide = SLATargets(
            emergencyArrival: 30, customerSetOff: 30, handling: [.general: 900], repair: [.general: 9000])
        #expect(wide.minutes(to: .handling, .general, .network) == 360)
        #expect(wide.minutes(to: .repair, .general, .network) == 1440)
        #expect(wide.minutes(to: .handling, .major, .network) == 360)
    }

    @Test("opens a follow-up when the repair was temporary")
    func temporary() {
        let script = FaultScript(reported: "2026-05-04T10:00:00Z").then(.handled(.madeSafe), "2026-05-04T11:00:00Z")
        let once = script.then(.repaired(.customer, isTemporary: true), "2026-05-04T12:00:00Z")
        #expect(SLAClock(replaying: once.events, targets: targets)?.isTemporary == true)
        let done = once.then(.repaired(.customer, isTemporary: false), "2026-05-05T12:00:00Z")
        let clock = SLAClock(replaying: done.events, targets: targets)
        #expect(clock?.isTemporary == false)
        // The temporary fix stopped the clock.
        #expect(clock?.deadline(.repair)?.reachedAt == instant("2026-05-04T12:00:00Z"))
    }
}
