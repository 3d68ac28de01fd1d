package import GasService
package import PostgresClient

/// A household of a campaign, as it stands now.
package struct CampaignHousehold: Sendable, Hashable {
    /// The household.
    package let account: AccountNumber
    /// Its class.
    package let customerClass: CustomerClass
    /// Flat, shop or door.
    package let unit: String?
    /// The floor.
    package let floor: String?
    /// The deadline, as it was planned.
    package let deadline: CalendarDate
    /// Whether an inspection that was due by that deadline is still open.
    package let isOpen: Bool
    /// Visits made for the open obligation.
    package let visits: Int
    /// What came of the last of them.
    package let lastResult: VisitResult?

    /// The households of a campaign, by floor and unit; of a revisit those of its first visit.
    ///
    /// - Throws: `GasworksError.unknownCampaign`; `PostgresError`.
    nonisolated(nonsending) package static func all(
        of campaign: CampaignID, on connection: PostgresConnection
    ) async throws -> [CampaignHousehold] {
        try await connection.query(
            """
            SELECT m.account_no, h.customer_class, h.unit, h.floor, m.deadline, o.account_no IS NOT NULL,
                   coalesce(v.visits, 0), v.last_result
            FROM campaign AS c
            JOIN campaign_household AS m
                ON m.district_id = c.district_id AND m.plan_version = coalesce(c.first_version, c.plan_version)
               AND m.campaign_no = coalesce(c.first_no, c.campaign_no)
            JOIN household AS h ON h.district_id = m.district_id AND h.account_no = m.account_no
            LEFT JOIN inspection_obligation AS o
                ON o.district_id = m.district_id AND o.account_no = m.account_no AND o.state = 'open'
               AND o.deadline <= m.deadline
            LEFT JOIN LATERAL (
                SELECT count(*) AS visits, (array_agg(v.result ORDER BY v.closed_at DESC, v.visit_no DESC))[1] AS last_result
                FROM inspection_visit AS v
                WHERE v.district_id = o.district_id AND v.account_no = o.account_no
                  AND v.obligation_no = o.obligation_no) AS v ON true
            WHERE c.district_id = \(campaign.district) AND c.plan_version = \(campaign.planVersion)
              AND c.campaign_no = \(campaign.number)
            ORDER BY h.floor, h.unit, m.account_no
            """,
            as: (
                AccountNumber.self, CustomerClass.self, String?.self, String?.self, CalendarDate.self, Bool.self,
                Int.self, VisitResult?.self
            )
        ).map {
            CampaignHousehold(
                account: $0.0, customerClass: $0.1, unit: $0.2, floor: $0.3, deadline: $0.4, isOpen: $0.5,
                visits: $0.6, lastResult: $0.7)
        }
    }
}
