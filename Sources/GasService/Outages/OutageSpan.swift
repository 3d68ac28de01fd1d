/// From when to when the gas is planned to be off.
public struct OutageSpan: Sendable, Hashable, Codable {
    /// When the gas goes off.
    public let start: Instant
    /// By when it is back.
    public let end: Instant

    /// A span; nil unless the end is after the start.
    public init?(start: Instant, end: Instant) {
        guard start < end else { return nil }
        self.start = start
        self.end = end
    }

    /// A span of so many minutes, one at least.
    public init(start: Instant, minutes: Int) { self.init(start, start.adding(minutes: Int64(max(1, minutes)))) }

    /// The planned length in whole minutes, rounded up.
    public var minutes: Int { Int((end.microseconds(since: start) + 59_999_999) / 60_000_000) }

    /// The same length from another start on.
    public func moved(toStart other: Instant) -> OutageSpan {
        OutageSpan(other, Instant(microseconds: other.microseconds + end.microseconds(since: start)))
    }

    private init(_ start: Instant, _ end: Instant) {
        self.start = start
        self.end = end
    }
}
