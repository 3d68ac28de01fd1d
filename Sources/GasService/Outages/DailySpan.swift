/// A span of each day by the utility's clock, such as 22:00 to 06:00; it may run over midnight.
///
/// The first minute is inside, the last is not. A span from a time to the same time is empty.
public struct DailySpan: Sendable, Hashable {
    /// When it begins.
    public let from: LocalMinute
    /// When it ends.
    public let until: LocalMinute

    /// A span of each day.
    public init(from: LocalMinute, until: LocalMinute) {
        self.from = from
        self.until = until
    }

    /// Whether a time of day is inside.
    public func contains(_ time: LocalMinute) -> Bool {
        from <= until ? from <= time && time < until : from <= time || time < until
    }

    /// Whether an instant is inside, by the clock of a zone.
    public func contains(_ instant: Instant, zone: UtilityTimeZone) -> Bool { contains(zone.minute(of: instant)) }

    /// The instant itself when it is outside, else the next end of the span: a moment that is outside.
    ///
    /// Where clocks show the end twice, it is the first that is still to come; where they skip it, the span lasts longer by
    /// what they skipped.
    public func end(notBefore instant: Instant, zone: UtilityTimeZone) -> Instant {
        guard contains(instant, zone: zone) else { return instant }
        return next(until, after: instant, zone: zone)
    }

    /// When the span begins next, strictly after an instant; nil when it is empty.
    public func nextBeginning(after instant: Instant, zone: UtilityTimeZone) -> Instant? {
        from == until ? nil : next(from, after: instant, zone: zone)
    }

    private func next(_ time: LocalMinute, after instant: Instant, zone: UtilityTimeZone) -> Instant {
        let today = zone.date(of: instant)
        for days in 0...1 {
            let date = today.adding(days: days)
            switch zone.reading(of: date, at: time) {
            case .once(let only) where only > instant: return only
            case .twice(let first, let second) where second > instant: return first > instant ? first : second
            case .skipped where zone.instant(of: date, at: time) > instant: return zone.instant(of: date, at: time)
            case .once, .twice, .skipped: continue
            }
        }
        return zone.instant(of: today.adding(days: 2), at: time)
    }

    /// When so many minutes of work are done that begins at an instant and rests while inside the span; the instant itself when
    /// there is nothing to do, and when no minute of a day is outside.
    public func finish(of minutes: Int64, from instant: Instant, zone: UtilityTimeZone) -> Instant {
        guard minutes > 0, minutesOutside > 0 else { return instant }
        var (at, left) = (end(notBefore: instant, zone: zone), minutes)
        // The span comes at most twice a day, so each round passes a part of a day.
        while true {
            let room =
                nextBeginning(after: at, zone: zone).map { max(1, $0.microseconds(since: at) / 60_000_000) } ?? left
            at = at.adding(minutes: min(room, left))
            left -= min(room, left)
            if left == 0 { return at }
            at = end(notBefore: at, zone: zone)
        }
    }

    /// Minutes of a day that are outside.
    public var minutesOutside: Int {
        let inside = until.minutes - from.minutes
        return 1440 - (inside >= 0 ? inside : inside + 1440)
    }
}
