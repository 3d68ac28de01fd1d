package import GasService

/// The routes of a day as they are shown and exported: everything an exporter needs, nothing it must look up.
package struct RouteDocument: Sendable, Encodable {
    package let date: CalendarDate
    /// The zone in which people read the times.
    package let timeZone: UtilityTimeZone
    /// When the plan was made; exports are stamped with it, so the same plan always gives the same file.
    package let madeAt: Instant
    /// The routes in the order in which they are listed.
    package let routes: [CrewRoute]
    /// Places of buildings, drawn faintly behind the map's routes; may be empty.
    package let buildings: [GeoPoint]

    package init(
        date: CalendarDate, timeZone: UtilityTimeZone, madeAt: Instant, routes: [CrewRoute], buildings: [GeoPoint] = []
    ) {
        self.date = date
        self.timeZone = timeZone
        self.madeAt = madeAt
        self.routes = routes
        self.buildings = buildings
    }

    /// Writes date, version and routes; the background of a map is no part of an answer.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(date, forKey: .date)
        try container.encode(timeZone.description, forKey: .timeZone)
        try container.encode(madeAt, forKey: .madeAt)
        try container.encode(routes, forKey: .routes)
    }

    private enum Key: CodingKey {
        case date
        case timeZone
        case madeAt
        case routes
    }
}
