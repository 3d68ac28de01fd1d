/// A figure of the coverage report; the raw value is stable and keys its name in both languages.
public enum CoverageFigure: String, Sendable, Hashable, Codable, CaseIterable {
    /// Obligations whose deadline lies in the year.
    case due
    /// Of those due, inspected by the deadline.
    case onTime = "on_time"
    /// Of those due, inspected after it.
    case late
    /// Of those due, deadline passed and not inspected.
    case overdue
    /// Of those due, deadline still ahead and not inspected.
    case notYetDue = "not_yet_due"
    /// Due before the year and not inspected by its start, of all such: those inspected since.
    case carried
    /// Due before the year and still not inspected.
    case carriedOverdue = "carried_overdue"
    /// Of those due or carried and not inspected, whose last visit met nobody (or a vacant flat).
    case noAccess = "no_access"
    /// Of those due or carried and not inspected, whose last visit was refused.
    case refused
    /// Inspections of the year for deadlines nobody recorded.
    case imported
    /// Plan completion: inspected of those due.
    case completion
    /// Cycle coverage (覆盖率): households inspected within their cycle, of active households.
    ///
    /// A new household still in its first cycle from gas-on counts neither way: nothing could be due from it yet.
    case cycleCoverage = "cycle_coverage"
    /// Entry rate (安检入户率): inspected in the year, of those planned or visited in the year.
    case entryRate = "entry_rate"
}

/// A numerator over its denominator.
public struct CoverageRatio: Sendable, Hashable {
    /// How many.
    public let numerator: Int
    /// Of how many.
    public let denominator: Int

    /// States a ratio.
    public init(numerator: Int, denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The share; nil of nothing.
    public var share: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }
}

/// Counts of judgements, from which each figure follows with numerator and denominator.
public struct CoverageTally: Sendable, Hashable {
    private var numerators: [CoverageFigure: Int] = [:]
    private var denominators: [CoverageFigure: Int] = [:]

    /// Nothing counted yet.
    public init() {}

    /// Counts one judgement.
    public mutating func add(_ judgement: CoverageJudgement) {
        for figure in CoverageFigure.allCases {
            if figure.counts(judgement) { numerators[figure, default: 0] += 1 }
            if figure.isAbout(judgement) { denominators[figure, default: 0] += 1 }
        }
    }

    /// Counts all that another tally counted, as of another district.
    public mutating func add(_ other: CoverageTally) {
        numerators.merge(other.numerators, uniquingKeysWith: +)
        denominators.merge(other.denominators, uniquingKeysWith: +)
    }

    /// A figure.
    public subscript(figure: CoverageFigure) -> CoverageRatio {
        CoverageRatio(numerator: numerators[figure] ?? 0, denominator: denominators[figure] ?? 0)
    }
}

extension CoverageFigure {
    /// Whether an obligation is in the figure's numerator, and so in the list behind it.
    public func counts(_ judgement: CoverageJudgement) -> Bool {
        let standing = judgement.standing
        return switch self {
        case .due: standing.isDue
        case .onTime: standing == .onTime
        case .late: standing == .late
        case .overdue: standing == .overdue
        case .notYetDue: standing == .notYetDue
        case .carried: standing == .carriedLate
        case .carriedOverdue: standing == .carriedOverdue
        case .noAccess: isOpen(standing) && (judgement.hindrance == .noAccess || judgement.hindrance == .vacant)
        case .refused: isOpen(standing) && judgement.hindrance == .refused
        case .imported: standing == .imported
        case .completion: standing == .onTime || standing == .late
        case .cycleCoverage: judgement.isWithinCycle
        case .entryRate: judgement.wasInspectedInYear
        }
    }

    /// Whether an obligation is in the figure's denominator.
    public func isAbout(_ judgement: CoverageJudgement) -> Bool {
        switch self {
        case .due, .onTime, .late, .overdue, .notYetDue, .completion: judgement.standing.isDue
        case .carried, .carriedOverdue:
            judgement.standing == .carriedLate || judgement.standing == .carriedOverdue
        case .noAccess, .refused: isOpen(judgement.standing)
        case .imported: judgement.wasInspectedInYear
        case .cycleCoverage: judgement.countsForCycle
        case .entryRate: judgement.wasPlanned
        }
    }

    private func isOpen(_ standing: CoverageStanding) -> Bool {
        standing == .overdue || standing == .notYetDue || standing == .carriedOverdue
    }
}
