import Foundation
import GasService
import Testing

@Suite("A calendar date")
struct CalendarDateTests {
    @Test("agrees with Foundation's Gregorian calendar on every day from 1890 to 2110")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: -29_000, through: 51_000, by: 1) {
            let date = try #require(CalendarDate(dayNumber: number))
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let (year, month, dayOfMonth) = date.components
            #expect(year == parts.year && month == parts.month && dayOfMonth == parts.day)
            #expect(date.weekday.rawValue % 7 + 1 == parts.weekday)
            #expect(CalendarDate(year: year, month: month, day: dayOfMonth) == date)
        }
    }

    @Test(
        "adds months and keeps within the month",
        arguments: [
            ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-01-31", 1, "2026-02-28"),
            ("2026-11-24", 24, "2028-11-24"), ("2026-01-15", -1, "2025-12-15"), ("2026-03-31", -13, "2025-02-28"),
        ])
    func addsMonths(start: String, months: Int, expected: String) {
        #expect(day(start).adding(months: months) == day(expected))
    }

    @Test(
        "refuses what is not a day", arguments: ["2025-02-29", "2025-13-01", "0000-01-01", "2025-1-01", "20250101", ""])
    func refuses(text: String) {
        #expect(CalendarDate(text) == nil)
    }
}
