package import GasService
package import PostgresClient

/// An open obligation as the list of what is due shows it.
package struct DueObligation: Sendable, Hashable {
    /// The household.
    package let account: AccountNumber
    /// Its district.
    package let district: DistrictID
    /// Its class.
    package let customerClass: CustomerClass
    /// Where it is.
    package let address: String
    /// Flat, shop or door.
    package let unit: String?
    /// The first day on which it may be fulfilled.
    package let opens: CalendarDate
    /// The last day on which it is on time.
    package let deadline: CalendarDate
    /// Visits that were made for it.
    package let visits: Int
    /// What came of the last of them.
    package let lastResult: VisitResult?
    /// The next day for which a visit is planned.
    package let plannedDate: CalendarDate?

    /// Open obligations by deadline, the longest overdue first, as they arrive.
    ///
    /// - Parameters:
    ///   - until: The last deadline asked about.
    ///   - district: The only district; nil for all.
    ///   - customerClass: The only class; nil for all.
    ///   - connection: An office role's.
    ///   - body: Takes each.
    /// - Throws: What `body` throws; `PostgresError`.
    nonisolated(nonsending) package static func each(
        until: CalendarDate, in district: DistrictID?, of customerClass: CustomerClass?,
        on connection: PostgresConnection, _ body: (DueObligation) throws -> Void
    ) async throws {
        let rows = try await connection.stream(
            """
            SELECT o.account_no, o.district_id, h.customer_class, h.address, h.unit, o.window_opens, o.deadline,
                   coalesce(v.visits, 0), v.last_result, p.planned_date
            FROM inspection_obligation AS o
            JOIN household AS h ON h.district_id = o.district_id AND h.account_no = o.account_no
            LEFT JOIN (
                SELECT district_id, account_no, obligation_no, count(*) AS visits,
                       (array_agg(result ORDER BY closed_at DESC, visit_no DESC))[1] AS last_result
                FROM inspection_visit
                GROUP BY district_id, account_no, obligation_no) AS v
                ON v.district_id = o.district_id AND v.account_no = o.account_no AND v.obligation_no = o.obligation_no
            LEFT JOIN (
                SELECT m.district_id, m.account_no, min(c.planned_date) AS planned_date
                FROM campaign AS c
                JOIN campaign_household AS m ON m.district_id = c.district_id AND m.plan_version = c.plan_version
                                            AND m.campaign_no = c.campaign_no
                WHERE c.planned_date >= today()
                GROUP BY m.district_id, m.account_no) AS p
                ON p.district_id = o.district_id AND p.account_no = o.account_no
            WHERE o.state = 'open' AND o.deadline <= \(until)
              AND (\(district)::text IS NULL OR o.district_id = \(district))
              AND (\(customerClass)::text IS NULL OR h.customer_class = \(customerClass))
            ORDER BY o.deadline, o.district_id, o.account_no
            """)
        for try await row in rows {
            try body(
                DueObligation(
                    account: try row[0], district: try row[1], customerClass: try row[2], address: try row[3],
                    unit: try row[4], opens: try row[5], deadline: try row[6], visits: try row[7],
                    lastResult: try row[8], plannedDate: try row[9]))
        }
    }
}
