package import GasService
package import PostgresClient

/// A crew on a day: where it starts, when it works, what it may do.
package struct CrewDay: Sendable, Hashable {
    /// The crew.
    package let crew: CrewID
    /// Its name.
    package let name: String
    /// Its district; the company for a crew that serves all.
    package let district: DistrictID
    /// Degrees north of the depot, WGS 84.
    package let latitude: Double
    /// Degrees east of the depot, WGS 84.
    package let longitude: Double
    /// When it works, in minutes after the day's midnight; may end on the next day.
    package let shift: Range<Int>
    /// Whether the day has hours of its own instead of the usual shift.
    package let hasOwnHours: Bool
    /// Whether it is away.
    package let isAbsent: Bool
    /// The skills for which it holds a certificate that is valid on the day.
    package let skills: Set<String>

    /// All active crews on a day, by their codes.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        on date: CalendarDate, by connection: PostgresConnection
    ) async throws -> [CrewDay] {
        try await connection.query(
            """
            SELECT c.crew_id, c.name, c.district_id, c.depot_latitude, c.depot_longitude,
                   coalesce(s.shift_start, c.shift_start), coalesce(s.shift_end, c.shift_end), s.crew_id IS NOT NULL,
                   EXISTS (SELECT FROM absence AS a
                           WHERE a.crew_id = c.crew_id AND \(date) BETWEEN a.from_date AND a.until_date),
                   ARRAY(SELECT t.skill::text FROM certificate AS t
                         WHERE t.crew_id = c.crew_id AND is_certified(c.crew_id, t.skill, \(date)) ORDER BY t.skill)
            FROM crew AS c
            LEFT JOIN shift AS s ON s.crew_id = c.crew_id AND s.shift_date = \(date)
            WHERE c.active
            ORDER BY c.crew_id
            """,
            as: (
                CrewID.self, String.self, DistrictID.self, Double.self, Double.self, Int16.self, Int16.self, Bool.self,
                Bool.self, [String].self
            )
        ).map { crew, name, district, latitude, longitude, start, end, own, absent, skills in
            CrewDay(
                crew: crew, name: name, district: district, latitude: latitude, longitude: longitude,
                shift: Int(start)..<Int(end), hasOwnHours: own, isAbsent: absent, skills: Set(skills))
        }
    }
}
