/// The three kinds of interval by which the world counts inspection cycles (RULES.md, Cycles, row 4).
public enum IntervalKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// At most so many months after the last completed inspection.
    case maximumGap = "max_gap"
    /// Once in each calendar year (or period of years), and at most a cap of months apart (United States).
    case calendarYear = "calendar_year"
    /// Like the gap, but done within a window before the deadline counts as done on the deadline (United Kingdom).
    case anniversary
}

/// How a deadline follows from the inspection before it.
public struct CycleInterval: Sendable, Hashable, Codable {
    /// The kind of counting.
    public let kind: IntervalKind
    /// The cycle's months; whole years for the calendar kind.
    public let months: Int
    /// Months before the deadline in which an inspection keeps the anniversary; 0 restarts the cycle always.
    public let earlyMonths: Int
    /// The most months between two completed inspections, whatever the anniversary says; nil for no such cap.
    public let capMonths: Int?

    /// An interval; nil when its numbers contradict each other.
    ///
    /// Months are 1 to 120, the early window is shorter than the cycle and at least 1 for the anniversary kind, a cap is
    /// no shorter than the cycle, and the calendar kind has whole years and a cap.
    public init?(kind: IntervalKind, months: Int, earlyMonths: Int = 0, capMonths: Int? = nil) {
        guard (1...120).contains(months), earlyMonths >= 0, earlyMonths < months else { return nil }
        if let capMonths, capMonths < months || capMonths > 240 { return nil }
        switch kind {
        case .maximumGap: break
        case .anniversary: if earlyMonths == 0 { return nil }
        case .calendarYear: if !months.isMultiple(of: 12) || earlyMonths != 0 || capMonths == nil { return nil }
        }
        self.kind = kind
        self.months = months
        self.earlyMonths = earlyMonths
        self.capMonths = capMonths
    }

    private init(adjusting other: CycleInterval, months: Int) {
        self.kind = other.kind == .calendarYear && !months.isMultiple(of: 12) ? .maximumGap : other.kind
        self.months = months
        self.earlyMonths = min(other.earlyMonths, months - 1)
        self.capMonths = other.capMonths.map { max(months, $0 - other.months + months) }
    }

    /// The same kind of counting over another number of months; a cap keeps its distance from the cycle.
    ///
    /// A calendar year that becomes a part of a year is counted as a gap, for it has no calendar to hold to.
    public func withMonths(_ months: Int) -> CycleInterval {
        CycleInterval(adjusting: self, months: min(max(months, 1), 120))
    }

    /// The deadline that follows a completed inspection or gas-on.
    ///
    /// - Parameters:
    ///   - deemed: The day from which the cycle counts.
    ///   - actual: The day on which it really happened, which a cap is measured from.
    /// - Returns: The last day on which the next inspection is on time.
    public func deadline(deemed: CalendarDate, actual: CalendarDate) -> CalendarDate {
        let counted: CalendarDate
        switch kind {
        case .maximumGap, .anniversary: counted = deemed.adding(months: months)
        case .calendarYear: counted = deemed.adding(months: months).endOfYear
        }
        guard let capMonths else { return counted }
        return min(counted, actual.adding(months: capMonths))
    }

    /// The day from which the next cycle counts when an inspection with a deadline is completed on a day.
    ///
    /// Within the early window it is the deadline; earlier or later it is the day itself.
    public func deemedDate(completed: CalendarDate, deadline: CalendarDate) -> CalendarDate {
        let windowOpens = deadline.adding(months: -earlyMonths)
        return earlyMonths > 0 && completed >= windowOpens && completed <= deadline ? deadline : completed
    }
}
