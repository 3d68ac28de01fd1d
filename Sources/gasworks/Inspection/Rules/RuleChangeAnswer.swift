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
