/// How grave a fault is (RULES.md, Faults).
public enum FaultSeverity: String, Sendable, Hashable, Codable, CaseIterable {
    /// A leak, a fire, a poisoning, or no gas for a special-care household: somebody is on site in minutes.
    case emergency
    /// Supply is lost to several, or will be.
    case major
    /// Any other fault.
    case general
}

/// Whose equipment is faulty.
public enum FaultScope: String, Sendable, Hashable, Codable, CaseIterable {
    /// The company's: pipes, regulators, meters.
    case network
    /// The customer's: appliances, hoses, what is behind the meter. Staff set off at once, unless agreed otherwise.
    case customer
}
