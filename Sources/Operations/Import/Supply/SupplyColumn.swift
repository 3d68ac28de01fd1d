import GasService

/// The columns of `supply_nodes.csv`, in the order in which they are written.
package enum SupplyColumn: Int, CaseIterable, Sendable {
    /// The node's code.
    case node
    /// What the node is.
    case kind
    /// The node from which it takes its gas; empty for a gate station.
    case parent
    /// The name by which people know it.
    case name
    /// Degrees north.
    case latitude
    /// Degrees east.
    case longitude

    /// What the column must look like.
    package var column: ImportColumn {
        switch self {
        case .node: ImportColumn("node_id", isRequired: true, longest: NodeID.longest)
        case .kind: ImportColumn("kind", isRequired: true, longest: 32)
        case .parent: ImportColumn("parent_id", longest: NodeID.longest)
        case .name: ImportColumn("name", isRequired: true, longest: 200)
        case .latitude: ImportColumn("latitude", isRequired: true, longest: 24)
        case .longitude: ImportColumn("longitude", isRequired: true, longest: 24)
        }
    }

    /// All columns as a file must have them.
    package static let columns = allCases.map(\.column)
}
