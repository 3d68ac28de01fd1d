/// When customers are visited: not at night, and by the kinds of slot in which attempts count.
public struct VisitingHours: Sendable, Hashable {
    /// The earliest time at which anyone is visited.
    public var from: LocalMinute
    /// The time by which a visit has ended.
    public var until: LocalMinute
    /// The time from which a weekday counts as evening.
    public var eveningBegins: LocalMinute

    /// Hours with their limits.
    public init(from: LocalMinute, until: LocalMinute, eveningBegins: LocalMinute) {
        self.from = from
        self.until = max(from, until)
        self.eveningBegins = eveningBegins
    }

    /// The hours by the settings of a district.
    public init(settings: Settings) {
        self.init(
            from: settings[.visitFrom], until: settings[.visitUntil], eveningBegins: settings[.eveningBegins])
    }

    /// The spans of a day, in minutes after midnight, in which visits of these kinds of slot lie; in order, apart.
    ///
    /// Daytime and evening together are one span, so that a long stop may reach from one into the other.
    public func spans(of slots: Set<SlotKind>) -> [ClosedRange<Int>] {
        let border = min(max(eveningBegins, from), until)
        if slots.contains(.weekend) || slots.isSuperset(of: [.weekdayDaytime, .evening]) {
            return [from.minutes...until.minutes]
        }
        if slots.contains(.weekdayDaytime) { return from < border ? [from.minutes...border.minutes] : [] }
        if slots.contains(.evening) { return border < until ? [border.minutes...until.minutes] : [] }
        return []
    }
}
