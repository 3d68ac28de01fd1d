package import GasService
package import PostgresClient

/// What the next deadline is derived from when a job is closed.
package struct ClosingFacts: Sendable, Hashable {
    /// The kind of job.
    package let kind: String
    /// The facts of the household; nil for a place of the network.
    package let household: HouseholdFacts?
    /// The deadline of the open obligation; nil when none is open.
    package let deadline: CalendarDate?

    /// Reads the facts behind a job.
    ///
    /// The special care of the facts tells only whether it shortens the cycle.
    ///
    /// - Returns: The facts; nil when there is no such job, or it is another crew's.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func read(
        _ job: JobID, by connection: PostgresConnection
    ) async throws -> ClosingFacts? {
        let row = try await connection.queryOptional(
            """
            SELECT kind, customer_class, gas_on, gas_off, last_inspected, cycle_months, shortened_by_care, deadline
            FROM closing_facts(\(job.district), \(job.number))
            """,
            as: (
                String.self, CustomerClass?.self, CalendarDate?.self, CalendarDate?.self, CalendarDate?.self,
                Int16?.self, Bool.self, CalendarDate?.self
            ))
        guard let (kind, customerClass, gasOn, gasOff, last, months, care, deadline) = row else { return nil }
        let household = customerClass.flatMap { customerClass in
            gasOn.map { gasOn in
                HouseholdFacts(
                    customerClass: customerClass, gasOn: gasOn, gasOff: gasOff,
                    lastInspection: last.map { CompletedInspection(actual: $0) }, overrideMonths: months.map(Int.init),
                    specialCare: care)
            }
        }
        return ClosingFacts(kind: kind, household: household, deadline: deadline)
    }
}
