/// What a cycle counts from.
public enum ObligationBasis: String, Sendable, Hashable, Codable, CaseIterable {
    /// Gas was turned on, and no inspection is known since.
    case gasOn = "gas_on"
    /// The last completed inspection.
    case inspection
}

/// That a household must be inspected between two days.
public struct Obligation: Sendable, Hashable {
    /// The first day on which an inspection fulfils it.
    public let opens: CalendarDate
    /// The last day on which an inspection is on time.
    public let deadline: CalendarDate
    /// What the cycle counts from.
    public let basis: ObligationBasis
    /// The day the basis really happened.
    public let basisDate: CalendarDate
    /// The day from which the cycle counts; later than `basisDate` when the anniversary was kept.
    public let deemedDate: CalendarDate
    /// The version of the rule that governs the deadline.
    public let rule: CycleRule
    /// The interval after override and special care.
    public let interval: CycleInterval
    /// Months before the deadline at which the window opens.
    public let windowMonths: Int
}

/// The outcome of a derivation: what is due, if anything, and how it came about.
public struct Derivation: Sendable, Hashable {
    /// What is due; nil while the household is disconnected.
    public let obligation: Obligation?
    /// The steps, in order.
    public let steps: [DerivationStep]
}
