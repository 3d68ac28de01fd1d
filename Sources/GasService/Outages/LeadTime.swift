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

    /// Orders lead times by their length.
    public static func < (left: LeadTime, right: LeadTime) -> Bool { left.hours < right.hours }

    /// The first start that a household may have that was told at an instant.
    public func earliestStart(forNotice told: Instant) -> Instant { told.adding(seconds: Int64(hours) * 3600) }
}
