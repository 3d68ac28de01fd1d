/// What coverage is judged from: one obligation of one household, and what happened to it.
///
/// A household with several obligations in a year (a monthly cycle) has one value for each.
public struct CoverageFacts: Sendable, Hashable {
    /// Whether the household has gas and its cycle runs.
    public var isActive: Bool
    /// The deadline; nil for an inspection before records began, whose deadline nobody knows.
    public var deadline: CalendarDate?
    /// What the cycle counts from.
    public var basis: ObligationBasis
    /// The day of the completed inspection that fulfilled it; nil while it is open.
    public var fulfilledOn: CalendarDate?
    /// Visits made for it, in order of time.
    public var visits: [Visit]
    /// Whether a visit for it was planned (published) within the year.
    public var wasPlanned: Bool

    /// One visit made.
    public struct Visit: Sendable, Hashable {
        /// The local day.
        public let date: CalendarDate
        /// What came of it.
        public let result: VisitResult

        /// Describes a visit.
        public init(date: CalendarDate, result: VisitResult) {
            self.date = date
            self.result = result
        }
    }

    /// States the facts.
    public init(
        isActive: Bool, deadline: CalendarDate?, basis: ObligationBasis, fulfilledOn: CalendarDate?,
        visits: [Visit] = [], wasPlanned: Bool = false
    ) {
        self.isActive = isActive
        self.deadline = deadline
        self.basis = basis
        self.fulfilledOn = fulfilledOn
        self.visits = visits
        self.wasPlanned = wasPlanned
    }
}
