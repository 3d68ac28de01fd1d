/// The earliest start that a declaration can still keep, and why not earlier.
///
/// A household counts as told when its notice is confirmed. So the start comes no earlier than the longest lead time after
/// the last confirmation that can be expected: messages wait for the end of the quiet hours and for the gateway's rate;
/// notices by hand for the crews; and a planned end in the night, when residential gas may not come back, is avoided.
public struct EarliestStart: Sendable, Hashable {
    /// When the last message can be out.
    public let messagesOut: Instant
    /// The end of the day on which the last notice by hand is delivered; nil when none goes by hand.
    public let handDone: Instant?
    /// The start proposed, on a whole quarter of an hour.
    public let start: Instant

    /// What is known of a declaration.
    public struct Facts: Sendable, Hashable {
        /// When the notices are queued.
        public var announced: Instant
        /// The longest lead time among the classes of customers affected.
        public var lead: LeadTime
        /// Messages to send, and how many go out in a minute.
        public var messages: Int
        /// Messages in a minute.
        public var messagesPerMinute: Int
        /// The day on which crews deliver the last notice by hand; nil when none goes by hand.
        public var handDoneBy: CalendarDate?
        /// The planned length.
        public var span: OutageSpan
        /// Whether residential customers are among those affected.
        public var hasResidential: Bool

        /// Facts of a declaration.
        public init(
            announced: Instant, lead: LeadTime, messages: Int, messagesPerMinute: Int, handDoneBy: CalendarDate?,
            span: OutageSpan, hasResidential: Bool
        ) {
            self.announced = announced
            self.lead = lead
            self.messages = messages
            self.messagesPerMinute = messagesPerMinute
            self.handDoneBy = handDoneBy
            self.span = span
            self.hasResidential = hasResidential
        }
    }

    /// Finds the earliest start.
    public init(_ facts: Facts, quiet: QuietHours, restoration: RestorationHours) {
        messagesOut = Self.sent(facts, quiet: quiet)
        handDone = facts.handDoneBy.map { quiet.zone.instant(of: $0, at: .endOfDay) }
        let told = max(messagesOut, handDone ?? messagesOut)
        var candidate = Self.onQuarter(facts.lead.earliestStart(forNotice: told))
        if facts.hasResidential {
            let end = facts.span.moved(toStart: candidate).end
            let allowed = restoration.next(for: .residential, from: end)
            candidate = Self.onQuarter(candidate.adding(seconds: allowed.secondsSince1970 - end.secondsSince1970))
        }
        start = candidate
    }

    /// When the last message is out: minutes of sending, laid into the hours that are not quiet.
    private static func sent(_ facts: Facts, quiet: QuietHours) -> Instant {
        guard facts.messages > 0 else { return facts.announced }
        var instant = quiet.next(from: facts.announced, isEmergency: false)
        let perMinute = max(1, facts.messagesPerMinute)
        var minutes = Int64((facts.messages + perMinute - 1) / perMinute)
        // Quiet hours come at most twice a day, so each round passes a part of a day; no sending at all ends at once.
        while minutes > 0, quiet.span.minutesOutside > 0 {
            let quietBegins = quiet.span.nextBeginning(after: instant, zone: quiet.zone)
            let room = quietBegins.map { max(1, $0.microseconds(since: instant) / 60_000_000) } ?? minutes
            let taken = min(room, minutes)
            instant = instant.adding(minutes: taken)
            minutes -= taken
            if minutes > 0 { instant = quiet.next(from: instant, isEmergency: false) }
        }
        return instant
    }

    /// The next whole quarter of an hour.
    private static func onQuarter(_ instant: Instant) -> Instant {
        let quarter: Int64 = 900_000_000
        let rest = ((instant.microseconds % quarter) + quarter) % quarter
        return rest == 0 ? instant : Instant(microseconds: instant.microseconds - rest + quarter)
    }
}
