import GasService
import Testing

@Suite("A day's clock and visiting hours")
struct DayClockTests {
    @Test(
        "eight in the morning comes an hour sooner after midnight on the day clocks go forward",
        arguments: [
            ("2026-03-28", 28_800), ("2026-03-29", 25_200), ("2026-10-25", 32_400),
        ])
    func clockChange(date: String, seconds: Int) throws {
        let clock = DayClock(date: day(date), zone: try #require(UtilityTimeZone("Europe/Helsinki")))
        #expect(clock.seconds(atMinute: 480) == seconds)
        #expect(clock.seconds(at: clock.instant(atSecond: seconds)) == seconds)
    }

    @Test("a shift may end on the next day")
    func nextDay() {
        let clock = DayClock(date: day("2026-11-25"), zone: .utc)
        #expect(clock.seconds(atMinute: 1440) == 86_400)
        #expect(clock.seconds(atMinute: 1500) == 90_000)
    }

    @Test("nobody is visited at night, and evenings begin where the setting says")
    func hours() {
        let hours = VisitingHours(settings: .standard)
        #expect(hours.spans(of: [.weekdayDaytime, .evening]) == [480...1260])
        #expect(hours.spans(of: [.weekend]) == [480...1260])
        #expect(hours.spans(of: [.weekdayDaytime]) == [480...1080])
        #expect(hours.spans(of: [.evening]) == [1080...1260])
    }
}
