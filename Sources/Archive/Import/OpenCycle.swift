package import GasService
package import PostgresClient

/// What an import must know of a household's open cycle to see whether a newer inspection keeps its anniversary.
package struct OpenCycle: Sendable, Hashable {
    /// The deadline of the open obligation.
    package let deadline: CalendarDate
    /// The day of the inspection, or of gas-on, that opened it.
    package let basisDate: CalendarDate
    /// The day on which that is deemed done.
    package let deemedDate: CalendarDate

    /// The open cycles that an inspection up to a day could answer within an early window, and those that stand on a kept
    /// anniversary themselves; all others count from the day of their inspection in any case.
    ///
    /// - Parameters:
    ///   - deadline: The last deadline of interest: today and the longest early window.
    ///   - connection: An administrator's.
    /// - Returns: The cycles, by account.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        dueBy deadline: CalendarDate, on connection: PostgresConnection
    ) async throws -> [AccountNumber: OpenCycle] {
        let rows = try await connection.query(
            """
            SELECT account_no, deadline, basis_date, deemed_date FROM inspection_obligation
            WHERE state = 'open' AND (deadline <= \(deadline) OR deemed_date <> basis_date)
            """,
            as: (AccountNumber.self, CalendarDate.self, CalendarDate.self, CalendarDate.self))
        return Dictionary(
            rows.map { ($0.0, OpenCycle(deadline: $0.1, basisDate: $0.2, deemedDate: $0.3)) },
            uniquingKeysWith: { $1 })
    }

    /// The deadline that an inspection answered, as far as this cycle tells: its own, or for the inspection that opened it
    /// the one whose anniversary it kept.
    package func deadline(answeredOn inspected: CalendarDate) -> CalendarDate? {
        if inspected == basisDate { return deemedDate }
        return inspected > basisDate ? deadline : nil
    }
}
