import GasService
import Testing

@Suite("A span of each day")
struct DailySpanTests {
    private let night = DailySpan(from: time("22:00"), until: time("06:00"))

    @Test("may run over midnight; its first minute is inside, its last is not")
    func overMidnight() {
        let inside = ["22:00", "23:59", "00:00", "05:59"].map { night.contains(time($0)) }
        #expect(inside == [true, true, true, true])
        #expect(["06:00", "21:59", "12:00"].map { night.contains(time($0)) } == [false, false, false])
        #expect(night.minutesOutside == 960)
    }

    @Test("from a time to itself is empty")
    func empty() {
        let never = DailySpan(from: time("22:00"), until: time("22:00"))
        #expect(!never.contains(time("22:00")))
        #expect(never.minutesOutside == 1440)
        #expect(never.nextBeginning(after: instant("2026-11-24T08:00:00Z"), zone: .utc) == nil)
    }

    @Test("ends on the next morning by the clock of the place, on days with 23 and 25 hours too")
    func clockChanges() {
        let helsinki = zone("Europe/Helsinki")
        #expect(
            night.end(notBefore: instant("2026-03-28T23:00:00+02:00"), zone: helsinki)
                == instant("2026-03-29T06:00:00+03:00"))
        #expect(
            night.end(notBefore: instant("2026-10-24T23:00:00+03:00"), zone: helsinki)
                == instant("2026-10-25T06:00:00+02:00"))
    }

    @Test("whose end clocks show twice ends at each of them, and one whose end they skip lasts as much longer")
    func endInTheChange() {
        let helsinki = zone("Europe/Helsinki")
        let short = DailySpan(from: time("22:00"), until: time("03:30"))
        #expect(
            short.end(notBefore: instant("2026-10-25T03:10:00+03:00"), zone: helsinki)
                == instant("2026-10-25T03:30:00+03:00"))
        #expect(
            short.end(notBefore: instant("2026-10-25T03:10:00+02:00"), zone: helsinki)
                == instant("2026-10-25T03:30:00+02:00"))
        #expect(
            short.end(notBefore: instant("2026-03-29T02:30:00+02:00"), zone: helsinki)
                == instant("2026-03-29T04:30:00+03:00"))
    }

    @Test("has ended where it says it ends, and an instant outside is its own end", arguments: 1...6)
    func endIsOutside(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let places = ["Europe/Helsinki", "Asia/Shanghai", "America/St_Johns", "Australia/Lord_Howe"].map(zone)
        for _ in 0..<500 {
            let span = DailySpan(from: random.time(), until: random.time())
            let place = places[Int.random(in: 0..<places.count, using: &random)]
            let moment = Instant(secondsSince1970: Int64.random(in: 1_700_000_000...1_900_000_000, using: &random))
            let end = span.end(notBefore: moment, zone: place)
            #expect(!span.contains(end, zone: place))
            #expect((end == moment) == !span.contains(moment, zone: place))
            #expect(end.microseconds(since: moment) <= 26 * 3_600_000_000)
        }
    }
}

extension SeededRandom {
    /// A time of day, midnight at its end excluded.
    fileprivate mutating func time() -> LocalMinute {
        LocalMinute(minutes: Int.random(in: 0..<1440, using: &self)) ?? .startOfDay
    }
}
