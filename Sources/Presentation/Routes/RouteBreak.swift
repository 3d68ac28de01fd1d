package import GasService

/// A rest of a crew, wherever it happens to be then.
package struct RouteBreak: Sendable, Encodable {
    package let startsAt: Instant
    package let endsAt: Instant

    package init(startsAt: Instant, endsAt: Instant) {
        self.startsAt = startsAt
        self.endsAt = endsAt
    }

    /// The local times, `11:25–12:25`.
    package func text(in zone: UtilityTimeZone) -> String {
        Phrase.span(zone.minute(of: startsAt), zone.minute(of: endsAt)).en
    }
}
