/// The clock of a fault: a fold over what happened, from which deadlines, pauses and breaches follow and nothing else.
///
/// It is pure. Whoever has the events of the archive comes to the same figures, years later and on any machine. Time is
/// calendar time, around the clock; a day of 23 or 25 hours counts the hours that passed.
///
/// What it obeys (RULES.md, Faults):
/// - The clock starts with the first report, also when that report arrived after a later one.
/// - It stands only for what the rule allows: another time agreed with the customer, or parts that are missing with the
///   customer told. Both have an end of their own.
/// - A time agreed with the customer takes the place of the deadline to set off, arrive and handle, where it is later. The
///   repair's clock stands until then.
/// - Whatever was late before stays late: nothing agreed or told afterwards heals it.
/// - A change of severity takes no time back that was already promised: of the deadlines that ever held, the earliest counts.
/// - When the customer was told that it is beyond the company's scope, what is not yet due is no longer owed.
public struct SLAClock: Sendable, Hashable {
    /// When the fault was first reported.
    public let reportedAt: Instant
    /// How grave it is now.
    public let severity: FaultSeverity
    /// Whose equipment it is.
    public let scope: FaultScope
    /// The spans in which the clock stands, in order.
    public let pauses: [ClockPause]
    /// The deadlines, in the order in which they are to be reached.
    public let deadlines: [SLADeadline]
    /// Whether the last repair was marked as temporary, so that another one must follow.
    public let isTemporary: Bool
    /// Events of devices whose clocks were off.
    public let doubtfulEvents: Int

    /// Replays a fault; nil when there is no report among the events.
    ///
    /// - Parameters:
    ///   - events: what happened, in any order.
    ///   - targets: the minutes that held when the fault was reported.
    /// - Complexity: O(n log n) in the events.
    public init?(replaying events: [FaultEvent], targets: SLATargets) {
        let ordered = events.sorted { ($0.instant, $0.sequence) < ($1.instant, $1.sequence) }
        guard let story = FaultStory(ordered) else { return nil }
        reportedAt = story.reportedAt
        severity = story.severities.last?.severity ?? .general
        scope = story.scope
        pauses = story.pauses
        isTemporary = story.isTemporary
        doubtfulEvents = events.count { $0.clockFault != nil }
        deadlines = SLAMilestone.allCases.compactMap { story.deadline($0, targets) }
    }

    /// The deadline of a milestone; nil when none is set for it.
    public func deadline(_ milestone: SLAMilestone) -> SLADeadline? { deadlines.first { $0.milestone == milestone } }

    /// How a deadline stands at a moment.
    public func standing(of deadline: SLADeadline, at now: Instant) -> SLADeadline.Standing {
        deadline.standing(at: now, pauses)
    }

    /// The deadlines that still run, the next one first.
    public func open(at now: Instant) -> [SLADeadline] {
        deadlines.filter { !$0.isSettled }.sorted { ($0.due, $0.milestone) < ($1.due, $1.milestone) }
    }

    /// Microseconds for which the clock ran between two instants: calendar time less pauses.
    public func netMicroseconds(from: Instant, until: Instant) -> Int64 {
        pauses.reduce(max(0, until.microseconds(since: from))) { rest, pause in
            let overlap = min(pause.until, until).microseconds(since: max(pause.from, from))
            return rest - max(0, overlap)
        }
    }

    /// Microseconds of the clock until a deadline, pauses left out; negative once it is missed.
    public func netLeft(to deadline: SLADeadline, at now: Instant) -> Int64 {
        now <= deadline.due
            ? netMicroseconds(from: now, until: deadline.due) : -netMicroseconds(from: deadline.due, until: now)
    }
}
