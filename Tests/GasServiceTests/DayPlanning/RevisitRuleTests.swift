import GasService
import Testing

@Suite("When a household may be tried again")
struct RevisitRuleTests {
    private let rule = RevisitRule(settings: .standard)

    private func attempt(_ date: String, _ slot: SlotKind, _ result: VisitResult = .noAccess) -> Attempt {
        Attempt(date: day(date), slot: slot, result: result)
    }

    @Test("a first visit may be made at any time of a working day, a weekend has its own slot")
    func first() {
        #expect(rule.verdict(on: day("2026-11-25"), after: []) == .open([.weekdayDaytime, .evening]))
        #expect(rule.verdict(on: day("2026-11-28"), after: []) == .open([.weekend]))
    }

    @Test("the next attempt waits for the gap, another weekday and a slot that counts")
    func revisit() {
        let tried = [attempt("2026-11-11", .weekdayDaytime)]
        #expect(rule.verdict(on: day("2026-11-20"), after: tried) == .tooSoon(notBefore: day("2026-11-21")))
        #expect(rule.verdict(on: day("2026-11-25"), after: tried) == .sameWeekday)
        #expect(rule.verdict(on: day("2026-11-26"), after: tried) == .open([.evening]))
        #expect(rule.verdict(on: day("2026-11-21"), after: tried) == .open([.weekend]))
        let weekend = tried + [attempt("2026-11-21", .weekend)]
        #expect(rule.verdict(on: day("2026-12-05"), after: weekend) == .slotsTried)
    }

    @Test("after three counted attempts, two refusals or a missing address the office has its turn")
    func office() {
        let three = [
            attempt("2026-09-01", .weekdayDaytime), attempt("2026-09-16", .evening), attempt("2026-10-03", .weekend),
        ]
        #expect(rule.verdict(on: day("2026-11-25"), after: three) == .awaits(.appointmentLetter))
        let refused = [attempt("2026-09-01", .evening, .refused), attempt("2026-09-16", .evening, .refused)]
        #expect(rule.verdict(on: day("2026-11-26"), after: refused) == .awaits(.suspensionNotice))
        let lost = [attempt("2026-09-01", .evening, .notFound)]
        #expect(rule.verdict(on: day("2026-11-25"), after: lost) == .awaits(.correctAddress))
        for verdict in [three, refused, lost].map({ rule.verdict(on: day("2026-11-26"), after: $0) }) {
            #expect(UnassignedCause(verdict)?.awaitsOffice == true)
        }
    }
}
