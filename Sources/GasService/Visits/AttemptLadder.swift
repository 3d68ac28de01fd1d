/// The attempts of one open cycle, which of them count, and what follows.
///
/// A visit without access (nobody opened, or vacant) counts as a new attempt only if its kind of slot differs from that of
/// the attempt counted before it: ringing five times on weekday mornings is one attempt. Refusals are a ladder of their
/// own, broken by any visit that was not refused.
public struct AttemptLadder: Sendable, Hashable {
    /// The attempts, in order.
    public let attempts: [Attempt]
    /// For each attempt, its number among those counted; nil for one that does not count.
    public let countedNumbers: [Int?]
    private let settings: Settings

    /// Reads the attempts of the open cycle in the order they happened.
    public init(_ attempts: [Attempt], settings: Settings) {
        self.attempts = attempts
        self.settings = settings
        var counted = 0
        var lastSlot: SlotKind?
        countedNumbers = attempts.map { attempt in
            guard attempt.result == .noAccess || attempt.result == .vacant, attempt.slot != lastSlot else { return nil }
            counted += 1
            lastSlot = attempt.slot
            return counted
        }
    }

    /// Attempts without access that count.
    public var counted: Int { countedNumbers.compactMap { $0 }.last ?? 0 }

    /// Refusals since the last visit that was not refused.
    public var consecutiveRefusals: Int { attempts.reversed().prefix { $0.result == .refused }.count }

    /// Whether the household belongs on the long-uninspected list.
    public var isLongUninspected: Bool {
        !isCompleted && counted >= settings[.longUninspectedAfter]
    }

    /// Whether one of the attempts was a completed inspection.
    public var isCompleted: Bool { attempts.contains { $0.result.isCompletedInspection } }

    /// What is to be done next.
    public var nextStep: NextStep {
        guard let last = attempts.last else { return .firstVisit }
        if isCompleted { return .completed }
        if last.result == .refused {
            return consecutiveRefusals >= settings[.suspensionAfterRefusals] ? .suspensionNotice : .mediatedVisit
        }
        if last.result == .notFound { return .correctAddress }
        if counted >= settings[.longUninspectedAfter] { return .longUninspected }
        if counted >= settings[.appointmentLetterAfter] { return .appointmentLetter }
        return .revisit(slots: slotsThatCount, notOn: last.date.weekday)
    }

    /// The kinds of slot in which another visit counts; off hours only once the rule asks for them.
    private var slotsThatCount: [SlotKind] {
        let countedSlots = zip(attempts, countedNumbers).filter { $0.1 != nil }.map(\.0.slot)
        let triedOffHours = countedSlots.contains { $0 != .weekdayDaytime }
        let mustBeOffHours = counted + 1 >= settings[.offHoursByAttempt] && !triedOffHours
        return SlotKind.allCases.filter { slot in
            slot != countedSlots.last && !(mustBeOffHours && slot == .weekdayDaytime)
        }
    }
}
