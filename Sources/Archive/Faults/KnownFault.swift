package import GasService
package import PostgresClient

/// Faults of the network that a place suffers from.
package enum KnownFault {
    /// The unsettled faults on a node or above it, the earliest first.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        above node: NodeID?, except own: FaultID, on connection: PostgresConnection
    ) async throws -> [FaultID] {
        try await connection.query(
            "SELECT district_id, fault_no FROM known_faults(\(node))", as: (DistrictID.self, Int64.self)
        ).compactMap { FaultID(district: $0.0, number: $0.1) }.filter { $0 != own }
    }

    /// How many households with gas hang on a node.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func households(
        below node: NodeID, on connection: PostgresConnection
    ) async throws -> Int {
        try await connection.queryOne(
            """
            SELECT count(*) FROM household
            WHERE node_id IN (SELECT supply_subtree(\(node))) AND gas_off IS NULL
            """,
            as: (Int.self))
    }
}
