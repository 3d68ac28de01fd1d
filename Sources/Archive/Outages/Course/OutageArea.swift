package import GasService

/// Where gas goes off: nodes with all that hangs below them, buildings, single households.
package struct OutageArea: Sendable, Hashable {
    /// Nodes.
    package let nodes: [NodeID]
    /// Buildings, in whichever districts have one of that name.
    package let buildings: [BuildingID]
    /// Single households.
    package let accounts: [AccountNumber]

    /// Gathers an area.
    package init(nodes: [NodeID] = [], buildings: [BuildingID] = [], accounts: [AccountNumber] = []) {
        self.nodes = nodes
        self.buildings = buildings
        self.accounts = accounts
    }

    /// Whether nothing is named.
    package var isEmpty: Bool { nodes.isEmpty && buildings.isEmpty && accounts.isEmpty }

    /// The area as `declare_outage` reads it; codes need no escaping.
    var json: String {
        let parts =
            nodes.map { ("node", $0.text) } + buildings.map { ("building", $0.text) }
            + accounts.map { ("household", $0.text) }
        return "[" + parts.map { #"{"kind": "\#($0.0)", "code": "\#($0.1)"}"# }.joined(separator: ", ") + "]"
    }
}
