package import GasService
package import PostgresClient

/// Something wrong with a saved plan, found by the database without any code of the solver.
package struct DayPlanFault: Sendable, Hashable {
    /// What is wrong, as `gasworks.day_plan_faults` names it.
    package let fault: String
    /// The crew, if one is to blame.
    package let crew: String?
    /// The place in the plan.
    package let detail: String

    /// Every fault of a version; none means that it is sound.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        in district: DistrictID, on date: CalendarDate, version: Int32, by connection: PostgresConnection
    ) async throws -> [DayPlanFault] {
        try await connection.query(
            "SELECT fault, crew_id, detail FROM day_plan_faults(\(district), \(date), \(version))",
            as: (String.self, String?.self, String.self)
        ).map { DayPlanFault(fault: $0.0, crew: $0.1, detail: $0.2) }
    }

    /// Refuses a version with a fault: no plan is kept that the planner got wrong.
    ///
    /// - Throws: `GasworksError.unexpected`; `PostgresError`.
    nonisolated(nonsending) package static func demandNone(
        in district: DistrictID, on date: CalendarDate, version: Int32, by connection: PostgresConnection
    ) async throws {
        guard let first = try await all(in: district, on: date, version: version, by: connection).first else { return }
        throw GasworksError.unexpected(
            sqlState: "", message: "plan of \(district) on \(date): \(first.fault) \(first.crew ?? "") \(first.detail)")
    }
}
