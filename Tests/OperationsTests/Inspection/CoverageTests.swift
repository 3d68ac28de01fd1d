import Archive
import GasService
import Operations
import PostgresTesting
import Testing

@Suite("The coverage of a year")
struct CoverageTests {
    @Test(
        "is judged by the database as GasService judges it, and each figure is the length of its list",
        .migratedDatabase)
    func judgement() async throws {
        try await SmallTown.with(households: 1) { town in
            var random = SeededRandom(seed: 20_261_124)
            let histories = (0..<400).map { History(number: $0, random: &random) }
            for first in stride(from: 0, to: histories.count, by: 50) {
                let part = histories[first..<min(first + 50, histories.count)].map(\.statements).joined(separator: "\n")
                _ = try await town.fixture.sql(part)
            }
            for asOf in ["2026-06-30", "2026-11-24"] {
                let day = try #require(CalendarDate(asOf))
                let period = try #require(CoveragePeriod(year: 2026, asOf: day))
                var expected: [CustomerClass: CoverageTally] = [:]
                for history in histories {
                    for facts in history.facts(asOf: period.asOf) {
                        expected[history.customerClass, default: CoverageTally()]
                            .add(CoverageJudgement(facts, in: period))
                    }
                }
                let query = CoverageQuery(period: period, district: DistrictID("T1"))
                let lines = try await town.fixture.company.read { try await CoverageLine.all(query, on: $0) }
                #expect(lines.count == expected.count)
                for line in lines {
                    for figure in CoverageFigure.allCases {
                        #expect(
                            line.figures[figure] == expected[line.customerClass]?[figure],
                            "\(day) \(line.customerClass) \(figure)")
                    }
                }
                try await lists(query, lines, in: town.fixture.company)
            }
        }
    }

    private func lists(_ query: CoverageQuery, _ lines: [CoverageLine], in company: GasworksDatabase) async throws {
        for line in lines {
            for figure in CoverageFigure.allCases {
                var query = query
                query.customerClass = line.customerClass
                var count = 0
                try await company.read { connection in
                    try await CoverageEntry.each(of: figure, query, on: connection) { _ in count += 1 }
                }
                #expect(count == line.figures[figure]?.numerator, "\(line.customerClass) \(figure)")
            }
        }
    }
}

/// A household with a random history of obligations and visits around 2026, as rows and as facts.
private struct History {
    let number: Int
    let customerClass: CustomerClass
    private let gasOff: CalendarDate?
    private let plannedOn: CalendarDate?
    private var obligations: [Entry] = []

    private struct Entry {
        let basis: ObligationBasis
        let basisDate: CalendarDate
        let deadline: CalendarDate
        var fulfilledOn: CalendarDate?
        var visits: [CoverageFacts.Visit] = []
    }

    private static let today = CalendarDate("2026-11-24") ?? .earliest

    init(number: Int, random: inout SeededRandom) {
        self.number = number
        customerClass = CustomerClass.allCases[random.below(4)]
        let today = Self.today
        gasOff = random.below(8) == 0 ? today.adding(days: -random.below(500)) : nil
        plannedOn = random.below(3) == 0 ? today.adding(days: -random.below(300)) : nil
        var basisDate = today.adding(days: -200 - random.below(900))
        var basis = random.below(4) == 0 ? ObligationBasis.gasOn : .inspection
        while true {
            let deadline = basisDate.adding(days: 60 + random.below(700))
            var entry = Entry(basis: basis, basisDate: basisDate, deadline: deadline)
            for _ in 0..<random.below(3) {
                let date = basisDate.adding(days: 1 + random.below(800))
                guard date <= today, entry.visits.last.map({ $0.date < date }) ?? true else { continue }
                let result = [VisitResult.noAccess, .refused, .vacant, .notFound][random.below(4)]
                entry.visits.append(CoverageFacts.Visit(date: date, result: result))
            }
            let done = max(basisDate, entry.visits.last?.date ?? basisDate).adding(days: 1 + random.below(500))
            if done <= today, random.below(4) > 0 { entry.fulfilledOn = done }
            obligations.append(entry)
            guard let next = entry.fulfilledOn else { break }
            (basisDate, basis) = (next, .inspection)
        }
    }

    /// What GasService is told of the history, as known on a day.
    func facts(asOf: CalendarDate) -> [CoverageFacts] {
        let isActive = gasOff.map { $0 > asOf } ?? true
        var facts = obligations.filter { $0.basisDate <= asOf }.map { one in
            CoverageFacts(
                isActive: isActive, deadline: one.deadline, basis: one.basis, fulfilledOn: one.fulfilledOn,
                visits: one.visits,
                wasPlanned: one.fulfilledOn.map { $0 <= asOf } != true
                    && plannedOn.map { $0.year == 2026 && $0 > one.basisDate } == true)
        }
        if let first = obligations.first, first.basis == .inspection, first.basisDate <= asOf {
            facts.append(
                CoverageFacts(isActive: isActive, deadline: nil, basis: .inspection, fulfilledOn: first.basisDate))
        }
        return facts
    }

    /// The history as rows of the district `T1`.
    var statements: String {
        let account = "T\(number)"
        let off = gasOff.map { "'\($0)'" } ?? "NULL"
        var text = """
            INSERT INTO gasworks.district VALUES ('T1', 'T1') ON CONFLICT DO NOTHING;
            INSERT INTO gasworks.household (district_id, account_no, customer_class, address, building_id, latitude,
                                            longitude, node_id, gas_on, gas_off)
            VALUES ('T1', '\(account)', '\(customerClass.rawValue)', 'Street 1', 'B', 60, 25, 'B1', '2001-01-01', \(off));
            """
        if let plannedOn {
            text += job(account, on: plannedOn, result: nil)
        }
        for (place, one) in obligations.enumerated() {
            let fulfilled = one.fulfilledOn.map { "'\($0)'" } ?? "NULL"
            let state = one.fulfilledOn == nil ? (gasOff == nil ? "open" : "suspended") : "fulfilled"
            text += """
                INSERT INTO gasworks.inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline,
                    basis, basis_date, deemed_date, rule_id, state, fulfilled_on)
                VALUES ('T1', '\(account)', \(place + 1), '\(one.deadline.adding(days: -30))', '\(one.deadline)',
                        '\(one.basis.rawValue)', '\(one.basisDate)', '\(one.basisDate)', 1, '\(state)', \(fulfilled));
                """
            for visit in one.visits {
                text += job(account, on: visit.date, result: visit.result, obligation: place + 1)
            }
        }
        return text
    }

    /// A job and, with a result, the visit that closed it; a withdrawn job tells of no plan.
    private func job(
        _ account: String, on date: CalendarDate, result: VisitResult?, obligation: Int = 0
    ) -> String {
        let state = result == nil ? "planned" : "withdrawn"
        var text = """
            INSERT INTO gasworks.job (district_id, kind, account_no, plan_date, crew_id, state, made_at)
            VALUES ('T1', 'inspection', '\(account)', '\(date)', 'C1', '\(state)', '\(date)');
            """
        if let result {
            text += """
                INSERT INTO gasworks.inspection_visit (district_id, account_no, obligation_no, job_no, crew_id, arrived_at,
                    closed_at, recorded_at, result, slot_kind, completed)
                SELECT 'T1', '\(account)', \(obligation), max(job_no), 'C1', '\(date) 10:00+02', '\(date) 10:00+02',
                       '\(date) 10:00+02', '\(result.rawValue)', 'weekday_daytime', false FROM gasworks.job;
                """
        }
        return text
    }
}
