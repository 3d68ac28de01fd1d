import GasService
import Testing

@Suite("Coverage of a year")
struct CoverageTests {
    private func judge(
        deadline: String?, fulfilled: String? = nil, active: Bool = true, asOf: String = "2026-11-24",
        visits: [(String, VisitResult)] = [], basis: ObligationBasis = .inspection
    ) throws -> CoverageJudgement {
        let period = try #require(CoveragePeriod(year: 2026, asOf: day(asOf)))
        return CoverageJudgement(
            CoverageFacts(
                isActive: active, deadline: deadline.map(day), basis: basis, fulfilledOn: fulfilled.map(day),
                visits: visits.map { .init(date: day($0.0), result: $0.1) }), in: period)
    }

    @Test(
        "puts each obligation in exactly one standing",
        arguments: [
            ("2026-06-01", "2026-06-01", CoverageStanding.onTime), ("2026-06-01", "2026-06-02", .late),
            ("2026-06-01", "2025-12-20", .onTime), ("2026-11-23", nil, .overdue), ("2026-11-24", nil, .notYetDue),
            ("2026-12-31", nil, .notYetDue), ("2025-12-31", nil, .carriedOverdue),
            ("2025-12-31", "2026-01-02", .carriedLate), ("2025-12-31", "2025-12-31", .outside),
            ("2027-01-01", nil, .outside), ("2027-01-01", "2026-11-02", .ahead), (nil, "2026-03-01", .imported),
            (nil, "2025-03-01", .outside),
        ] as [(String?, String?, CoverageStanding)])
    func standings(deadline: String?, fulfilled: String?, standing: CoverageStanding) throws {
        #expect(try judge(deadline: deadline, fulfilled: fulfilled).standing == standing)
    }

    @Test("does not know yet what happened after the day it is seen on")
    func asOf() throws {
        #expect(try judge(deadline: "2026-06-01", fulfilled: "2026-05-01", asOf: "2026-04-01").standing == .notYetDue)
        #expect(try judge(deadline: "2026-06-01", active: false).standing == .suspended)
    }

    @Test("adds up: due is on time, late, overdue and not yet due; each figure has its denominator")
    func addsUp() throws {
        var tally = CoverageTally()
        tally.add(try judge(deadline: "2026-06-01", fulfilled: "2026-05-01"))
        tally.add(try judge(deadline: "2026-06-01", fulfilled: "2026-07-01"))
        tally.add(try judge(deadline: "2026-06-01", visits: [("2026-05-01", .refused), ("2026-05-20", .noAccess)]))
        tally.add(try judge(deadline: "2026-12-01", visits: [("2026-05-20", .refused)]))
        tally.add(try judge(deadline: "2025-12-01"))
        tally.add(try judge(deadline: nil, fulfilled: "2026-03-01"))
        tally.add(try judge(deadline: "2028-01-01", basis: .gasOn))
        let parts: [CoverageFigure] = [.onTime, .late, .overdue, .notYetDue]
        #expect(parts.map { tally[$0].numerator } == [1, 1, 1, 1])
        #expect(tally[.due].numerator == 4)
        #expect(tally[.completion].numerator == 2 && tally[.completion].denominator == 4)
        #expect(tally[.noAccess].numerator == 1 && tally[.refused].numerator == 1 && tally[.refused].denominator == 3)
        #expect(tally[.imported].numerator == 1)
        #expect(tally[.carried].numerator == 0 && tally[.carried].denominator == 1)
        #expect(tally[.cycleCoverage].numerator == 1 && tally[.cycleCoverage].denominator == 3)
        #expect(tally[.entryRate].numerator == 3 && tally[.entryRate].denominator == 5)
    }

    @Test("of two districts is the sum of both")
    func merges() throws {
        var one = CoverageTally()
        one.add(try judge(deadline: "2026-06-01", fulfilled: "2026-05-01"))
        var two = CoverageTally()
        two.add(try judge(deadline: "2026-06-01"))
        one.add(two)
        #expect(one[.due].denominator == 2 && one[.onTime].share == 0.5)
        #expect(CoverageTally()[.onTime].share == nil)
    }
}
