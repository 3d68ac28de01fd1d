/// Why an outage needs a contingency plan and a report to the authority.
///
/// Source: RULES.md, Outage notices: above 24 hours or 3,000 households [L, Shanghai art. 21].
public struct ContingencyDemand: Sendable, Hashable {
    /// The planned length in minutes.
    public let minutes: Int
    /// Households affected.
    public let households: Int
    /// Hours above which it is needed.
    public let hourLimit: Int
    /// Households above which it is needed.
    public let householdLimit: Int

    /// Compares an outage with the thresholds of the districts it touches; where they differ, the stricter hold.
    public init(span: OutageSpan, households: Int, settings: [Settings]) {
        minutes = span.minutes
        self.households = households
        hourLimit = settings.map { $0[.contingencyHours] }.min() ?? Setting.contingencyHours.standard
        householdLimit = settings.map { $0[.contingencyHouseholds] }.min() ?? Setting.contingencyHouseholds.standard
    }

    /// Whether it lasts longer than the limit.
    public var isLong: Bool { minutes > hourLimit * 60 }
    /// Whether it reaches more households than the limit.
    public var isLarge: Bool { households > householdLimit }
    /// Whether a contingency plan and a report are needed.
    public var isNeeded: Bool { isLong || isLarge }
}
