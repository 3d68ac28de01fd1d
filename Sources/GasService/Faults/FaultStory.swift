/// A fault's events in order, boiled down to what its deadlines follow from.
struct FaultStory {
    struct SeveritySpan {
        let from: Instant
        let severity: FaultSeverity
    }

    let reportedAt: Instant
    let scope: FaultScope
    private(set) var severities: [SeveritySpan]
    private(set) var pauses: [ClockPause] = []
    private(set) var reached: [SLAMilestone: Instant] = [:]
    private(set) var referredAt: Instant?
    private(set) var isTemporary = false

    /// Reads events in the order of their instants; nil without a report.
    init?(_ events: [FaultEvent]) {
        var report: (severity: FaultSeverity, scope: FaultScope, at: Instant)?
        for event in events {
            switch event.kind {
            case .reported(let severity, let scope): report = report ?? (severity, scope, event.instant)
            default: break
            }
        }
        guard let report else { return nil }
        let joined = events.filter { $0.kind == .reportJoined }.map(\.instant).min()
        reportedAt = min(report.at, joined ?? report.at)
        scope = report.scope
        severities = [SeveritySpan(from: reportedAt, severity: report.severity)]
        for event in events { take(event) }
    }

    /// The deadline of a milestone: the earliest of those that its severities ever set; nil when none did.
    func deadline(_ milestone: SLAMilestone, _ targets: SLATargets) -> SLADeadline? {
        if milestone == .telling, !wasToldAfterHandling { return nil }
        let candidates = severities.compactMap { span in
            targets.minutes(to: milestone, span.severity, scope).map { minutes in
                (due: due(milestone, from: span.from, minutes: minutes), minutes: minutes)
            }
        }
        guard let earliest = candidates.min(by: { $0.due < $1.due }) else { return nil }
        let reachedAt = reached[milestone]
        return SLADeadline(
            milestone: milestone, targetMinutes: earliest.minutes, due: earliest.due, reachedAt: reachedAt,
            referredAt: reachedAt == nil ? referredAt : nil)
    }

    private var wasToldAfterHandling: Bool {
        guard let told = reached[.telling], let handled = reached[.handling] else { return false }
        return handled <= told
    }

    private mutating func take(_ event: FaultEvent) {
        let instant = event.instant
        switch event.kind {
        case .reported, .reportJoined: break
        case .severityChanged(let severity): severities.append(SeveritySpan(from: instant, severity: severity))
        case .setOff: reach(.setOff, at: instant)
        case .arrived:
            reach(.setOff, at: instant)
            reach(.arrival, at: instant)
            endAgreement(at: instant)
        case .handled:
            for milestone in [SLAMilestone.setOff, .arrival, .handling] { reach(milestone, at: instant) }
            endAgreement(at: instant)
        case .agreed(let latest):
            endPause(at: instant)
            if latest > instant {
                pauses.append(ClockPause(reason: .agreed, from: instant, cap: latest, endedAt: nil))
            }
        case .waitingForParts(let minutes):
            endPause(at: instant)
            reach(.telling, at: instant)
            pauses.append(
                ClockPause(reason: .parts, from: instant, cap: instant.adding(minutes: Int64(minutes)), endedAt: nil))
        case .resumed: endPause(at: instant)
        case .repaired(_, let temporary):
            endPause(at: instant)
            reach(.repair, at: instant)
            isTemporary = temporary
        case .referred:
            endPause(at: instant)
            reach(.telling, at: instant)
            referredAt = referredAt ?? instant
        }
    }

    private mutating func reach(_ milestone: SLAMilestone, at instant: Instant) {
        reached[milestone] = min(reached[milestone] ?? instant, instant)
    }

    /// A crew that is there needs no agreement about when it comes.
    private mutating func endAgreement(at instant: Instant) {
        if pauses.last?.reason == .agreed { endPause(at: instant) }
    }

    private mutating func endPause(at instant: Instant) {
        guard let last = pauses.last, last.contains(instant) || last.from == instant else { return }
        pauses[pauses.count - 1] = ClockPause(reason: last.reason, from: last.from, cap: last.cap, endedAt: instant)
    }

    /// The instant at which so many minutes of the clock have passed.
    ///
    /// A pause that begins after that changes nothing, nor does one that begins when the milestone is reached.
    private func due(_ milestone: SLAMilestone, from start: Instant, minutes: Int) -> Instant {
        var plain = start.adding(minutes: Int64(minutes))
        var agreed: Instant?
        for pause in pauses where pause.until > start {
            guard pause.from <= max(plain, agreed ?? plain), reached[milestone].map({ pause.from < $0 }) ?? true else {
                break
            }
            if pause.reason == .agreed, milestone.isReplacedByAgreement {
                // A later agreement takes the place of an earlier one; a crew that came before the time ends it.
                agreed = pause.cap
            } else {
                plain = plain.adding(microseconds: pause.until.microseconds(since: max(pause.from, start)))
            }
        }
        return max(plain, agreed ?? plain)
    }
}
