/// By when a milestone of a fault must be reached, and whether it was.
public struct SLADeadline: Sendable, Hashable {
    /// How a deadline stands at a moment.
    public enum Standing: Sendable, Hashable {
        /// The clock runs.
        case running
        /// The clock stands until then.
        case paused(ClockPause.Reason, until: Instant)
        /// Reached in time.
        case kept
        /// Missed; whether the milestone was reached later or not.
        case breached
        /// The customer was told in time that it is not the company's to repair.
        case excused
    }

    /// The milestone.
    public let milestone: SLAMilestone
    /// Minutes allowed by the severity that decides it.
    public let targetMinutes: Int
    /// The instant by the wall clock until which it is in time, pauses included as they are known now.
    public let due: Instant
    /// When it was reached.
    public let reachedAt: Instant?
    /// When the customer was told that it is referred, unless it was reached before.
    public let referredAt: Instant?

    /// Whether nothing more is owed: reached or referred.
    public var isSettled: Bool { reachedAt != nil || referredAt != nil }

    /// How far it is beyond its due time at an instant, in microseconds; zero when it is in time.
    public func overrun(at now: Instant) -> Int64 {
        max(0, (reachedAt ?? referredAt ?? now).microseconds(since: due))
    }

    func standing(at now: Instant, _ pauses: [ClockPause]) -> Standing {
        if overrun(at: now) > 0 { return .breached }
        if reachedAt != nil { return .kept }
        if referredAt != nil { return .excused }
        guard let pause = pauses.last(where: { $0.contains(now) }) else { return .running }
        return .paused(pause.reason, until: pause.until)
    }
}
