import Archive
import EmbeddedPostgres
import Foundation
import GasService
import Operations
import PostgresTesting
import Testing

@Suite("Starting and closing jobs")
struct CloseJobTests {
    private let date = DayFixture.date
    private let morning = "2026-11-25T08:00:00Z"

    /// A published day of one crew with one building, and its jobs.
    private func published(
        households: Int = 4, deadline: String = "2026-12-31"
    ) async throws -> (DayFixture, [DayRouteRow]) {
        let fixture = try await DayFixture.make()
        try await fixture.district("A1")
        try await fixture.building("A1", 1, households: households, campaign: "2026-11-25", deadline: deadline)
        try await fixture.crew("A1-I1", of: "A1")
        let jobs = try await fixture.with { database in
            _ = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            _ = try await PublishDay.run(date, in: database)
            return try await ReadRoutes.one(of: try #require(CrewID("A1-I1")), on: date, in: database)
                .stops.flatMap(\.jobs)
        }
        return (fixture, jobs)
    }

    @Test("a passed inspection within two months of the deadline keeps the anniversary", .migratedDatabase)
    func anniversary() async throws {
        let (fixture, jobs) = try await published()
        let outcome = try await fixture.with(at: morning) {
            try await CloseJob(job: jobs[0].job, result: .passed).run(in: $0)
        }
        #expect(outcome.answer.nextDeadline == day("2028-12-31"))
        #expect(outcome.answer.completed == true && outcome.answer.attemptNo == nil)
        let open = try await fixture.sql(
            """
            SELECT obligation_no, deadline, deemed_date, basis_date FROM gasworks.inspection_obligation
            WHERE account_no = '\(try #require(jobs[0].account))' AND state = 'open'
            """)
        #expect(open == "2|2028-12-31|2026-12-31|2026-11-25")
    }

    @Test("a household with a cycle of its own gets its next deadline by it", .migratedDatabase)
    func ownCycle() async throws {
        let (fixture, jobs) = try await published()
        _ = try await fixture.sql("UPDATE gasworks.household SET cycle_months = 6")
        let outcome = try await fixture.with(at: morning) {
            try await CloseJob(job: jobs[0].job, result: .passed).run(in: $0)
        }
        #expect(outcome.answer.nextDeadline == day("2027-06-30"))
    }

    @Test("a repeat of a command answers the same and changes nothing; its id serves no other job", .migratedDatabase)
    func repeated() async throws {
        let (fixture, jobs) = try await published()
        let id = UUID()
        try await fixture.with(at: morning) { database in
            let closing = CloseJob(
                job: jobs[0].job, result: .hazard, items: [ChecklistAnswer("leak=30 ppm")].compactMap(\.self),
                command: id)
            let first = try await closing.run(in: database)
            let before = try await fixture.sql("SELECT count(*) FROM gasworks.archive_event")
            #expect(try await closing.run(in: database).answer == first.answer)
            #expect(try await fixture.sql("SELECT count(*) FROM gasworks.archive_event") == before)
            #expect(first.gravest?.gasOffAtOnce == true)
            await #expect(throws: GasworksError.commandIDReused(id: id.uuidString.lowercased())) {
                try await CloseJob(job: jobs[1].job, result: .noAccess, command: id).run(in: database)
            }
            await #expect(
                throws: GasworksError.illegalJobState(job: jobs[0].job, state: "closed", wanted: "closed")
            ) {
                try await CloseJob(job: jobs[0].job, result: .passed).run(in: database)
            }
        }
    }

    @Test(
        "no access leaves the obligation open and is counted; a refusal is not an attempt without access",
        .migratedDatabase)
    func attempts() async throws {
        let (fixture, jobs) = try await published()
        try await fixture.with(at: morning) { database in
            let none = try await CloseJob(job: jobs[0].job, result: .noAccess).run(in: database)
            #expect(none.answer.attemptNo == 1 && none.answer.nextDeadline == nil)
            let refused = try await CloseJob(job: jobs[1].job, result: .refused).run(in: database)
            #expect(refused.answer.attemptNo == nil && refused.answer.completed == false)
        }
        // The revisit of an evening: another kind of slot, so it counts.
        try await fixture.crew("R3", of: "-", shift: 960..<1440)
        let later = day("2026-12-08")
        let revisit = try await fixture.with(at: "2026-12-08T06:00:00Z") { database in
            _ = try await PlanDay.run(DayPlanRequest(date: later), in: database)
            _ = try await PublishDay.run(later, in: database)
            return try await ReadRoutes.one(of: try #require(CrewID("R3")), on: later, in: database)
        }
        let job = try #require(revisit.stops.flatMap(\.jobs).first { $0.account == jobs[0].account })
        let second = try await fixture.with(at: "2026-12-08T17:00:00Z") {
            try await CloseJob(job: job.job, result: .noAccess).run(in: $0)
        }
        #expect(second.answer.attemptNo == 2)
        let chain = try await fixture.sql("SELECT * FROM gasworks.verify_chains('A1')")
        #expect(chain == "")
    }

    @Test("findings and result must agree, and an item must be one of the checklist", .migratedDatabase)
    func findings() async throws {
        let (fixture, jobs) = try await published()
        try await fixture.with(at: morning) { database in
            await #expect(throws: GasworksError.self) {
                try await CloseJob(job: jobs[0].job, result: .hazard).run(in: database)
            }
            let unknown = [ChecklistAnswer("nonsense")].compactMap(\.self)
            await #expect(throws: GasworksError.self) {
                try await CloseJob(job: jobs[0].job, result: .hazard, items: unknown).run(in: database)
            }
            let reading = [ChecklistAnswer("meter_reading=1204.5")].compactMap(\.self)
            let passed = try await CloseJob(job: jobs[0].job, result: .passed, items: reading).run(in: database)
            #expect(passed.gravest == nil)
        }
        let stored = try await fixture.sql("SELECT item, grade, reading FROM gasworks.visit_finding")
        #expect(stored == "meter_reading||1204.5")
    }

    @Test("a visit has no use for a day of revisit, nor for a notice's result, and stays open", .migratedDatabase)
    func uselessOptions() async throws {
        let (fixture, jobs) = try await published(households: 1)
        let job = jobs[0].job
        try await fixture.with(at: morning) { database in
            await #expect(
                throws: GasworksError.invalidValue(
                    name: "--revisit", value: "2026-12-01", expected: "only_for_restoration")
            ) {
                try await JobReport(of: job, outcome: .noAccess, revisit: day("2026-12-01")).close(in: database)
            }
            await #expect(
                throws: GasworksError.invalidValue(name: "--result", value: "posted", expected: "result_of_visit")
            ) {
                try await JobReport(of: job, outcome: .posted).close(in: database)
            }
            let closed = try await JobReport(of: job, outcome: .noAccess, note: "dog").close(in: database)
            guard case .visit(let outcome) = closed else {
                Issue.record("\(closed)")
                return
            }
            #expect(outcome.answer.attemptNo == 1)
        }
    }

    @Test("a crew's login sees and closes its own jobs of today, and nobody else's", .migratedDatabase)
    func ownJobsOnly() async throws {
        let (fixture, jobs) = try await published()
        try await fixture.crew("A1-I2", of: "A1")
        _ = try await fixture.sql("INSERT INTO gasworks.staff_login VALUES ('gasworks_crew', 'A1-I1')")
        let mine = try #require(CrewID("A1-I1"))
        let theirs = try #require(CrewID("A1-I2"))
        try await fixture.with(.crew, at: morning) { database in
            #expect(try await ReadRoutes.one(of: mine, on: date, in: database).jobCount == 4)
            await #expect(throws: GasworksError.roleRefused(action: "route show")) {
                try await ReadRoutes.one(of: theirs, on: date, in: database)
            }
            await #expect(throws: GasworksError.roleRefused(action: "route show")) {
                try await ReadRoutes.one(of: mine, on: date, draft: true, in: database)
            }
            let outcome = try await CloseJob(job: jobs[0].job, result: .passed).run(in: database)
            #expect(outcome.answer.nextDeadline != nil)
            await #expect(throws: GasworksError.self) {
                try await PlanDay.run(DayPlanRequest(date: date), in: database)
            }
        }
        _ = try await fixture.sql("UPDATE gasworks.staff_login SET crew_id = 'A1-I2'")
        try await fixture.with(.crew, at: morning) { database in
            await #expect(throws: GasworksError.jobOfAnotherCrew(job: jobs[1].job, crew: mine)) {
                try await CloseJob(job: jobs[1].job, result: .passed).run(in: database)
            }
            await #expect(throws: GasworksError.jobOfAnotherCrew(job: jobs[1].job, crew: mine)) {
                try await database.read { try await JobSheet.read(jobs[1].job, by: $0) }
            }
        }
        _ = try await fixture.with(.crew, at: "2026-11-26T08:00:00Z") { database in
            await #expect(throws: GasworksError.self) { try await ReadRoutes.one(of: theirs, on: date, in: database) }
        }
    }
}
