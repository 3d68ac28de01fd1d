/// A span in which a fault's clock stands, for a reason that the rule allows.
public struct ClockPause: Sendable, Hashable {
    /// Why the clock stands.
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        /// Another time was agreed with the customer.
        case agreed = "agreed_with_customer"
        /// Parts are missing, and the customer was told.
        case parts = "no_parts"
    }

    /// Why.
    public let reason: Reason
    /// From the agreement, or from the moment the customer was told.
    public let from: Instant
    /// The instant after which the clock runs again whatever happens: the agreed time, or the most that missing parts excuse.
    public let cap: Instant
    /// When it did end, if before that.
    public let endedAt: Instant?

    /// When the clock runs again.
    public var until: Instant { endedAt.map { min($0, cap) } ?? cap }

    /// Whether the clock stands at an instant.
    public func contains(_ instant: Instant) -> Bool { from <= instant && instant < until }
}
