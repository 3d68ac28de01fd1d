/// What a plan costs and what for, in cost units.
public struct CostBreakdown: Hashable, Sendable {
    /// Crews used at all.
    public var fixed = 0
    /// Metres driven.
    public var distance = 0
    /// Seconds between setting off and being back.
    public var duration = 0
    /// Promises broken.
    public var lateness = 0
    /// Crews that customers or planners would rather (not) have.
    public var preference = 0
    /// Unequal work.
    public var balance = 0
    /// Prizes of the optional visits that are left out.
    public var prizesForgone = 0

    /// Makes a breakdown of nothing.
    public init() {}

    /// The sum of all parts.
    public var total: Int {
        fixed + distance + duration + lateness + preference + balance + prizesForgone
    }

    static func += (left: inout CostBreakdown, right: CostBreakdown) {
        left.fixed += right.fixed
        left.distance += right.distance
        left.duration += right.duration
        left.lateness += right.lateness
        left.preference += right.preference
        left.balance += right.balance
        left.prizesForgone += right.prizesForgone
    }
}
