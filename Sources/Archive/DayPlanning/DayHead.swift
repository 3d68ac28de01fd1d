package import GasService
package import PostgresClient

/// What a district's day stands at.
package struct DayHead: Sendable, Hashable {
    /// The district.
    package let district: DistrictID
    /// The latest version, published or not; 0 when nothing was planned.
    package let latestVersion: Int32
    /// The version that crews see; nil while nothing is published.
    package let publishedVersion: Int32?

    /// The days of all districts, the company left out, in their order.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        on date: CalendarDate, by connection: PostgresConnection
    ) async throws -> [DayHead] {
        try await connection.query(
            """
            SELECT d.district_id, coalesce(h.latest_version, 0), h.published_version
            FROM district AS d
            LEFT JOIN day_head AS h ON h.district_id = d.district_id AND h.plan_date = \(date)
            WHERE d.district_id <> '-'
            ORDER BY d.district_id
            """,
            as: (DistrictID.self, Int32.self, Int32?.self)
        ).map { DayHead(district: $0.0, latestVersion: $0.1, publishedVersion: $0.2) }
    }
}
