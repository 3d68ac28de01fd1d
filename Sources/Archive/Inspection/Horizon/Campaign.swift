package import GasService
package import PostgresClient

/// A building campaign as it is stored.
package struct Campaign: Sendable, Hashable {
    /// The name under which people know it: district, plan and number.
    package let id: CampaignID
    /// The building.
    package let building: BuildingID
    /// Its address; nil for a building that has no household any more.
    package let address: String?
    /// The day.
    package let date: CalendarDate
    /// 1 for first visits, 2 and up for revisits of those not met.
    package let round: Int
    /// Minutes of work that are expected.
    package let minutes: Int
    /// The households of the first visit.
    package let households: Int
    /// Those of them that were inspected since.
    package let inspected: Int
    /// The day cannot be moved by planning anew.
    package let isFrozen: Bool

    /// Campaigns of a span of days, by day, district and number.
    ///
    /// - Parameters:
    ///   - span: The days.
    ///   - district: The only district; nil for all.
    ///   - connection: An office role's.
    /// - Returns: The campaigns.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        on span: ClosedRange<CalendarDate>, in district: DistrictID?, on connection: PostgresConnection
    ) async throws -> [Campaign] {
        try await read(
            """
            SELECT * FROM campaign
            WHERE planned_date BETWEEN \(span.lowerBound) AND \(span.upperBound)
              AND (\(district)::text IS NULL OR district_id = \(district))
            """, on: connection)
    }

    /// One campaign.
    ///
    /// - Throws: `GasworksError.unknownCampaign`; `PostgresError`.
    nonisolated(nonsending) package static func named(
        _ id: CampaignID, on connection: PostgresConnection
    ) async throws -> Campaign {
        let found = try await read(
            """
            SELECT * FROM campaign
            WHERE district_id = \(id.district) AND plan_version = \(id.planVersion) AND campaign_no = \(id.number)
            """, on: connection)
        guard let campaign = found.first else { throw GasworksError.unknownCampaign(id.text) }
        return campaign
    }

    nonisolated(nonsending) private static func read(
        _ wanted: PostgresQuery, on connection: PostgresConnection
    ) async throws -> [Campaign] {
        try await connection.query(
            """
            WITH wanted AS (\(wanted)),
            cold AS (
                SELECT d.district_id, frozen_days(d.district_id, d.first_day, d.last_day) AS day
                FROM (SELECT district_id, min(planned_date) AS first_day, max(planned_date) AS last_day
                      FROM wanted GROUP BY district_id) AS d
            )
            SELECT c.district_id, c.plan_version, c.campaign_no, c.building_id,
                   (SELECT min(b.address) FROM building AS b
                    WHERE b.district_id = c.district_id AND b.building_id = c.building_id),
                   c.planned_date, c.round, c.minutes, h.homes, h.inspected, cold.day IS NOT NULL
            FROM wanted AS c
            LEFT JOIN cold ON cold.district_id = c.district_id AND cold.day = c.planned_date
            CROSS JOIN LATERAL (
                SELECT count(*) AS homes,
                       count(*) FILTER (WHERE NOT EXISTS (
                           SELECT FROM inspection_obligation AS o
                           WHERE o.district_id = m.district_id AND o.account_no = m.account_no AND o.state = 'open'
                             AND o.deadline <= m.deadline)) AS inspected
                FROM campaign_household AS m
                WHERE m.district_id = c.district_id AND m.plan_version = coalesce(c.first_version, c.plan_version)
                  AND m.campaign_no = coalesce(c.first_no, c.campaign_no)) AS h
            ORDER BY c.planned_date, c.district_id, c.plan_version, c.campaign_no
            """,
            as: (
                DistrictID.self, Int32.self, Int32.self, BuildingID.self, String?.self, CalendarDate.self, Int16.self,
                Int32.self, Int.self, Int.self, Bool.self
            )
        ).map { row in
            Campaign(
                id: CampaignID(district: row.0, planVersion: row.1, number: row.2), building: row.3, address: row.4,
                date: row.5, round: Int(row.6), minutes: Int(row.7), households: row.8, inspected: row.9,
                isFrozen: row.10)
        }
    }
}
