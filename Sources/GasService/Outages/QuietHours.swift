/// The hours in which nobody is sent a message or called, unless there is an emergency.
public struct QuietHours: Sendable, Hashable {
    /// The span of each day that is quiet.
    public let span: DailySpan
    /// The zone whose clock is meant.
    public let zone: UtilityTimeZone

    /// The hours by a district's settings.
    public init(settings: Settings, zone: UtilityTimeZone) {
        span = DailySpan(from: settings[.quietFrom], until: settings[.quietUntil])
        self.zone = zone
    }

    /// The first instant, from one on, at which a notice may go out that is no emergency's.
    public func next(from instant: Instant) -> Instant { span.end(notBefore: instant, zone: zone) }
}
