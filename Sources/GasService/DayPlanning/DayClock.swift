/// A local day as seconds after its midnight, which is how routes are reckoned.
///
/// Seconds are real ones: on the day on which clocks go forward, 08:00 is 25,200 seconds after midnight.
public struct DayClock: Sendable, Hashable {
    /// The day.
    public let date: CalendarDate
    /// The zone of its midnight.
    public let zone: UtilityTimeZone
    private let midnight: Instant

    /// A day in a zone.
    public init(date: CalendarDate, zone: UtilityTimeZone) {
        self.date = date
        self.zone = zone
        midnight = zone.instant(of: date)
    }

    /// Seconds from midnight to an instant, rounded towards the past; negative before midnight.
    public func seconds(at instant: Instant) -> Int {
        Int(instant.secondsSince1970 - midnight.secondsSince1970)
    }

    /// Seconds from midnight to the time that clocks show; beyond 1,440 minutes it is the next day's time.
    public func seconds(atMinute minute: Int) -> Int {
        let days = minute / 1440
        let time = LocalMinute(minutes: minute - days * 1440) ?? .startOfDay
        return seconds(at: zone.instant(of: date.adding(days: days), at: time))
    }

    /// The instant so many seconds after midnight.
    public func instant(atSecond seconds: Int) -> Instant {
        Instant(secondsSince1970: midnight.secondsSince1970 + Int64(seconds))
    }
}
