import GasService
import PostgresClient

extension CandidateQuery {
    /// The households to which crews carry a notice of an outage, or whose gas they light again, and that no other day's plan
    /// holds for it; by district and account.
    ///
    /// A household that several outages ask for is one visit, with the earliest of their deadlines.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) func outageCandidates(on connection: PostgresConnection) async throws -> [DayCandidate] {
        try await connection.query(
            """
            SELECT h.district_id, h.account_no, h.customer_class, h.building_id, h.address, h.latitude, h.longitude, w.kind,
                   coalesce(local_date(min(w.deadline)), \(date))
            FROM unnest(\(districts)) AS place
            CROSS JOIN LATERAL outage_work(place, \(date)) AS w
            JOIN household AS h ON h.district_id = w.district_id AND h.account_no = w.account_no
            WHERE NOT EXISTS (
                SELECT FROM job AS j
                WHERE j.district_id = w.district_id AND j.account_no = w.account_no AND j.kind = w.kind
                  AND ((j.plan_date = \(date) AND j.state IN ('started', 'closed'))
                    OR (j.plan_date >= today() AND j.plan_date <> \(date) AND j.state IN ('planned', 'started'))))
            GROUP BY h.district_id, h.account_no, w.kind
            ORDER BY h.district_id, h.account_no, w.kind
            """,
            as: (
                DistrictID.self, AccountNumber.self, CustomerClass.self, BuildingID.self, String.self, Double.self,
                Double.self, String.self, CalendarDate.self
            )
        ).map { row in
            DayCandidate(
                district: row.0, account: row.1, customerClass: row.2, building: row.3, address: row.4, latitude: row.5,
                longitude: row.6, deadline: row.8, campaignDate: nil, attempts: [], appointment: nil,
                outageWork: row.7 == "notice" ? .outageNotice : .restoration)
        }
    }
}
