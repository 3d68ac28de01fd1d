package import GasService
package import PostgresClient

/// A stop that a crew of the company has in a district that is not being planned: it is held where it is.
package struct ElsewhereStop: Sendable, Hashable {
    /// The crew.
    package let crew: CrewID
    /// When it is to be there.
    package let arrival: Instant
    /// When it leaves.
    package let departure: Instant
    /// Degrees north, WGS 84.
    package let latitude: Double
    /// Degrees east, WGS 84.
    package let longitude: Double

    /// The stops of the company's crews outside some districts, by the latest version of each other district's day.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        outside districts: [DistrictID], on date: CalendarDate, by connection: PostgresConnection
    ) async throws -> [ElsewhereStop] {
        try await connection.query(
            """
            SELECT s.crew_id, s.arrival, s.departure, s.latitude, s.longitude
            FROM day_head AS h
            JOIN route_stop AS s ON s.district_id = h.district_id AND s.plan_date = h.plan_date
                                AND s.version = h.latest_version
            JOIN crew AS c ON c.crew_id = s.crew_id AND c.district_id = '-'
            WHERE h.plan_date = \(date) AND h.district_id <> ALL (\(districts))
            ORDER BY s.crew_id, s.arrival, s.district_id
            """,
            as: (CrewID.self, Instant.self, Instant.self, Double.self, Double.self)
        ).map {
            ElsewhereStop(crew: $0.0, arrival: $0.1, departure: $0.2, latitude: $0.3, longitude: $0.4)
        }
    }
}
