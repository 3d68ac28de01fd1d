/// The judgement of one obligation in a year: its standing, and why nobody got in where nobody did.
///
/// This is the rule. The database judges a whole city by the same one (`sql/routines/coverage/coverage.sql`), and a test
/// holds the two against each other.
public struct CoverageJudgement: Sendable, Hashable {
    /// Where the obligation stands.
    public let standing: CoverageStanding
    /// The last result among the year's visits while it is not inspected; nil when inspected or not visited.
    public let hindrance: VisitResult?
    /// Whether a completed inspection was made within the year.
    public let wasInspectedInYear: Bool
    /// Whether a visit was planned or made within the year.
    public let wasPlanned: Bool
    /// Whether the household counts in the denominator of cycle coverage: active, and past its first gas-on cycle or
    /// inspected.
    public let countsForCycle: Bool
    /// Whether the household is inspected and within its cycle as of the day.
    public let isWithinCycle: Bool

    /// Judges an obligation.
    public init(_ facts: CoverageFacts, in period: CoveragePeriod) {
        let fulfilled = facts.fulfilledOn.flatMap { $0 <= period.asOf ? $0 : nil }
        let visits = facts.visits.filter { period.knows($0.date) }
        standing = Self.standing(facts, fulfilled: fulfilled, in: period)
        hindrance = fulfilled == nil ? visits.last?.result : nil
        wasInspectedInYear = fulfilled.map(period.knows) ?? false
        wasPlanned = facts.wasPlanned || !visits.isEmpty || wasInspectedInYear
        let isOpen = facts.isActive && fulfilled == nil && facts.deadline != nil
        let isOverdue = facts.deadline.map { $0 < period.asOf } ?? false
        countsForCycle = isOpen && (facts.basis == .inspection || isOverdue)
        isWithinCycle = countsForCycle && !isOverdue
    }

    private static func standing(
        _ facts: CoverageFacts, fulfilled: CalendarDate?, in period: CoveragePeriod
    ) -> CoverageStanding {
        guard let deadline = facts.deadline else {
            return fulfilled.map(period.knows) ?? false ? .imported : .outside
        }
        guard let fulfilled else {
            guard facts.isActive else { return .suspended }
            if deadline > period.end { return .outside }
            if deadline < period.start { return .carriedOverdue }
            return deadline < period.asOf ? .overdue : .notYetDue
        }
        if deadline < period.start {
            if fulfilled < period.start { return .outside }
            return fulfilled <= period.end ? .carriedLate : .carriedOverdue
        }
        if deadline > period.end { return period.knows(fulfilled) ? .ahead : .outside }
        return fulfilled <= deadline ? .onTime : .late
    }
}
