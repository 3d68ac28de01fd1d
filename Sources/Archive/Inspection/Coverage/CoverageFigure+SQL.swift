import GasService
import PostgresClient

// Each figure is one condition on a judgement: counted in the report, selected by the list. So they cannot differ.

extension CoverageFigure {
    /// Whether a judgement is in the figure's numerator, and so in the list behind it.
    var numerator: PostgresQuery {
        switch self {
        case .due: "standing IN ('on_time', 'late', 'overdue', 'not_yet_due')"
        case .onTime: "standing = 'on_time'"
        case .late: "standing = 'late'"
        case .overdue: "standing = 'overdue'"
        case .notYetDue: "standing = 'not_yet_due'"
        case .carried: "standing = 'carried_late'"
        case .carriedOverdue: "standing = 'carried_overdue'"
        case .noAccess:
            "standing IN ('overdue', 'not_yet_due', 'carried_overdue') AND hindrance IN ('no_access', 'vacant')"
        case .refused: "standing IN ('overdue', 'not_yet_due', 'carried_overdue') AND hindrance = 'refused'"
        case .imported: "standing = 'imported'"
        case .completion: "standing IN ('on_time', 'late')"
        case .cycleCoverage: "within_cycle"
        case .entryRate: "inspected_in_year"
        }
    }

    /// Whether a judgement is in the figure's denominator.
    var denominator: PostgresQuery {
        switch self {
        case .due, .onTime, .late, .overdue, .notYetDue, .completion: CoverageFigure.due.numerator
        case .carried, .carriedOverdue: "standing IN ('carried_late', 'carried_overdue')"
        case .noAccess, .refused: "standing IN ('overdue', 'not_yet_due', 'carried_overdue')"
        case .imported: "inspected_in_year"
        case .cycleCoverage: "counts_for_cycle"
        case .entryRate: "was_planned"
        }
    }
}
