import FoundationEssentials
package import GasService
package import PostgresClient

/// A version of a district's day as it is stored, without its routes.
package struct StoredDayPlan: Sendable, Hashable {
    /// The district.
    package let district: DistrictID
    /// The version.
    package let version: Int32
    /// `draft`, `published` or `superseded`.
    package let state: String
    /// Who made it, as claimed.
    package let madeBy: String
    /// When.
    package let madeAt: Instant
    /// What is to be said about it.
    package let summary: DaySummary?

    /// The latest version of each district's day, or the published one.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        on date: CalendarDate, in district: DistrictID?, draft: Bool, by connection: PostgresConnection
    ) async throws -> [StoredDayPlan] {
        try await connection.query(
            """
            SELECT p.district_id, p.version, p.state, p.operator, p.made_at, p.summary
            FROM day_head AS h
            JOIN day_plan AS p ON p.district_id = h.district_id AND p.plan_date = h.plan_date
             AND p.version = CASE WHEN \(draft) THEN h.latest_version ELSE h.published_version END
            WHERE h.plan_date = \(date) AND (\(district)::text IS NULL OR h.district_id = \(district))
            ORDER BY p.district_id
            """,
            as: (DistrictID.self, Int32.self, String.self, String.self, Instant.self, String.self)
        ).map { district, version, state, maker, made, summary in
            StoredDayPlan(
                district: district, version: version, state: state, madeBy: maker, madeAt: made,
                summary: try? JSONDecoder().decode(DaySummary.self, from: Data(summary.utf8)))
        }
    }
}
