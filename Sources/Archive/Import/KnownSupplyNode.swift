package import GasService
package import PostgresClient

/// What an import must know of a supply node that the database holds.
package struct KnownSupplyNode: Sendable, Hashable {
    /// The node's code.
    package let node: NodeID
    /// What the node is.
    package let kind: SupplyNodeKind
    /// The node from which it takes its gas; nil for a gate station.
    package let parent: NodeID?

    /// All nodes of the network.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(on connection: PostgresConnection) async throws -> [Self] {
        try await connection.query(
            "SELECT node_id, kind, parent_id FROM supply_node", as: (NodeID.self, SupplyNodeKind.self, NodeID?.self)
        ).map { KnownSupplyNode(node: $0, kind: $1, parent: $2) }
    }
}
