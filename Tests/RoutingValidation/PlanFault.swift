/// A way in which a plan breaks its problem's rules, as the validator found it.
public enum PlanFault: Hashable, Sendable {
    /// There is not one route for each crew, in order.
    case routes
    /// A visit is served twice, or neither served nor listed as unassigned, or both.
    case coverage(visit: Int)
    /// A crew's committed stops do not come first, in order, at the instants that are known.
    case committed(crew: Int)
    /// The crew lacks a skill, is excluded, or is not the one asked for.
    case ineligible(visit: Int, crew: Int)
    /// The crew carries more than it can.
    case capacity(crew: Int)
    /// The crew has more visits than it may.
    case visitCount(crew: Int)
    /// An instant does not follow from the one before: a drive too fast, a service too short, time unaccounted for.
    case timing(crew: Int, stop: Int)
    /// Service begins outside all windows.
    case window(visit: Int)
    /// The crew is out before or after its shift.
    case shift(crew: Int)
    /// The crew is out longer than it may.
    case duration(crew: Int)
    /// A break is missing, too short, outside its window, or taken while driving or serving.
    case rest(crew: Int)
    /// The two visits of a pair do not hang together as they must.
    case pair(index: Int)
    /// A route's metres or seconds are not those of the matrix.
    case totals(crew: Int)
    /// A part of the cost is not what the rules make of the plan.
    case cost(part: String, expected: Int, found: Int)
}
