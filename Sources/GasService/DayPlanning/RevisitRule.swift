/// When a household may be tried again on a given day (RULES.md, A visit, no access).
///
/// The ladder of attempts says what must come next; this rule adds the calendar: a revisit in a kind of slot that does not
/// count is a visit wasted, it comes on another weekday and not sooner than the revisit gap, and while the office owes a
/// letter, a notice or an address, nothing but an appointment brings a crew there.
public struct RevisitRule: Sendable {
    private let settings: Settings

    /// What the rule says about a day.
    public enum Verdict: Sendable, Hashable {
        /// It may be tried, in one of these kinds of slot.
        case open(Set<SlotKind>)
        /// The gap has not passed; it has by that day.
        case tooSoon(notBefore: CalendarDate)
        /// The last visit was on the same day of the week.
        case sameWeekday
        /// The day has only kinds of slot in which an attempt would not count.
        case slotsTried
        /// The office has to do something first.
        case awaits(NextStep)
    }

    /// The rule by the settings of a district.
    public init(settings: Settings) {
        self.settings = settings
    }

    /// The kinds of slot that a day has.
    public static func slots(of date: CalendarDate) -> Set<SlotKind> {
        date.weekday.isWeekend ? [.weekend] : [.weekdayDaytime, .evening]
    }

    /// Whether, and in which kinds of slot, a household may be visited on a day after its attempts so far.
    public func verdict(on date: CalendarDate, after attempts: [Attempt]) -> Verdict {
        let slots = Self.slots(of: date)
        guard let last = attempts.last else { return .open(slots) }
        let allowed: Set<SlotKind>
        switch AttemptLadder(attempts, settings: settings).nextStep {
        case .firstVisit, .completed, .mediatedVisit: allowed = slots
        case .revisit(let counting, _): allowed = slots.intersection(counting)
        case let step: return .awaits(step)
        }
        let earliest = last.date.adding(days: settings[.revisitGapDays])
        guard date >= earliest else { return .tooSoon(notBefore: earliest) }
        guard !allowed.isEmpty else { return .slotsTried }
        guard date.weekday != last.date.weekday else { return .sameWeekday }
        return .open(allowed)
    }
}
