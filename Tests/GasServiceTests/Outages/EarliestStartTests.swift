import GasService
import Testing

@Suite("The earliest start of an outage")
struct EarliestStartTests {
    private let shanghai = zone("Asia/Shanghai")

    private func facts(
        at announced: String, missing: [EarliestStart.Missing] = [.init(lead: LeadTime(hours: 48), messages: 100)],
        capacity: [Int] = []
    ) throws -> EarliestStart.Facts {
        let span = try #require(
            OutageSpan(start: instant("2026-11-26T00:00:00Z"), end: instant("2026-11-26T06:00:00Z")))
        return EarliestStart.Facts(
            announced: instant(announced), missing: missing, messagesPerMinute: 600, capacity: capacity,
            visitUntil: time("20:00"), span: span, hasResidential: true)
    }

    private func earliest(_ facts: EarliestStart.Facts, in zone: UtilityTimeZone) -> EarliestStart {
        EarliestStart(
            facts, quiet: QuietHours(settings: .standard, zone: zone),
            restoration: RestorationHours(settings: .standard, zone: zone))
    }

    @Test("is the lead time after the last message, on a whole quarter of an hour")
    func byDay() throws {
        let found = earliest(try facts(at: "2026-11-24T10:02:00+08:00"), in: shanghai)
        #expect(found.messagesOut == instant("2026-11-24T10:03:00+08:00"))
        #expect(found.start == instant("2026-11-26T10:15:00+08:00"))
    }

    @Test("waits for the end of the quiet hours")
    func quiet() throws {
        let found = earliest(try facts(at: "2026-11-24T21:30:00+08:00"), in: shanghai)
        #expect(found.messagesOut == instant("2026-11-25T08:01:00+08:00"))
    }

    @Test("reckons with the gateway's rate, over several days if need be")
    func rate() throws {
        // 13 hours of each day are not quiet: 468,000 messages; 500,000 last into the second day.
        let found = earliest(
            try facts(
                at: "2026-11-24T08:00:00+08:00", missing: [.init(lead: LeadTime(hours: 48), messages: 500_000)]),
            in: shanghai)
        #expect(found.messagesOut == instant("2026-11-25T08:54:00+08:00"))
    }

    @Test("waits for the crews who deliver by hand")
    func byHand() throws {
        let hands = [EarliestStart.Missing(lead: LeadTime(hours: 48), hands: 70)]
        let found = earliest(
            try facts(at: "2026-11-24T08:00:00+08:00", missing: hands, capacity: [30, 0, 30, 30]), in: shanghai)
        #expect(found.handDone == instant("2026-11-27T20:00:00+08:00"))
        // 48 hours later it is 20:00, and six hours more end in the night.
        #expect(found.start == instant("2026-11-30T00:00:00+08:00"))
        let short = earliest(
            try facts(at: "2026-11-24T08:00:00+08:00", missing: hands, capacity: [30, 0, 30]), in: shanghai)
        #expect(short.start == nil)
    }

    @Test("gives each household its own lead time: a few by hand do not take a week because a factory gets a message")
    func leads() throws {
        let found = earliest(
            try facts(
                at: "2026-11-24T10:00:00+08:00",
                missing: [
                    .init(lead: LeadTime(hours: 168), messages: 1), .init(lead: LeadTime(hours: 48), hands: 5),
                ], capacity: [0, 0, 0, 9]), in: shanghai)
        #expect(found.start == instant("2026-12-01T10:15:00+08:00"))
        #expect(found.messagesKeep(instant("2026-12-01T10:01:00+08:00")))
        #expect(!found.messagesKeep(instant("2026-12-01T10:00:59+08:00")))
    }

    @Test("has nothing of a message's pace to wait for when nobody gets one, and calls nobody at night")
    func calls() throws {
        let found = earliest(
            try facts(
                at: "2026-11-24T22:00:00+08:00", missing: [.init(lead: LeadTime(hours: 48), calls: 3)]), in: shanghai)
        #expect(found.messagesOut == instant("2026-11-24T22:00:00+08:00"))
        #expect(found.start == instant("2026-11-27T08:00:00+08:00"))
    }

    @Test("is moved so that homes do not get their gas back at night")
    func night() throws {
        // Told at 18:00; six hours from 18:00 would end at midnight, so the end waits for 06:00 and the start with it.
        let found = earliest(try facts(at: "2026-11-24T17:59:00+08:00"), in: shanghai)
        #expect(found.start == instant("2026-11-27T00:00:00+08:00"))
        var works = try facts(at: "2026-11-24T17:59:00+08:00")
        works.hasResidential = false
        #expect(earliest(works, in: shanghai).start == instant("2026-11-26T18:00:00+08:00"))
    }

    @Test("keeps lead time, quiet hours and nights whatever the facts", arguments: 1...4)
    func always(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<300 {
            let announced = Instant(secondsSince1970: 1_790_000_000 + Int64(random.below(20_000_000)))
            let place = zone(["Asia/Shanghai", "Europe/Helsinki", "America/New_York"][random.below(3)])
            let span = try #require(
                OutageSpan(start: announced, end: announced.adding(minutes: 1 + Int64(random.below(4000)))))
            let quiet = QuietHours(settings: .standard, zone: place)
            let (hours, messages, perMinute) = (48 + random.below(100), random.below(2_000_000), 1 + random.below(900))
            let facts = EarliestStart.Facts(
                announced: announced, missing: [.init(lead: LeadTime(hours: hours), messages: messages)],
                messagesPerMinute: perMinute, span: span, hasResidential: true)
            let found = earliest(facts, in: place)
            let start = try #require(found.start)
            #expect(found.messagesOut.adding(minutes: Int64(hours * 60)) <= start)
            // The last message goes out in the minute before; the minute itself is not quiet.
            let last = found.messagesOut.adding(minutes: -1)
            #expect(messages == 0 || quiet.next(from: last) == last)
            let end = span.moved(toStart: start).end
            #expect(RestorationHours(settings: .standard, zone: place).next(for: .residential, from: end) == end)
            #expect(found.messagesOut >= announced.adding(minutes: Int64(messages / perMinute)))
        }
    }
}
