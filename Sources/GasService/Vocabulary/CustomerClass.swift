/// What a household uses gas for; inspection cycles differ by it.
public enum CustomerClass: String, Sendable, Hashable, Codable, CaseIterable {
    /// A home.
    case residential
    /// A restaurant, shop, school or office.
    case commercial
    /// A works or plant.
    case industrial
    /// A boiler house that heats others.
    case heating

    /// Whether the yearly rule of non-residential users holds (RULES.md, Cycles, row 1).
    public var isResidential: Bool { self == .residential }
}
