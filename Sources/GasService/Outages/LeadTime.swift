/// How long before the gas goes off a household must have been told.
///
/// Hours are elapsed time, not clock time: 48 hours before a start stay 48 hours when clocks change in between.
public struct LeadTime: Sendable, Hashable, Comparable {
    /// The least that the national regulation asks, in hours.
    ///
    /// Source: 城镇燃气管理条例, article 20. Where a local rule is weaker, the stricter holds; so no setting goes below it.
    public static let nationalHours = 48

    /// Hours, at least `nationalHours`.
    public let hours: Int

    /// A lead time; the national one where a smaller is given.
    public init(hours: Int) { self.hours = max(hours, Self.nationalHours) }

    /// The lead time of a class of customers, by a district's settings on the day of the declaration.
    public init(of customerClass: CustomerClass, settings: Settings) {
        switch customerClass {
        case .residential: self.init(hours: settings[.residentialLeadHours])
        case .commercial: self.init(hours: settings[.commercialLeadHours])
        case .industrial: self.init(hours: settings[.industrialLeadHours])
        case .heating: self.init(hours: settings[.heatingLeadHours])
        }
    }

    /// Orders lead times by their length.
    public static func < (left: LeadTime, right: LeadTime) -> Bool { left.hours < right.hours }

    /// The last instant at which a notice still counts for a start.
    public func latestNotice(forStart start: Instant) -> Instant { start.adding(seconds: -seconds) }

    /// The first start that a household may have that was told at an instant.
    public func earliestStart(forNotice told: Instant) -> Instant { told.adding(seconds: seconds) }

    /// Whether a household told at one instant may have its gas turned off at another: a notice exactly on time counts.
    public func isKept(told: Instant, start: Instant) -> Bool { told <= latestNotice(forStart: start) }

    private var seconds: Int64 { Int64(hours) * 3600 }
}
