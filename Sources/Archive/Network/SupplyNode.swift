package import GasService
package import PostgresClient

/// A node of the supply network.
package struct SupplyNode: Sendable, Hashable {
    /// The node's code.
    package let node: NodeID
    /// What the node is.
    package let kind: SupplyNodeKind
    /// The node from which it takes its gas; nil for a gate station.
    package let parent: NodeID?
    /// The name by which people know it.
    package let name: String

    /// The node with a code.
    ///
    /// - Throws: `GasworksError.unknownNode`; `PostgresError`.
    nonisolated(nonsending) package static func named(
        _ node: NodeID, on connection: PostgresConnection
    ) async throws -> SupplyNode {
        let row = try await connection.queryOptional(
            "SELECT node_id, kind, parent_id, name FROM supply_node WHERE node_id = \(node)",
            as: (NodeID.self, SupplyNodeKind.self, NodeID?.self, String.self))
        guard let (node, kind, parent, name) = row else { throw GasworksError.unknownNode(node.text) }
        return SupplyNode(node: node, kind: kind, parent: parent, name: name)
    }
}
