package import GasService
package import PostgresClient

/// A coming campaign of a household.
package struct PlannedCampaign: Sendable, Hashable {
    /// The campaign.
    package let id: CampaignID
    /// The day.
    package let date: CalendarDate
    /// 1 for the first visit.
    package let round: Int

    /// The campaigns of a household from a day on, revisit rounds included, by day.
    ///
    /// Those that were planned for a cycle fulfilled since are left out: they stand until the next plan, but nobody goes.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of account: AccountNumber, in district: DistrictID, from: CalendarDate, on connection: PostgresConnection
    ) async throws -> [PlannedCampaign] {
        try await connection.query(
            """
            SELECT c.plan_version, c.campaign_no, c.planned_date, c.round
            FROM campaign_household AS m
            JOIN campaign AS c ON c.district_id = m.district_id
             AND (c.plan_version, c.campaign_no) = (m.plan_version, m.campaign_no)
            WHERE m.district_id = \(district) AND m.account_no = \(account) AND c.planned_date >= \(from)
              AND m.deadline > ALL (
                  SELECT o.deadline FROM inspection_obligation AS o
                  WHERE o.district_id = \(district) AND o.account_no = \(account) AND o.state = 'fulfilled')
            UNION ALL
            SELECT c.plan_version, c.campaign_no, c.planned_date, c.round
            FROM campaign_household AS m
            JOIN campaign AS c ON c.district_id = m.district_id
             AND (c.first_version, c.first_no) = (m.plan_version, m.campaign_no)
            WHERE m.district_id = \(district) AND m.account_no = \(account) AND c.planned_date >= \(from)
              AND m.deadline > ALL (
                  SELECT o.deadline FROM inspection_obligation AS o
                  WHERE o.district_id = \(district) AND o.account_no = \(account) AND o.state = 'fulfilled')
            ORDER BY planned_date, plan_version, campaign_no
            """,
            as: (Int32.self, Int32.self, CalendarDate.self, Int16.self)
        ).map {
            PlannedCampaign(
                id: CampaignID(district: district, planVersion: $0.0, number: $0.1), date: $0.2, round: Int($0.3))
        }
    }
}
