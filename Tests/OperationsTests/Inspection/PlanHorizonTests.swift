import Archive
import EmbeddedPostgres
import Foundation
import GasService
import Operations
import PostgresTesting
import Testing

@Suite("Planning the horizon")
struct PlanHorizonTests {
    @Test("gives every due household a day in its window, the same days every time", .migratedDatabase)
    func deterministic() async throws {
        try await SmallTown.with { town in
            let report = try #require(try await town.plan().first)
            #expect(report.verdict == .feasible)
            #expect(report.unplanned == 0)
            let outside = """
                SELECT count(*) FROM gasworks.inspection_obligation AS o
                WHERE o.state = 'open' AND o.deadline >= '2026-11-24' AND NOT EXISTS (
                    SELECT FROM gasworks.campaign_household AS m
                    JOIN gasworks.campaign AS c ON (c.plan_version, c.campaign_no) = (m.plan_version, m.campaign_no)
                    WHERE m.account_no = o.account_no AND c.planned_date BETWEEN o.window_opens AND o.deadline)
                """
            #expect(try await town.fixture.sql(outside) == "0")
            let first = try await town.campaigns()
            _ = try await town.fixture.sql(
                """
                DELETE FROM gasworks.campaign_household; DELETE FROM gasworks.campaign; DELETE FROM gasworks.horizon_plan
                """)
            try await town.plan()
            #expect(try await town.campaigns() == first)
        }
    }

    @Test("leaves announced and published days alone, and does not plan their households twice", .migratedDatabase)
    func frozenDays() async throws {
        try await SmallTown.with(
            inspected: (0..<60).map { $0 < 20 ? "2024-11-25" : "2025-06-\(SmallTown.padded(1 + $0 % 28))" }
        ) {
            town in
            try await town.plan()
            let day = try await town.fixture.sql(
                """
                SELECT min(planned_date) FROM gasworks.campaign WHERE planned_date > '2027-01-01' AND round = 1
                """)
            _ = try await town.fixture.sql("INSERT INTO gasworks.day_head VALUES ('A1', '\(day)', 1, 1)")
            let cold = "c.planned_date < '2026-11-27' OR c.planned_date = '\(day)'"
            let before = try await town.campaigns(where: cold)
            #expect(before.isEmpty == false)
            let report = try #require(try await town.plan().first)
            #expect(report.version == 2)
            #expect(report.frozenVisits > 0)
            #expect(report.late == 0 && report.verdict == .feasible)
            #expect(report.peakWeekLoad <= 1, "announced visits count against the hours of their own days")
            #expect(try await town.campaigns(where: cold) == before)
            #expect(try await town.campaigns(where: "c.plan_version = 1 AND NOT (\(cold))") == "")
            let twice = """
                SELECT count(*) FROM (
                    SELECT m.account_no FROM gasworks.campaign_household AS m
                    JOIN gasworks.campaign AS c ON (c.plan_version, c.campaign_no) = (m.plan_version, m.campaign_no)
                    JOIN gasworks.inspection_obligation AS o ON o.account_no = m.account_no AND o.state = 'open'
                    WHERE c.planned_date <= o.deadline GROUP BY m.account_no HAVING count(*) > 1) AS twice
                """
            #expect(try await town.fixture.sql(twice) == "0")
        }
    }

    @Test("names those who are due while all days are frozen, and does not take them for late", .migratedDatabase)
    func dueInFrozenDays() async throws {
        try await SmallTown.with(inspected: ["2024-11-24", "2024-11-25", "2024-11-26"]) { town in
            try await town.plan()
            // Connected after the plan was announced, and due today.
            _ = try await town.fixture.households([ImportFixture.row("NEW", inspected: "2024-11-24")])
            let report = try #require(try await town.plan().first)
            #expect(report.verdict == .feasible && report.late == 0 && report.unplanned == 0)
            #expect(report.dueBeforeFirstDay == 1)
            #expect(report.firstPlannableDay > report.from)
            #expect(
                try await town.fixture.sql(
                    """
                    SELECT min(c.planned_date)::text FROM gasworks.campaign AS c
                    JOIN gasworks.campaign_household AS m USING (district_id, plan_version, campaign_no)
                    WHERE m.account_no = 'NEW'
                    """) == report.firstPlannableDay.description)
        }
    }

    @Test("plans nothing on public holidays, and works on the Saturday that makes up for them", .migratedDatabase)
    func holidays() async throws {
        // All are due on 28 December, and but for one Saturday every day until then is off.
        try await SmallTown.with(households: 12, inspected: ["2024-12-28"]) { town in
            let off = (24...30).map { "2026-11-\($0)" } + (1...31).map { "2026-12-\(SmallTown.padded($0))" }
            for (name, days) in [
                ("calendar.days_off", off.joined(separator: ",")), ("calendar.workdays", "2026-12-19"),
            ] {
                let change = try SettingChange(name, to: days, from: try #require(CalendarDate("2026-11-24")))
                try await town.fixture.company.write("test") { try await change.store(as: UUID(), on: $0) }
            }
            let report = try #require(try await town.plan().first)
            #expect(report.verdict == .feasible && report.late == 0)
            let days = "SELECT DISTINCT planned_date FROM gasworks.campaign WHERE planned_date <= '2026-12-31'"
            #expect(try await town.fixture.sql(days) == "2026-12-19")
            let holiday = try #require(CalendarDate("2026-12-08"))
            await #expect(throws: GasworksError.noCrewOnDuty(district: nil, date: holiday)) {
                try await PlanDay.run(DayPlanRequest(date: holiday), in: town.fixture.company)
            }
        }
    }

    @Test("keeps the plan of one of two dispatchers, and tells the other who was first", .migratedDatabase)
    func conflict() async throws {
        try await SmallTown.with { town in
            let (aino, bo) = (try await SmallTown.colleague("Aino"), try await SmallTown.colleague("Bo"))
            defer {
                aino.close()
                bo.close()
            }
            var (kept, told) = (0, 0)
            // Two who start together nearly always overlap; should they not, they start together once more.
            for _ in 0..<20 where told == 0 {
                async let first = Self.outcome(in: aino)
                async let second = Self.outcome(in: bo)
                for outcome in try await [first, second] {
                    guard case .planConflict(let subject, let by, _) = outcome else {
                        #expect(outcome == nil)
                        kept += 1
                        continue
                    }
                    told += 1
                    #expect(subject.contains("A1"))
                    #expect(["Aino", "Bo"].contains(by))
                }
            }
            #expect(told == 1)
            #expect(try await town.fixture.sql("SELECT max(version) FROM gasworks.horizon_plan") == "\(kept)")
        }
    }

    @Test("proves a shortage, and saves nothing when told to insist", .migratedDatabase)
    func shortage() async throws {
        try await SmallTown.with(skills: "repair") { town in
            await #expect(throws: GasworksError.self) { try await town.plan(insists: true) }
            #expect(try await town.fixture.sql("SELECT count(*) FROM gasworks.horizon_plan") == "0")
            let report = try #require(try await town.plan().first)
            #expect(report.verdict == .infeasible)
            let proof = try #require(report.shortage)
            #expect(proof.capacityHours == 0)
            #expect(proof.obligations > 0)
            #expect(proof.shortHours == proof.neededHours)
            #expect(proof.leastExtraHours >= proof.shortHours)
            #expect(report.visits == 0)
        }
    }

    @Test("refuses a day in the past, a district that is not there, and a span out of order", .migratedDatabase)
    func refusals() async throws {
        try await SmallTown.with { town in
            let today = try #require(CalendarDate("2026-11-24"))
            for request in [
                HorizonRequest(from: today.adding(days: -1)), HorizonRequest(district: DistrictID("ZZ")),
                HorizonRequest(until: today.adding(days: -1)), HorizonRequest(until: today.adding(months: 61)),
            ] {
                await #expect(throws: GasworksError.self) {
                    try await PlanHorizon(request).run(in: town.fixture.company)
                }
            }
        }
    }

    private static func outcome(in database: GasworksDatabase) async throws -> GasworksError? {
        do {
            _ = try await PlanHorizon(HorizonRequest()).run(in: database)
            return nil
        } catch let error as GasworksError {
            return error
        }
    }
}
