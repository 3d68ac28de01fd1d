package import GasService
package import PostgresClient

/// How often crews got in, by district, over a year of visits.
package struct SuccessCounts: Sendable, Hashable {
    /// First visits for an obligation.
    package var firstVisits = 0
    /// Those that were completed inspections.
    package var firstSuccesses = 0
    /// Later visits for an obligation.
    package var revisits = 0
    /// Those that were completed inspections.
    package var revisitSuccesses = 0

    /// Nothing seen yet.
    package init() {}

    /// What was seen in the year before a day; districts without a visit are left out.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        before today: CalendarDate, on connection: PostgresConnection
    ) async throws -> [DistrictID: SuccessCounts] {
        let since = today.adding(months: -12)
        let rows = try await connection.query(
            """
            SELECT district_id, count(*) FILTER (WHERE place = 1), count(*) FILTER (WHERE place = 1 AND completed),
                   count(*) FILTER (WHERE place > 1), count(*) FILTER (WHERE place > 1 AND completed)
            FROM (SELECT v.district_id, v.completed,
                         row_number() OVER (PARTITION BY v.district_id, v.account_no, v.obligation_no
                                            ORDER BY v.closed_at, v.visit_no) AS place
                  FROM inspection_visit AS v
                  WHERE v.obligation_no IS NOT NULL AND v.closed_at >= \(since)::date) AS visit
            GROUP BY district_id
            """,
            as: (DistrictID.self, Int.self, Int.self, Int.self, Int.self))
        var counts: [DistrictID: SuccessCounts] = [:]
        for (district, first, entered, again, enteredAgain) in rows {
            var seen = SuccessCounts()
            (seen.firstVisits, seen.firstSuccesses) = (first, entered)
            (seen.revisits, seen.revisitSuccesses) = (again, enteredAgain)
            counts[district] = seen
        }
        return counts
    }

    /// The rate of first visits, mixed with what the settings assume until enough was seen.
    package func firstRate(_ settings: Settings) -> SuccessRate {
        SuccessRate(
            successes: firstSuccesses, trials: firstVisits,
            assumed: Double(settings[.firstVisitSuccessPercent]) / 100)
    }

    /// The rate of revisits, likewise.
    package func revisitRate(_ settings: Settings) -> SuccessRate {
        SuccessRate(
            successes: revisitSuccesses, trials: revisits, assumed: Double(settings[.revisitSuccessPercent]) / 100)
    }
}
