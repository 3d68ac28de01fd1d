import GasService
import Operations
import Presentation

/// A district's horizon plan as the command answers it.
struct HorizonAnswer: Encodable, Sendable {
    /// District and version of the plan, as `A1-3`; nil in the line of totals.
    let id: String?
    let report: HorizonReport

    init(_ report: HorizonReport) {
        id = report.version.map { "\(report.district)-\($0)" }
        self.report = report
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try report.encode(to: encoder)
    }

    private enum CodingKeys: String, CodingKey {
        case id
    }

    /// The plans as a list.
    static let listing = Listing<HorizonAnswer>([
        Column("district", .district) { answer in
            answer.id == nil ? .phrase(.total) : .text(answer.report.district.text)
        },
        Column("households", .households, .trailing) { .integer($0.report.households) },
        Column("due", .due, .trailing) { .integer($0.report.due) },
        Column("visits", .firstVisits, .trailing) { .integer($0.report.visits) },
        Column("campaigns", .campaigns, .trailing) { .integer($0.report.campaigns) },
        Column("days", .workDays, .trailing) { .integer($0.report.days) },
        Column("mean_load", .meanLoad, .trailing) { .ratio($0.report.meanLoad) },
        Column("peak_week_load", .peakWeek, .trailing) { .ratio($0.report.peakWeekLoad) },
        Column("overdue", .overdue, .trailing) { .integer($0.report.overdue) },
        Column("overdue_cleared_on", .overdueCleared) { $0.report.overdueClearedOn.map { .date($0) } ?? .empty },
        Column("coverage", .expectedCoverage, .trailing) { $0.report.forecast.coverage.map { .ratio($0) } ?? .empty },
        Column("coverage_low", .interval95, .trailing) {
            $0.report.forecast.coverageLow.map { .ratio($0) } ?? .empty
        },
        Column("coverage_high", .upTo, .trailing) { $0.report.forecast.coverageHigh.map { .ratio($0) } ?? .empty },
        Column("verdict", .hoursVerdict) { .phrase(.verdict(code: $0.report.verdict.rawValue)) },
    ])

    /// All districts as one; nil for a single one.
    static func total(of answers: [HorizonAnswer]) -> HorizonAnswer? {
        guard answers.count > 1, let total = HorizonReport.total(of: answers.map(\.report)) else { return nil }
        return HorizonAnswer(total)
    }

    /// What is to be said beneath the list.
    static func sentences(about reports: [HorizonReport]) -> [Phrase] {
        var sentences: [Phrase] = []
        if let first = reports.first {
            sentences.append(
                .horizonPlanned(
                    visits: reports.reduce(0) { $0 + $1.visits }, campaigns: reports.reduce(0) { $0 + $1.campaigns },
                    districts: reports.count, from: first.from, until: first.until))
        }
        let lost = Dictionary(grouping: reports.filter { $0.dueBeforeFirstDay > 0 }, by: \.firstPlannableDay)
        for (day, districts) in lost.sorted(by: { $0.key < $1.key }) {
            sentences.append(
                .dueBeforeFirstDay(
                    day, districts: districts.map { (district: $0.district, count: $0.dueBeforeFirstDay) }))
        }
        for report in reports {
            if let shortage = report.shortage {
                sentences.append(.shortageProof(ShortageProof(shortage, in: report.district)))
            }
            if report.late > 0 {
                sentences.append(
                    .plannedLate(report.district, late: report.late, isShort: report.verdict == .infeasible))
            }
            if report.overdue > report.overduePlanned {
                sentences.append(
                    .overdueWithoutDay(
                        report.district, count: report.overdue - report.overduePlanned, until: report.until))
            }
        }
        return sentences
    }
}

extension ShortageProof {
    init(_ shortage: HorizonReport.Shortage, in district: DistrictID) {
        self.init(
            district: district, from: shortage.from, until: shortage.until, obligations: shortage.obligations,
            neededHours: shortage.neededHours, capacityHours: shortage.capacityHours, shortHours: shortage.shortHours,
            leastExtraHours: shortage.leastExtraHours,
            extraByMonth: shortage.extraByMonth.map { ($0.month, $0.hours) })
    }
}
