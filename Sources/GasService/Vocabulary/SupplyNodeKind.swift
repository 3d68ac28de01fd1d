/// What a node of the supply network is, from where gas enters the city down to a building's riser.
public enum SupplyNodeKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Where the city takes gas from the transmission network.
    case gateStation = "gate_station"
    /// A pressure regulator station.
    case regulator
    /// A stretch of main in the street.
    case main
    /// A building's riser.
    case riser

    /// Whether a node of this kind may take its gas from one of another kind.
    ///
    /// Gas flows down the order of the cases. Regulators may follow each other (pressure falls in stages) and so may
    /// mains (a street's main is laid in stretches); a gate station takes gas from no node.
    public func mayHang(under parent: SupplyNodeKind) -> Bool {
        switch self {
        case .gateStation: false
        case .regulator: parent == .gateStation || parent == .regulator
        case .main: parent != .riser
        case .riser: parent != .riser
        }
    }
}
