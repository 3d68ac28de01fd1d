import Archive
import GasService
import Presentation

/// The figures of one class in one district as the command answers them.
struct CoverageAnswer: Encodable, Sendable {
    /// Nil in the line of totals.
    let district: DistrictID?
    let customerClass: CustomerClass?
    let figures: [String: Figure]

    /// A figure with what it is a share of.
    struct Figure: Encodable, Sendable {
        let numerator: Int
        let denominator: Int
        let share: Double?
    }

    init(_ line: CoverageLine) {
        self.init(district: line.district, customerClass: line.customerClass, figures: line.figures)
    }

    /// The sum of lines; nil for fewer than two.
    init?(sumOf lines: [CoverageLine]) {
        guard lines.count > 1 else { return nil }
        var sums: [CoverageFigure: CoverageRatio] = [:]
        for figure in CoverageFigure.allCases {
            sums[figure] = CoverageRatio(
                numerator: lines.reduce(0) { $0 + ($1.figures[figure]?.numerator ?? 0) },
                denominator: lines.reduce(0) { $0 + ($1.figures[figure]?.denominator ?? 0) })
        }
        self.init(district: nil, customerClass: nil, figures: sums)
    }

    private init(district: DistrictID?, customerClass: CustomerClass?, figures: [CoverageFigure: CoverageRatio]) {
        self.district = district
        self.customerClass = customerClass
        self.figures = Dictionary(
            uniqueKeysWithValues: figures.map { figure, ratio in
                (
                    figure.rawValue,
                    Figure(numerator: ratio.numerator, denominator: ratio.denominator, share: ratio.share)
                )
            })
    }

    private func count(_ figure: CoverageFigure) -> Cell { .integer(figures[figure.rawValue]?.numerator ?? 0) }

    private func share(_ figure: CoverageFigure) -> Cell {
        figures[figure.rawValue]?.share.map { .ratio($0) } ?? .empty
    }

    static let listing = Listing<CoverageAnswer>([
        Column("district", .district) { answer in answer.district.map { .text($0.text) } ?? .phrase(.total) },
        Column("customer_class", .customerClass) { $0.customerClass.map { .phrase(Phrase($0)) } ?? .text("") },
        Column("due", .due, .trailing) { $0.count(.due) },
        Column("on_time", .inspectedOnTime, .trailing) { $0.count(.onTime) },
        Column("late", .inspectedLate, .trailing) { $0.count(.late) },
        Column("overdue", .overdue, .trailing) { $0.count(.overdue) },
        Column("not_yet_due", .notYetDue, .trailing) { $0.count(.notYetDue) },
        Column("no_access", .noAccess, .trailing) { $0.count(.noAccess) },
        Column("refused", .refusals, .trailing) { $0.count(.refused) },
        Column("carried", .carried, .trailing) { $0.count(.carried) },
        Column("carried_overdue", .carriedOverdue, .trailing) { $0.count(.carriedOverdue) },
        Column("imported", .importedInspections, .trailing) { $0.count(.imported) },
        Column("completion", .planCompletion, .trailing) { $0.share(.completion) },
        Column("cycle_coverage", .coverage, .trailing) { $0.share(.cycleCoverage) },
        Column("entry_rate", .entryRate, .trailing) { $0.share(.entryRate) },
    ])
}
