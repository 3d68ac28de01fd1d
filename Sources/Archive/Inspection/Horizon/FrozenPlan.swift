package import GasService
package import PostgresClient

/// What re-planning leaves alone: days, and the first visits to open obligations that are planned on them.
package struct FrozenPlan: Sendable, Hashable {
    /// The frozen days of the span, in order.
    package let days: [CalendarDate]
    /// First visits that stay, one a household, the earliest of it.
    package let visits: [Visit]

    /// A first visit that stays where it is.
    package struct Visit: Sendable, Hashable {
        /// The household.
        package let account: AccountNumber
        /// The day.
        package let date: CalendarDate
        /// The plan that made its campaign.
        package let planVersion: Int32
        /// The campaign's number in that plan.
        package let campaign: Int32
    }

    /// What stays in a district when it is planned from a day to a day.
    ///
    /// - Parameters:
    ///   - district: The district.
    ///   - today: Campaigns before today are over: whoever was not met then is planned anew.
    ///   - from: Campaigns from today on and before this day stay, whether frozen or not.
    ///   - until: The last day.
    ///   - connection: An office role's.
    /// - Returns: The days and visits that stay.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func read(
        in district: DistrictID, today: CalendarDate, from: CalendarDate, until: CalendarDate,
        on connection: PostgresConnection
    ) async throws -> FrozenPlan {
        let days = try await connection.query(
            "SELECT day FROM frozen_days(\(district), \(today), \(until)) AS day ORDER BY day",
            as: (CalendarDate.self))
        let visits = try await connection.query(
            """
            SELECT DISTINCT ON (m.account_no) m.account_no, c.planned_date, c.plan_version, c.campaign_no
            FROM campaign AS c
            JOIN campaign_household AS m
                ON m.district_id = c.district_id AND m.plan_version = c.plan_version AND m.campaign_no = c.campaign_no
            JOIN inspection_obligation AS o
                ON o.district_id = m.district_id AND o.account_no = m.account_no AND o.state = 'open'
               AND o.window_opens <= c.planned_date
            WHERE c.district_id = \(district) AND c.planned_date BETWEEN \(today) AND \(until)
              AND (c.planned_date < \(from) OR c.planned_date = ANY (\(days)))
            ORDER BY m.account_no, c.planned_date, c.plan_version, c.campaign_no
            """,
            as: (AccountNumber.self, CalendarDate.self, Int32.self, Int32.self))
        return FrozenPlan(
            days: days, visits: visits.map { Visit(account: $0.0, date: $0.1, planVersion: $0.2, campaign: $0.3) })
    }
}
