import GasService
import Testing

@Suite("The ladder of attempts")
struct AttemptLadderTests {
    private func ladder(_ attempts: (String, SlotKind, VisitResult)...) -> AttemptLadder {
        AttemptLadder(
            attempts.map { Attempt(date: day($0.0), slot: $0.1, result: $0.2) }, settings: .standard)
    }

    @Test("does not count a second attempt in the same kind of slot")
    func sameSlot() {
        let twice = ladder(
            ("2026-11-23", .weekdayDaytime, .noAccess), ("2026-11-25", .weekdayDaytime, .noAccess),
            ("2026-11-26", .evening, .noAccess))
        #expect(twice.countedNumbers == [1, nil, 2])
        #expect(twice.nextStep == .revisit(slots: [.weekdayDaytime, .weekend], notOn: .thursday))
    }

    @Test("asks for another kind of slot, and off hours by the third attempt")
    func offHours() {
        #expect(ladder().nextStep == .firstVisit)
        let once = ladder(("2026-11-23", .weekdayDaytime, .noAccess))
        #expect(once.nextStep == .revisit(slots: [.evening, .weekend], notOn: .monday))
    }

    @Test("leads to an appointment letter after three and to the long-uninspected list after five")
    func letterAndList() {
        var attempts = (0..<3).map { index in
            Attempt(date: day("2026-11-01").adding(days: 8 * index), slot: SlotKind.allCases[index], result: .noAccess)
        }
        #expect(AttemptLadder(attempts, settings: .standard).nextStep == .appointmentLetter)
        attempts += (0..<2).map { index in
            Attempt(date: day("2026-12-01").adding(days: index), slot: SlotKind.allCases[index], result: .vacant)
        }
        let five = AttemptLadder(attempts, settings: .standard)
        #expect(five.nextStep == .longUninspected && five.isLongUninspected)
        #expect(!AttemptLadder(Array(attempts.dropLast()), settings: .standard).isLongUninspected)
    }

    @Test("leads to a notice after two refusals in a row, and begins anew when one was not refused")
    func refusals() {
        #expect(ladder(("2026-11-23", .evening, .refused)).nextStep == .mediatedVisit)
        let twice = ladder(("2026-11-23", .evening, .refused), ("2026-11-24", .evening, .refused))
        #expect(twice.nextStep == .suspensionNotice)
        let broken = ladder(
            ("2026-11-23", .evening, .refused), ("2026-11-24", .evening, .noAccess), ("2026-11-25", .evening, .refused))
        #expect(broken.nextStep == .mediatedVisit && broken.counted == 1)
    }

    @Test("ends with a completed inspection, which a visit without access never is")
    func completed() {
        let done = ladder(("2026-11-23", .evening, .noAccess), ("2026-11-24", .weekend, .hazard))
        #expect(done.nextStep == .completed)
        #expect(VisitResult.allCases.filter(\.isCompletedInspection) == [.passed, .hazard])
        #expect(VisitResult(spelled: "no-access") == .noAccess)
    }

    @Test("knows a slot by weekday and the hour evenings begin")
    func slots() throws {
        let six = try #require(LocalMinute("18:00"))
        let before = try #require(LocalMinute("17:59"))
        #expect(SlotKind(date: day("2026-11-27"), time: six, eveningBegins: six) == .evening)
        #expect(SlotKind(date: day("2026-11-27"), time: before, eveningBegins: six) == .weekdayDaytime)
        #expect(SlotKind(date: day("2026-11-28"), time: before, eveningBegins: six) == .weekend)
    }
}
