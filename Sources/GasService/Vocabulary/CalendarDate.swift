/// A day of the proleptic Gregorian calendar, without a time zone, from 0001-01-01 to 9999-12-31.
///
/// Arithmetic is the one of days and months that deadlines are written in; it needs no calendar library and is exact.
/// Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (`days_from_civil`, `civil_from_days`).
public struct CalendarDate: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01, negative before.
    public let dayNumber: Int

    /// The first day that can be named, 0001-01-01.
    public static let earliest = CalendarDate(clamping: -719_162)
    /// The last day that can be named, 9999-12-31.
    public static let latest = CalendarDate(clamping: 2_932_896)

    /// The day so many days after 1970-01-01; nil outside years 1 to 9999.
    public init?(dayNumber: Int) {
        guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
        self.dayNumber = dayNumber
    }

    /// The day of a year, month and day; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(year: year, month: month)
        else { return nil }
        self.dayNumber = Self.dayNumber(year: year, month: month, day: day)
    }

    /// The day nearest to a day number inside years 1 to 9999.
    init(clamping dayNumber: Int) { self.dayNumber = min(max(dayNumber, -719_162), 2_932_896) }

    /// Orders days in time.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }

    /// Year, month (1 to 12) and day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The year.
    public var year: Int { components.year }
    /// The month, 1 to 12.
    public var month: Int { components.month }
    /// The day of the month, from 1.
    public var day: Int { components.day }

    /// The day of the week.
    public var weekday: Weekday {
        let fromMonday = ((dayNumber + 3) % 7 + 7) % 7
        return Weekday.allCases[fromMonday]
    }

    /// The day so many days later (earlier when negative), held inside years 1 to 9999.
    public func adding(days: Int) -> CalendarDate { CalendarDate(clamping: dayNumber + days) }

    /// The same day of the month so many months later; a day that month lacks becomes its last day.
    ///
    /// So 29 February plus 12 months is 28 February, and plus 48 months 29 February again (RULES.md, Cycles, last row).
    public func adding(months: Int) -> CalendarDate {
        let (year, month, day) = components
        let count = year * 12 + month - 1 + months
        let newYear = (count >= 0 ? count : count - 11) / 12
        guard newYear >= 1 else { return .earliest }
        guard newYear <= 9999 else { return .latest }
        let newMonth = count - newYear * 12 + 1
        let last = Self.daysInMonth(year: newYear, month: newMonth)
        return CalendarDate(clamping: Self.dayNumber(year: newYear, month: newMonth, day: min(day, last)))
    }

    /// Days from another day to this one, negative when this one is earlier.
    public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

    /// The first day of this day's year.
    public var startOfYear: CalendarDate { CalendarDate(clamping: Self.dayNumber(year: year, month: 1, day: 1)) }
    /// The last day of this day's year.
    public var endOfYear: CalendarDate { CalendarDate(clamping: Self.dayNumber(year: year, month: 12, day: 31)) }

    /// Days in a month, 28 to 31.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

/// A day of the week, Monday first as ISO 8601 counts.
public enum Weekday: Int, Sendable, Hashable, Codable, CaseIterable {
    /// Monday, number 1.
    case monday = 1
    /// Tuesday, number 2.
    case tuesday
    /// Wednesday, number 3.
    case wednesday
    /// Thursday, number 4.
    case thursday
    /// Friday, number 5.
    case friday
    /// Saturday, number 6.
    case saturday
    /// Sunday, number 7.
    case sunday

    /// Whether the day is Saturday or Sunday.
    public var isWeekend: Bool { self == .saturday || self == .sunday }
}
