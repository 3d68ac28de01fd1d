/// The earliest start that a declaration can still keep, and why not earlier.
///
/// A household counts as told when its notice is confirmed. So the start comes no earlier than each household's lead time
/// after the confirmation that can be expected of it: messages and calls wait for the end of the quiet hours, messages for the
/// gateway's rate, notices by hand for the crews; and a planned end in the night, when residential gas may not come back, is
/// avoided.
public struct EarliestStart: Sendable, Hashable {
    /// When the last message can be out; when they are queued, if there is none.
    public let messagesOut: Instant
    /// From when on people can be called.
    public let callsFrom: Instant
    /// The end of the visiting hours on the day on which the last notice by hand is delivered; nil when none goes by hand, and
    /// when the crews cannot deliver all of them in the days that are looked at.
    public let handDone: Instant?
    /// The start proposed, on a whole quarter of an hour; nil when crews cannot deliver everything in the days looked at.
    public let start: Instant?
    private let missing: [Missing]

    /// Households of one lead time that are not told yet, by how they are reached.
    public struct Missing: Sendable, Hashable {
        /// How long before the start they must be told.
        public var lead: LeadTime
        /// Reached by a message.
        public var messages: Int
        /// Reached by a call.
        public var calls: Int
        /// Reached by a crew at the door.
        public var hands: Int

        /// Households by how they are reached.
        public init(lead: LeadTime, messages: Int = 0, calls: Int = 0, hands: Int = 0) {
            self.lead = lead
            self.messages = messages
            self.calls = calls
            self.hands = hands
        }
    }

    /// What is known of a declaration.
    public struct Facts: Sendable, Hashable {
        /// When the notices are queued.
        public var announced: Instant
        /// Who is not told yet.
        public var missing: [Missing]
        /// Messages that go out in a minute.
        public var messagesPerMinute: Int
        /// Notices that crews can hand over on each day, from the day of `announced` on.
        public var capacity: [Int]
        /// When crews' visits end on each day.
        public var visitUntil: LocalMinute
        /// The planned length.
        public var span: OutageSpan
        /// Whether residential customers are among those affected.
        public var hasResidential: Bool

        /// Facts of a declaration.
        public init(
            announced: Instant, missing: [Missing], messagesPerMinute: Int, capacity: [Int] = [],
            visitUntil: LocalMinute = .endOfDay, span: OutageSpan, hasResidential: Bool
        ) {
            self.announced = announced
            self.missing = missing
            self.messagesPerMinute = messagesPerMinute
            self.capacity = capacity
            self.visitUntil = visitUntil
            self.span = span
            self.hasResidential = hasResidential
        }
    }

    /// Finds the earliest start.
    public init(_ facts: Facts, quiet: QuietHours, restoration: RestorationHours) {
        missing = facts.missing
        messagesOut = Self.sent(facts, quiet: quiet)
        callsFrom = quiet.next(from: facts.announced)
        let hands = facts.missing.reduce(0) { $0 + $1.hands }
        handDone = Self.delivered(hands, facts, zone: quiet.zone)
        guard hands == 0 || handDone != nil else {
            start = nil
            return
        }
        var candidate = facts.announced
        for group in facts.missing {
            var told = facts.announced
            if group.messages > 0 { told = max(told, messagesOut) }
            if group.calls > 0 { told = max(told, callsFrom) }
            if group.hands > 0, let handDone { told = max(told, handDone) }
            candidate = max(candidate, group.lead.earliestStart(forNotice: told))
        }
        candidate = Self.onQuarter(candidate)
        if facts.hasResidential {
            let end = facts.span.moved(toStart: candidate).end
            let allowed = restoration.next(for: .residential, from: end)
            candidate = Self.onQuarter(candidate.adding(seconds: allowed.secondsSince1970 - end.secondsSince1970))
        }
        start = candidate
    }

    /// Whether everyone whom a message or a call reaches can be told in time for a start; of notices by hand, which have
    /// deadlines of their own, `DeliveryForecast` says it.
    public func messagesKeep(_ start: Instant) -> Bool {
        missing.allSatisfy { group in
            (group.messages == 0 || group.lead.earliestStart(forNotice: messagesOut) <= start)
                && (group.calls == 0 || group.lead.earliestStart(forNotice: callsFrom) <= start)
        }
    }

    /// When the last message is out: minutes of sending, laid into the hours that are not quiet.
    private static func sent(_ facts: Facts, quiet: QuietHours) -> Instant {
        let messages = facts.missing.reduce(0) { $0 + $1.messages }
        let perMinute = max(1, facts.messagesPerMinute)
        let minutes = Int64((messages + perMinute - 1) / perMinute)
        return quiet.span.finish(of: minutes, from: facts.announced, zone: quiet.zone)
    }

    /// The end of visits on the day on which the crews hand over the last of so many notices; nil when that day is not seen.
    private static func delivered(_ hands: Int, _ facts: Facts, zone: UtilityTimeZone) -> Instant? {
        guard hands > 0 else { return nil }
        var left = hands
        for (ahead, room) in facts.capacity.enumerated() {
            left -= room
            if left <= 0 {
                return zone.instant(of: zone.date(of: facts.announced).adding(days: ahead), at: facts.visitUntil)
            }
        }
        return nil
    }

    /// The next whole quarter of an hour.
    private static func onQuarter(_ instant: Instant) -> Instant {
        let quarter: Int64 = 900_000_000
        let rest = ((instant.microseconds % quarter) + quarter) % quarter
        return rest == 0 ? instant : Instant(microseconds: instant.microseconds - rest + quarter)
    }
}
