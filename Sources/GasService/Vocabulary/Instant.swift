/// A point in time, in microseconds since 1970-01-01T00:00:00Z, the resolution PostgreSQL keeps.
public struct Instant: Hashable, Sendable, Comparable {
    /// Microseconds since 1970 in UTC, negative before.
    public let microseconds: Int64

    /// The instant so many microseconds after 1970 in UTC.
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// The instant so many whole seconds after 1970 in UTC.
    public init(secondsSince1970 seconds: Int64) { self.microseconds = seconds * 1_000_000 }

    /// Orders instants in time.
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// Whole seconds since 1970 in UTC, rounded towards the past.
    public var secondsSince1970: Int64 {
        microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
    }

    /// The instant so many seconds later, earlier when negative.
    public func adding(seconds: Int64) -> Instant { Instant(microseconds: microseconds + seconds * 1_000_000) }

    /// The instant so many minutes later, earlier when negative.
    public func adding(minutes: Int64) -> Instant { adding(seconds: minutes * 60) }

    /// The instant so many microseconds later, earlier when negative.
    public func adding(microseconds: Int64) -> Instant { Instant(microseconds: self.microseconds + microseconds) }

    /// Microseconds from another instant to this one.
    public func microseconds(since other: Instant) -> Int64 { microseconds - other.microseconds }
}
