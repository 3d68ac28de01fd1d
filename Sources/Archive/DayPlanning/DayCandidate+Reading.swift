package import GasService
package import PostgresClient

/// Which households to look at when a day is planned.
package struct CandidateQuery: Sendable {
    /// The districts.
    package var districts: [DistrictID]
    /// The day.
    package var date: CalendarDate
    /// The first day whose campaigns are carried along when nobody went.
    package var carriedFrom: CalendarDate
    /// The last day whose campaigns may be visited earlier.
    package var aheadUntil: CalendarDate
    /// The most overdue households without a campaign to look at, the longest overdue first.
    package var overdueLimit: Int
    /// The zone of local days.
    package var zone: UtilityTimeZone

    /// Asks for the households of districts on a day.
    package init(
        districts: [DistrictID], date: CalendarDate, carriedFrom: CalendarDate, aheadUntil: CalendarDate,
        overdueLimit: Int, zone: UtilityTimeZone
    ) {
        self.districts = districts
        self.date = date
        self.carriedFrom = carriedFrom
        self.aheadUntil = aheadUntil
        self.overdueLimit = overdueLimit
        self.zone = zone
    }

    /// All that may be visited on the day: inspections, and what outages ask for.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package func all(on connection: PostgresConnection) async throws -> [DayCandidate] {
        try await candidates(on: connection) + outageCandidates(on: connection)
    }

    /// The households with an open obligation whose window is open, or with an appointment, and that no plan of another
    /// day holds and nobody has begun with on this one; by district and account.
    ///
    /// - Complexity: by indexes, in the number of campaigns of the span and of attempts at open obligations.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package func candidates(
        on connection: PostgresConnection
    ) async throws -> [DayCandidate] {
        let midnight = zone.instant(of: date)
        let nextMidnight = zone.instant(of: date.adding(days: 1))
        return try await connection.query(
            """
            WITH planned AS (
                SELECT m.district_id, m.account_no,
                       coalesce(max(c.planned_date) FILTER (WHERE c.planned_date <= \(date)), min(c.planned_date)) AS day
                FROM campaign AS c
                JOIN campaign_household AS m ON m.district_id = c.district_id AND m.plan_version = c.plan_version
                                            AND m.campaign_no = c.campaign_no
                WHERE c.district_id = ANY (\(districts)) AND c.planned_date BETWEEN \(carriedFrom) AND \(aheadUntil)
                GROUP BY m.district_id, m.account_no
            ), tried AS (
                SELECT v.district_id, v.account_no,
                       array_agg((v.closed_at AT TIME ZONE \(zone.description))::date ORDER BY v.closed_at, v.visit_no) AS days,
                       array_agg(v.slot_kind ORDER BY v.closed_at, v.visit_no) AS slots,
                       array_agg(v.result ORDER BY v.closed_at, v.visit_no) AS results
                FROM inspection_visit AS v
                JOIN inspection_obligation AS o ON o.district_id = v.district_id AND o.account_no = v.account_no
                                               AND o.obligation_no = v.obligation_no AND o.state = 'open'
                WHERE v.district_id = ANY (\(districts)) AND NOT v.completed
                GROUP BY v.district_id, v.account_no
            ), agreed AS (
                SELECT DISTINCT ON (a.district_id, a.account_no) a.district_id, a.account_no, a.starts_at, a.ends_at
                FROM appointment AS a
                WHERE a.district_id = ANY (\(districts)) AND a.state = 'agreed'
                  AND a.starts_at >= \(midnight) AND a.starts_at < \(nextMidnight)
                ORDER BY a.district_id, a.account_no, a.starts_at
            ), wanted AS (
                SELECT district_id, account_no FROM planned
                UNION SELECT district_id, account_no FROM tried
                UNION SELECT district_id, account_no FROM agreed
                UNION (SELECT o.district_id, o.account_no FROM inspection_obligation AS o
                       WHERE o.district_id = ANY (\(districts)) AND o.state = 'open' AND o.deadline < \(date)
                       ORDER BY o.deadline, o.account_no LIMIT \(overdueLimit))
            )
            SELECT h.district_id, h.account_no, h.customer_class, h.building_id, h.address, h.latitude, h.longitude,
                   o.deadline, p.day, coalesce(t.days, '{}'), coalesce(t.slots, '{}'), coalesce(t.results, '{}'),
                   a.starts_at, a.ends_at
            FROM wanted AS w
            JOIN household AS h ON h.district_id = w.district_id AND h.account_no = w.account_no AND h.gas_off IS NULL
            JOIN inspection_obligation AS o
                ON o.district_id = w.district_id AND o.account_no = w.account_no AND o.state = 'open'
            LEFT JOIN planned AS p ON p.district_id = w.district_id AND p.account_no = w.account_no
            LEFT JOIN tried AS t ON t.district_id = w.district_id AND t.account_no = w.account_no
            LEFT JOIN agreed AS a ON a.district_id = w.district_id AND a.account_no = w.account_no
            WHERE (o.window_opens <= \(date) OR a.account_no IS NOT NULL)
              AND NOT EXISTS (
                  SELECT FROM job AS j
                  WHERE j.district_id = w.district_id AND j.account_no = w.account_no AND j.kind = 'inspection'
                    AND ((j.plan_date = \(date) AND j.state IN ('started', 'closed'))
                      OR (j.plan_date >= today() AND j.plan_date <> \(date)
                          AND (j.state IN ('planned', 'started') OR j.state = 'proposed' AND EXISTS (
                              SELECT FROM route_job AS rj JOIN day_head AS d
                                  ON d.district_id = rj.district_id AND d.plan_date = rj.plan_date
                                 AND d.latest_version = rj.version
                              WHERE rj.district_id = j.district_id AND rj.plan_date = j.plan_date
                                AND rj.job_no = j.job_no)))))
            ORDER BY h.district_id, h.account_no
            """,
            as: (
                DistrictID.self, AccountNumber.self, CustomerClass.self, BuildingID.self, String.self, Double.self,
                Double.self, CalendarDate.self, CalendarDate?.self, [CalendarDate].self, [SlotKind].self,
                [VisitResult].self, Instant?.self, Instant?.self
            )
        ).map { row in
            let (district, account, customerClass, building, address, latitude, longitude) =
                (row.0, row.1, row.2, row.3, row.4, row.5, row.6)
            let span = row.12.flatMap { from in row.13.map { DayCandidate.AgreedSpan(from: from, until: $0) } }
            return DayCandidate(
                district: district, account: account, customerClass: customerClass, building: building,
                address: address, latitude: latitude, longitude: longitude, deadline: row.7, campaignDate: row.8,
                attempts: zip(row.9, zip(row.10, row.11)).map { Attempt(date: $0, slot: $1.0, result: $1.1) },
                appointment: span)
        }
    }
}
