package import GasService
package import PostgresClient

/// How many visits are planned for open obligations before their deadlines.
package enum PlannedRounds {
    /// By district: how many obligations due by a day have so many rounds planned from today to their deadline.
    ///
    /// - Complexity: one pass over the obligations asked about and the campaigns to come.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        dueBy until: CalendarDate, in district: DistrictID?, on connection: PostgresConnection
    ) async throws -> [DistrictID: [Int: Int]] {
        let rows = try await connection.query(
            """
            SELECT district_id, rounds, count(*)
            FROM (
                SELECT o.district_id, o.account_no, count(p.planned_date) AS rounds
                FROM inspection_obligation AS o
                LEFT JOIN (
                    SELECT m.district_id, m.account_no, c.planned_date
                    FROM campaign AS c
                    JOIN campaign_household AS m
                        ON m.district_id = c.district_id AND m.plan_version = coalesce(c.first_version, c.plan_version)
                       AND m.campaign_no = coalesce(c.first_no, c.campaign_no)
                    WHERE c.planned_date >= today()) AS p
                    ON p.district_id = o.district_id AND p.account_no = o.account_no AND p.planned_date <= o.deadline
                WHERE o.state = 'open' AND o.deadline <= \(until)
                  AND (\(district)::text IS NULL OR o.district_id = \(district))
                GROUP BY o.district_id, o.account_no) AS planned
            GROUP BY district_id, rounds
            """,
            as: (DistrictID.self, Int.self, Int.self))
        var rounds: [DistrictID: [Int: Int]] = [:]
        for (district, count, obligations) in rows { rounds[district, default: [:]][count] = obligations }
        return rounds
    }
}
