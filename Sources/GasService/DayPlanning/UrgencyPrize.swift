/// What serving a stop is worth to a day's plan, in tenths of a second of crew time.
///
/// A visit that is owed is worth sixty times the time it takes, so a crew that can reach it goes there; where hours do
/// not suffice for all, near deadlines win over others, minute for minute. An overdue household that nobody announced a
/// visit to is worth a quarter of that: it waits behind those who were told. A visit pulled ahead is worth
/// the time it takes and, the nearer its deadline, half to one and a half times that for the way to it: it fills hours
/// that would else be idle, and never takes them from what is owed.
public enum UrgencyPrize {
    /// Tenths of a second in a minute.
    public static let unitsPerMinute = 600
    private static let owedFactor = 60
    /// Days before a deadline from which urgency rises.
    private static let horizonDays = 360

    /// The worth of a stop on a day.
    public static func units(for stop: BuildingStop, on date: CalendarDate, residentialMinutes: Int, otherMinutes: Int)
        -> Int
    {
        let worth = stop.candidates.reduce(0) { sum, candidate in
            let inside = candidate.customerClass.isResidential ? residentialMinutes : otherMinutes
            return sum + inside * perMinute(candidate, stop.reason, date)
        }
        return worth + stop.accessMinutes * unitsPerMinute
    }

    /// From 1,000 far from the deadline to 2,000 on it and 4,000 a year beyond, in thousandths.
    static func urgency(deadline: CalendarDate, on date: CalendarDate) -> Int {
        let left = deadline.days(since: date)
        if left >= horizonDays { return 1000 }
        if left >= 0 { return 2000 - left * 1000 / horizonDays }
        return 2000 + min(-left, horizonDays) * 2000 / horizonDays
    }

    private static func perMinute(_ candidate: DayCandidate, _ reason: VisitReason, _ date: CalendarDate) -> Int {
        let urgency = urgency(deadline: candidate.deadline, on: date)
        guard reason.isOwed else { return unitsPerMinute * (500 + urgency) / 1000 }
        return unitsPerMinute * (reason == .overdue ? owedFactor / 4 : owedFactor) * urgency / 1000
    }
}
