/// A visit at the head of a crew's route that no plan may move: begun, done, or promised as next.
///
/// Stops whose beginning is known come first. Instants that are known are facts, and facts break no rule: a committed stop is served whatever its window, and if
/// the way home alone ends after the shift, the plan is not wrong, the crew only takes nothing more. Breaks that were
/// taken before or between committed stops are not planned again: leave them out of `Crew.breaks`.
public struct CommittedStop: Hashable, Sendable {
    /// Index of the visit in the problem.
    public var visit: Int
    /// When service began, if that is known; otherwise as early as the road and the visit's window allow.
    public var startSeconds: Int?
    /// When the crew is free to leave, if that is known; otherwise service is added to the beginning.
    public var departureSeconds: Int?

    /// Makes a committed stop.
    public init(visit: Int, startSeconds: Int? = nil, departureSeconds: Int? = nil) {
        self.visit = visit
        self.startSeconds = startSeconds
        self.departureSeconds = departureSeconds
    }
}
