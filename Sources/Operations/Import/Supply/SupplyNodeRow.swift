package import GasService

/// One node of the supply network as a file describes it.
package struct SupplyNodeRow: Sendable, Hashable {
    /// The physical line of the file.
    package let line: Int
    /// The node's code.
    package let node: NodeID
    /// What the node is.
    package let kind: SupplyNodeKind
    /// The node from which it takes its gas; nil for a gate station.
    package let parent: NodeID?
    /// The name by which people know it.
    package let name: String
    /// Degrees north, WGS 84.
    package let latitude: Double
    /// Degrees east, WGS 84.
    package let longitude: Double
}

extension SupplyNodeRow {
    /// Reads a row; nil after noting in `table` everything that is wrong with it by itself.
    init?(_ row: TableRow, in table: TableReader) {
        let node = table.code(NodeID.self, SupplyColumn.node.rawValue, of: row)
        let kind = table.word(SupplyNodeKind.self, SupplyColumn.kind.rawValue, of: row)
        let parent = table.code(NodeID.self, SupplyColumn.parent.rawValue, of: row)
        let latitude = table.degrees(SupplyColumn.latitude.rawValue, of: row, bound: 90)
        let longitude = table.degrees(SupplyColumn.longitude.rawValue, of: row, bound: 180)
        let hasSoundParent = row.isEmpty(SupplyColumn.parent.rawValue) || parent != nil
        guard row.isSound, let node, let kind, hasSoundParent, let latitude, let longitude,
            let name = row.text(SupplyColumn.name.rawValue)
        else { return nil }
        self.init(
            line: row.line, node: node, kind: kind, parent: parent, name: name, latitude: latitude,
            longitude: longitude)
    }
}
