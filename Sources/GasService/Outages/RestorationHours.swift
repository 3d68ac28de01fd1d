/// The hours in which gas may come back.
///
/// Residential gas is not restored at night: a burner left open would fill the room of a household asleep.
/// Source: RULES.md, Outage notices: not between 22:00 and 06:00 [L, provincial; l]; Zhengzhou from 20:00.
public struct RestorationHours: Sendable, Hashable {
    /// The span of each day in which residential gas stays off.
    public let closed: DailySpan
    /// The zone whose clock is meant.
    public let zone: UtilityTimeZone

    /// The hours by a district's settings.
    public init(settings: Settings, zone: UtilityTimeZone) {
        closed = DailySpan(from: settings[.noRestorationFrom], until: settings[.noRestorationUntil])
        self.zone = zone
    }

    /// The first instant, from one on, at which a customer of a class may get gas back.
    public func next(for customerClass: CustomerClass, from instant: Instant) -> Instant {
        customerClass == .residential ? closed.end(notBefore: instant, zone: zone) : instant
    }
}
