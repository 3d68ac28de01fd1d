/// A calendar year, seen on a day: later events are not known yet, so a report can be made again as it was.
public struct CoveragePeriod: Sendable, Hashable {
    /// The first day of the year.
    public let start: CalendarDate
    /// The last day of the year.
    public let end: CalendarDate
    /// The day as of which it is judged, in the utility's time zone.
    public let asOf: CalendarDate

    /// A year as of a day; nil for a year outside 1 to 9999.
    public init?(year: Int, asOf: CalendarDate) {
        guard let start = CalendarDate(year: year, month: 1, day: 1) else { return nil }
        self.start = start
        self.end = start.endOfYear
        self.asOf = asOf
    }

    /// Whether a day is in the year and known as of the day of judging.
    public func knows(_ date: CalendarDate) -> Bool { date >= start && date <= min(end, asOf) }
}

/// Where one obligation stands in a year: exactly one of these.
public enum CoverageStanding: String, Sendable, Hashable, Codable, CaseIterable {
    /// Due in the year and inspected by its deadline.
    case onTime = "on_time"
    /// Due in the year and inspected after its deadline.
    case late
    /// Due in the year, its deadline passed, not inspected.
    case overdue
    /// Due in the year, its deadline still ahead, not inspected.
    case notYetDue = "not_yet_due"
    /// Due before the year, and inspected within it.
    case carriedLate = "carried_late"
    /// Due before the year, and still not inspected.
    case carriedOverdue = "carried_overdue"
    /// Due after the year, and inspected within it, ahead of time.
    case ahead
    /// Inspected in the year for a deadline that nobody recorded.
    case imported
    /// The household is disconnected: nothing is due.
    case suspended
    /// Neither due nor inspected in the year.
    case outside

    /// Whether the obligation is one of those due in the year.
    public var isDue: Bool {
        switch self {
        case .onTime, .late, .overdue, .notYetDue: true
        default: false
        }
    }

    /// Whether it was completed within the year, or by its deadline in the year.
    public var isInspected: Bool {
        switch self {
        case .onTime, .late, .carriedLate, .ahead, .imported: true
        default: false
        }
    }
}
