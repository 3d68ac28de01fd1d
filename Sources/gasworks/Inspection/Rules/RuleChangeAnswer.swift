import GasService
import Operations
import Presentation

/// What a change of a cycle rule does, as the command answers it.
struct RuleChangeAnswer: Encodable, Sendable {
    /// The rule's number; left out in a preview.
    let id: Int?
    let preview: Bool
    let district: DistrictID
    let customerClass: CustomerClass
    let validFrom: CalendarDate
    let kind: IntervalKind
    let cycleMonths: Int
    let earlyMonths: Int
    let capMonths: Int?
    let moved: Int
    let overdueAtOnce: Int
    let months: [MonthWorkAnswer]
    let districts: [DistrictChangeAnswer]

    init(_ report: RuleChangeReport, change: RuleChange) {
        let rule = change.rule
        (id, preview) = (report.id, report.isPreview)
        (district, customerClass, validFrom) = (rule.district, rule.customerClass, rule.validFrom)
        (kind, cycleMonths) = (rule.interval.kind, rule.interval.months)
        (earlyMonths, capMonths) = (rule.interval.earlyMonths, rule.interval.capMonths)
        moved = report.districts.reduce(0) { $0 + $1.moved }
        overdueAtOnce = report.districts.reduce(0) { $0 + max(0, $1.overdueAfter - $1.overdueBefore) }
        districts = report.districts.map { DistrictChangeAnswer($0) }
        var sums: [String: (before: Double, after: Double)] = [:]
        for month in report.districts.flatMap(\.months) {
            let sum = sums[month.month] ?? (0, 0)
            sums[month.month] = (sum.before + month.before, sum.after + month.after)
        }
        months = sums.sorted { $0.key < $1.key }.map {
            MonthWorkAnswer(month: $0.key, hoursBefore: $0.value.before, hoursAfter: $0.value.after)
        }
    }

    /// All districts as one; nil for a single one.
    var total: DistrictChangeAnswer? { districts.count > 1 ? DistrictChangeAnswer(sumOf: districts) : nil }

    /// What is to be said beneath the lists.
    var sentences: [Phrase] {
        var sentences: [Phrase] = [
            preview
                ? .ruleWouldMove(moved, overdueAtOnce: overdueAtOnce, from: validFrom)
                : .ruleMoved(moved, overdueAtOnce: overdueAtOnce, from: validFrom)
        ]
        for one in districts {
            if let proof = one.shortageAfter, let district = one.district {
                sentences.append(.shortageProof(ShortageProof(proof, in: district)))
            }
        }
        if districts.allSatisfy({ $0.shortageAfter == nil }) { sentences.append(.hoursStillSuffice) }
        return sentences
    }
}

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

/// The hours that deadlines of a month ask for.
struct MonthWorkAnswer: Encodable, Sendable {
    let month: String
    let hoursBefore: Double
    let hoursAfter: Double

    static let listing = Listing<MonthWorkAnswer>([
        Column("month", .month) { .text($0.month) },
        Column("hours_before", .neededBefore, .trailing) { .decimal($0.hoursBefore, places: 1) },
        Column("hours_after", .neededAfter, .trailing) { .decimal($0.hoursAfter, places: 1) },
    ])
}
