/// What a local date and time mean: on two days of the year, clocks skip an hour or show it twice.
public enum LocalReading: Sendable, Hashable {
    /// One instant.
    case once(Instant)
    /// No instant: clocks skip the time.
    case skipped
    /// Two instants: clocks show the time twice.
    case twice(Instant, Instant)
}

extension UtilityTimeZone {
    /// The instants at which local clocks show a time on a day.
    ///
    /// Unlike `instant(of:at:)` it does not choose: whoever promises customers a time must be asked which is meant.
    public func reading(of date: CalendarDate, at time: LocalMinute) -> LocalReading {
        let local = Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60
        var found: Set<Instant> = []
        for hours in [Int64(-24), 24] {
            // The offsets of the day before and the day after are the only two that can hold.
            let offset = secondsFromUTC(at: Instant(secondsSince1970: local + hours * 3600))
            let instant = Instant(secondsSince1970: local - Int64(offset))
            if secondsFromUTC(at: instant) == offset { found.insert(instant) }
        }
        let instants = found.sorted()
        switch instants.count {
        case 0: return .skipped
        case 1: return .once(instants[0])
        default: return .twice(instants[0], instants[1])
        }
    }
}
