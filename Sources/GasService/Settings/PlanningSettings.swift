extension Setting where Value == Int {
    /// Days from today on that re-planning leaves alone; they have been announced.
    public static let freezeDays = Setting(
        "plan.freeze_days", 3, in: 0...60, unit: "days",
        source: "as long as visits are announced: A visit [L Qingdao, P]")
    /// Days before a deadline that are kept for revisits: the plan's own deadline is that much earlier.
    public static let reserveDays = Setting(
        "plan.reserve_days", 42, in: 0...180, unit: "days", source: "two revisit rounds: A visit, no access [P]")
    /// How much more than the level load may be worked to bring a building's households to the same day.
    public static let alignmentPercent = Setting(
        "plan.alignment_percent", 50, in: 0...1000, unit: "percent", source: "trade-off of dense against level plans")
    /// Days between a visit and the revisit of those who were not at home.
    public static let revisitGapDays = Setting(
        "plan.revisit_gap_days", 10, in: 1...90, unit: "days", source: "A visit, no access: another weekday [P]")
    /// Revisit rounds planned after a campaign's first.
    public static let revisitRounds = Setting(
        "plan.revisit_rounds", 2, in: 0...4, unit: "count", source: "A visit, no access: three attempts [P]")
    /// Share of first visits that get in, until a district has seen its own.
    public static let firstVisitSuccessPercent = Setting(
        "plan.first_visit_success_percent", 72, in: 1...100, unit: "percent", source: "A visit: Harbin, 71.9 % [P]")
    /// Share of revisits that get in, until a district has seen its own.
    public static let revisitSuccessPercent = Setting(
        "plan.revisit_success_percent", 50, in: 1...100, unit: "percent",
        source: "planning assumption, lower than at first")
    /// Share of a shift without its break that is spent inside households; the rest is travel, waiting and paper.
    public static let productivePercent = Setting(
        "plan.productive_percent", 50, in: 5...100, unit: "percent",
        source: "A visit: 30 to 60 households of 4 to 8 minutes a day [P]")
    /// Share of the productive time of crews certified for emergencies that inspections may count on.
    public static let standbyPercent = Setting(
        "plan.standby_percent", 0, in: 0...100, unit: "percent", source: "practice: who stands by is not planned away")
    /// Minutes of a crew's break.
    public static let breakMinutes = Setting(
        "route.break_minutes", 60, in: 0...180, unit: "minutes", source: "practice of crews")
    /// Minutes to park and find the door at each building.
    public static let stopMinutes = Setting(
        "route.stop_minutes", 5, in: 0...60, unit: "minutes", source: "practice of crews")
    /// The longest stop at one building; more households there make more stops.
    public static let longestStopMinutes = Setting(
        "route.longest_stop_minutes", 120, in: 15...480, unit: "minutes", source: "practice: half a crew's morning")
    /// Days whose campaigns may be visited earlier where a crew would else be idle.
    public static let pullAheadDays = Setting(
        "route.pull_ahead_days", 14, in: 0...60, unit: "days", source: "practice: idle hours are used")
    /// Days for which a campaign that passed without a visit is still carried along.
    public static let carryOverDays = Setting(
        "route.carry_over_days", 14, in: 0...60, unit: "days", source: "practice: what was planned is not lost")
}

extension Setting where Value == Double {
    /// How much longer the road is than the straight line.
    public static let detourFactor = Setting(
        "route.detour_factor", 1.3, in: 1.0...3.0, unit: "factor", source: "design of the daily routing")
    /// Speed between buildings.
    public static let speed = Setting(
        "route.speed_kmh", 25.0, in: 2.0...90.0, unit: "km/h", source: "design of the daily routing, city traffic")
}
