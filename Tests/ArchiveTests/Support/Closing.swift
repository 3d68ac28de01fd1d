import Foundation
import PostgresClient

/// What a crew reports when it closes a job; by default a passed inspection on the small city's day.
struct Closing {
    var command = UUID()
    var job: Int64
    var result = "passed"
    var at = "2026-11-25T07:00:00Z"
    var slot = "weekday_daytime"
    var findings: String?
    var deadline: String? = "2029-01-10"
    var deemed: String? = "2027-01-10"

    /// Closes the job and returns the answer's JSON.
    func report(on connection: PostgresConnection) async throws -> String {
        try await connection.queryOne(
            """
            SELECT close_job(\(command), 'A1', \(job), \(result), \(at)::text::timestamptz, \(slot), 'A note',
                             \(findings)::text::json, \(deadline)::text::date - 365, \(deadline)::text::date,
                             \(deemed)::text::date,
                             (SELECT min(rule_id) FROM cycle_rule WHERE customer_class = 'residential'))
            """,
            as: (String.self))
    }

    /// A visit at which nobody opened.
    static func noAccess(_ job: Int64, slot: String = "weekday_daytime") -> Closing {
        Closing(job: job, result: "no_access", slot: slot, deadline: nil, deemed: nil)
    }
}
