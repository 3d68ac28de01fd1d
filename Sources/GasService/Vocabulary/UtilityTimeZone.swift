public import Foundation

/// The time zone by which the company's rules are read; instants themselves are kept in UTC.
public struct UtilityTimeZone: Sendable, Hashable, LosslessStringConvertible {
    /// The zone of Foundation behind it.
    public let timeZone: TimeZone

    /// UTC, for tests and for the case that nothing was chosen.
    public static let utc = UtilityTimeZone(timeZone: .gmt)

    /// The zone with an IANA name such as `Asia/Shanghai`; nil when the machine does not know it.
    public init?(_ identifier: String) {
        guard !identifier.isEmpty, let zone = TimeZone(identifier: identifier) else { return nil }
        self.timeZone = zone
    }

    private init(timeZone: TimeZone) { self.timeZone = timeZone }

    /// The IANA name.
    public var description: String { timeZone.identifier }

    /// The local day of an instant.
    public func date(of instant: Instant) -> CalendarDate {
        CalendarDate(clamping: floorDivide(localSeconds(of: instant), 86_400))
    }

    /// The local time of day of an instant, seconds dropped.
    public func minute(of instant: Instant) -> LocalMinute {
        let seconds = localSeconds(of: instant)
        return LocalMinute(minutes: (seconds - floorDivide(seconds, 86_400) * 86_400) / 60) ?? .startOfDay
    }

    /// The instant at which local clocks show a time on a day.
    ///
    /// Where clocks go back and show it twice, the first time is meant; where they go forward and skip it, the time is
    /// carried over the gap by its length (02:30 becomes 03:30), so that a day's order of times is kept.
    public func instant(of date: CalendarDate, at time: LocalMinute = .startOfDay) -> Instant {
        let local = Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60
        let before = offset(at: local - 86_400)
        let after = offset(at: local + 86_400)
        let early = local - Int64(before)
        let late = local - Int64(after)
        if offset(at: early) == before {
            return Instant(secondsSince1970: offset(at: late) == after ? min(early, late) : early)
        }
        return Instant(secondsSince1970: offset(at: late) == after ? late : early)
    }

    /// Seconds east of UTC at an instant.
    public func secondsFromUTC(at instant: Instant) -> Int { offset(at: instant.secondsSince1970) }

    private func localSeconds(of instant: Instant) -> Int {
        Int(instant.secondsSince1970) + offset(at: instant.secondsSince1970)
    }

    private func offset(at seconds: Int64) -> Int {
        timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
}

private func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
}
