package import GasService
package import PostgresClient

/// A visit that was made for an obligation.
package struct VisitMade: Sendable, Hashable {
    /// When it was closed.
    package let closedAt: Instant
    /// The kind of slot.
    package let slot: SlotKind
    /// What came of it.
    package let result: VisitResult
    /// Which counted attempt it was; nil when it does not count.
    package let attempt: Int?
    /// Who was there.
    package let crew: CrewID

    /// The visits for an obligation, in order.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        for obligation: Int32, of account: AccountNumber, in district: DistrictID, on connection: PostgresConnection
    ) async throws -> [VisitMade] {
        try await connection.query(
            """
            SELECT closed_at, slot_kind, result, attempt_no, crew_id FROM inspection_visit
            WHERE district_id = \(district) AND account_no = \(account) AND obligation_no = \(obligation)
            ORDER BY closed_at, visit_no
            """,
            as: (Instant.self, SlotKind.self, VisitResult.self, Int16?.self, CrewID.self)
        ).map { VisitMade(closedAt: $0.0, slot: $0.1, result: $0.2, attempt: $0.3.map(Int.init), crew: $0.4) }
    }
}
