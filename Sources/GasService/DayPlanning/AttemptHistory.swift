/// What was tried in vain for an open obligation.
public struct AttemptHistory: Sendable, Hashable {
    /// The kinds of slot in which an attempt was counted.
    public var countedSlots: Set<SlotKind>
    /// The day of the last visit, counted or not; nil when nobody has been there.
    public var lastVisit: CalendarDate?

    /// Nobody has been there.
    public static let none = AttemptHistory(countedSlots: [], lastVisit: nil)

    /// Describes what was tried.
    public init(countedSlots: Set<SlotKind>, lastVisit: CalendarDate?) {
        self.countedSlots = countedSlots
        self.lastVisit = lastVisit
    }
}

/// When a household may be tried again (RULES.md, A visit, no access).
///
/// An attempt counts only in a kind of slot that was not tried before, so a revisit in a slot that was tried is a visit
/// wasted; it comes on another weekday and not sooner than the revisit gap; and once a letter has to offer an
/// appointment, nothing but an appointment brings a crew there.
public struct RevisitRule: Sendable, Hashable {
    /// Least days between a visit and the next.
    public var gapDays: Int
    /// Counted attempts after which only an appointment helps.
    public var letterAfter: Int

    /// What the rule says about a day.
    public enum Verdict: Sendable, Hashable {
        /// It may be tried, in one of these kinds of slot.
        case open(Set<SlotKind>)
        /// The gap has not passed; it has by that day.
        case tooSoon(notBefore: CalendarDate)
        /// The last visit was on the same day of the week.
        case sameWeekday
        /// The day has only kinds of slot that were tried.
        case slotsTried
        /// A letter offers an appointment; until one is agreed, nobody goes.
        case awaitsAppointment
    }

    /// A rule with its numbers.
    public init(gapDays: Int, letterAfter: Int) {
        self.gapDays = max(1, gapDays)
        self.letterAfter = max(1, letterAfter)
    }

    /// The rule by the settings of a district.
    public init(settings: Settings) {
        self.init(gapDays: settings[.revisitGapDays], letterAfter: settings[.appointmentLetterAfter])
    }

    /// The kinds of slot that a day has.
    public static func slots(of date: CalendarDate) -> Set<SlotKind> {
        date.weekday.isWeekend ? [.weekend] : [.weekdayDaytime, .evening]
    }

    /// Whether, and in which kinds of slot, a household may be visited on a day.
    ///
    /// A household that nobody has been to may be visited at any time.
    public func verdict(on date: CalendarDate, after history: AttemptHistory) -> Verdict {
        let slots = Self.slots(of: date)
        guard let last = history.lastVisit else { return .open(slots) }
        guard history.countedSlots.count < letterAfter else { return .awaitsAppointment }
        let earliest = last.adding(days: gapDays)
        guard date >= earliest else { return .tooSoon(notBefore: earliest) }
        let untried = slots.subtracting(history.countedSlots)
        guard !untried.isEmpty else { return .slotsTried }
        guard date.weekday != last.weekday else { return .sameWeekday }
        return .open(untried)
    }
}
