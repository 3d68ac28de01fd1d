extension Setting where Value == Int {
    /// Months before a deadline in which an inspection keeps the anniversary, for the built-in cycle rules.
    public static let anniversaryMonths = Setting(
        "inspection.anniversary_months", 2, in: 0...6, unit: "months", source: "Cycles, row 8 [P]")
    /// Months before the deadline from which a residential obligation may be fulfilled.
    public static let residentialWindowMonths = Setting(
        "inspection.window_months.residential", 12, in: 1...24, unit: "months",
        source: "half the cycle of Cycles, row 2")
    /// Months before the deadline from which another obligation may be fulfilled.
    public static let otherWindowMonths = Setting(
        "inspection.window_months.other", 6, in: 1...24, unit: "months", source: "half the cycle of Cycles, row 1")

    /// The counted attempt that must be in the evening or on a weekend at the latest.
    public static let offHoursByAttempt = Setting(
        "attempt.off_hours_by", 3, in: 2...10, unit: "count", source: "A visit, no access [P]")
    /// Counted attempts without access after which an appointment letter goes out.
    public static let appointmentLetterAfter = Setting(
        "attempt.letter_after", 3, in: 1...10, unit: "count", source: "A visit, no access [P]")
    /// Counted attempts without access after which the household is listed as long uninspected.
    public static let longUninspectedAfter = Setting(
        "attempt.long_uninspected_after", 5, in: 1...20, unit: "count", source: "A visit, no access [P]")
    /// Consecutive refusals after which the supply may be suspended where the city's regulation allows it.
    public static let suspensionAfterRefusals = Setting(
        "attempt.suspension_after_refusals", 2, in: 1...10, unit: "count",
        source: "A visit, refusal [L Zhumadian, Beijing]")

    /// Days before a visit by which it is announced.
    public static let announceDays = Setting(
        "visit.announce_days", 3, in: 0...30, unit: "days", source: "A visit [L Qingdao, P]")
    /// Minutes before an appointment at which the crew telephones.
    public static let callBeforeMinutes = Setting(
        "visit.call_before_minutes", 30, in: 0...240, unit: "minutes", source: "A visit [P]")
    /// The least number of photos of a visit.
    public static let photosPerVisit = Setting(
        "visit.photos", 8, in: 0...100, unit: "count", source: "A visit, photos [P]")
    /// Share of a month's records that is checked on the spot.
    public static let spotCheckPercent = Setting(
        "record.spot_check_percent", 15, in: 0...100, unit: "percent", source: "A visit, photos [P]")
    /// Years for which records are kept.
    public static let keepYears = Setting(
        "record.keep_years", 3, in: 2...100, unit: "years", source: "A visit, photos [P; L Qingdao: 2]")
    /// The entry rate that companies aim for in a year.
    public static let entryRateTargetPercent = Setting(
        "report.entry_rate_target_percent", 72, in: 0...100, unit: "percent", source: "What compliance exports [P]")
    /// Minutes at the door and inside for a residential inspection.
    public static let residentialVisitMinutes = Setting(
        "visit.minutes.residential", 6, in: 1...240, unit: "minutes", source: "A visit, 4 to 8 minutes each [P]")
    /// Minutes at the door and inside for another inspection.
    public static let otherVisitMinutes = Setting(
        "visit.minutes.other", 30, in: 1...480, unit: "minutes", source: "A visit, 20 to 60 minutes [P]")
}

extension Setting where Value == SettingFlag {
    /// Whether special-care households are inspected yearly, whatever their class.
    public static let specialCareYearly = Setting(
        "inspection.special_care_yearly", false, in: false...true, unit: "flag", source: "Cycles, row 5 [P]")
    /// Whether inspections are planned on Saturdays and Sundays too.
    public static let weekendWork = Setting(
        "plan.weekend_work", false, in: false...true, unit: "flag", source: "A visit, 245 working days [P]")
}

extension Setting where Value == LocalMinute {
    /// The time from which a visit counts as one in the evening.
    public static let eveningBegins = Setting(
        "attempt.evening_begins", time(18), in: time(15)...time(22), unit: "time", source: "A visit, no access [P]")
    /// The earliest time at which customers are visited.
    public static let visitFrom = Setting(
        "visit.from", time(8), in: .startOfDay ... .endOfDay, unit: "time",
        source: "practice: nobody is visited at night")
    /// The time by which visits have ended.
    public static let visitUntil = Setting(
        "visit.until", time(21), in: .startOfDay ... .endOfDay, unit: "time",
        source: "practice: nobody is visited at night")
    /// The earliest time at which a crew's break begins.
    public static let breakFrom = Setting(
        "route.break_from", time(11), in: .startOfDay ... .endOfDay, unit: "time", source: "practice of crews")
    /// The latest time by which a crew's break ends.
    public static let breakUntil = Setting(
        "route.break_until", time(14), in: .startOfDay ... .endOfDay, unit: "time", source: "practice of crews")

    private static func time(_ hour: Int) -> LocalMinute { LocalMinute(minutes: hour * 60) ?? .startOfDay }
}
