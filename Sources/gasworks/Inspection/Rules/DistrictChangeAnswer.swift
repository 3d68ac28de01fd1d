import GasService
import Operations
import Presentation

/// What the change does in a district.
struct DistrictChangeAnswer: Encodable, Sendable {
    /// Nil in the line of totals.
    let district: DistrictID?
    let obligations: Int
    let moved: Int
    let earlier: Int
    let later: Int
    let meanShiftDays: Double
    let overdueBefore: Int
    let overdueAfter: Int
    let feasibleBefore: Bool
    let feasibleAfter: Bool
    let shortageBefore: HorizonReport.Shortage?
    let shortageAfter: HorizonReport.Shortage?

    init(_ change: RuleChangeReport.DistrictChange) {
        district = change.district
        (obligations, moved) = (change.obligations, change.moved)
        (earlier, later, meanShiftDays) = (change.earlier, change.later, change.meanShiftDays)
        (overdueBefore, overdueAfter) = (change.overdueBefore, change.overdueAfter)
        (shortageBefore, shortageAfter) = (change.shortageBefore, change.shortageAfter)
        (feasibleBefore, feasibleAfter) = (change.shortageBefore == nil, change.shortageAfter == nil)
    }

    init(sumOf parts: [DistrictChangeAnswer]) {
        district = nil
        let sum = { (figure: KeyPath<DistrictChangeAnswer, Int>) in parts.reduce(0) { $0 + $1[keyPath: figure] } }
        (obligations, moved, earlier, later) = (sum(\.obligations), sum(\.moved), sum(\.earlier), sum(\.later))
        let days = parts.reduce(0) { $0 + $1.meanShiftDays * Double($1.moved) }
        meanShiftDays = moved > 0 ? days / Double(moved) : 0
        (overdueBefore, overdueAfter) = (sum(\.overdueBefore), sum(\.overdueAfter))
        feasibleBefore = parts.allSatisfy(\.feasibleBefore)
        feasibleAfter = parts.allSatisfy(\.feasibleAfter)
        (shortageBefore, shortageAfter) = (nil, nil)
    }

    static let listing = Listing<DistrictChangeAnswer>([
        Column("district", .district) { $0.district.map { .text($0.text) } ?? .phrase(.total) },
        Column("obligations", .openObligations, .trailing) { .integer($0.obligations) },
        Column("moved", .deadlinesMoved, .trailing) { .integer($0.moved) },
        Column("earlier", .movedEarlier, .trailing) { .integer($0.earlier) },
        Column("later", .movedLater, .trailing) { .integer($0.later) },
        Column("mean_shift_days", .meanShift, .trailing) { .decimal($0.meanShiftDays, places: 1) },
        Column("overdue_before", .overdueBefore, .trailing) { .integer($0.overdueBefore) },
        Column("overdue_after", .overdueAfter, .trailing) { .integer($0.overdueAfter) },
        Column("feasible_before", .hoursBefore) {
            .phrase(.verdict(code: $0.feasibleBefore ? "feasible" : "infeasible"))
        },
        Column("feasible_after", .hoursAfter) {
            .phrase(.verdict(code: $0.feasibleAfter ? "feasible" : "infeasible"))
        },
    ])
}
