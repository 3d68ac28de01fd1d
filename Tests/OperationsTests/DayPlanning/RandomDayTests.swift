import Archive
import GasService
import PostgresTesting
import Testing

@testable import Operations

@Suite("Random days")
struct RandomDayTests {
    @Test(
        "every plan holds before a validator that shares no code with the solver, and before the database",
        .migratedDatabase, arguments: UInt64(1)...8)
    func validated(seed: UInt64) async throws {
        let fixture = try await DayFixture.make()
        var days = RandomDays(seed: seed)
        try await days.fill(fixture)
        try await fixture.with { database in
            let request = DayPlanRequest(date: DayFixture.date, seed: seed)
            let snapshot = try await DaySnapshot.read(request, in: database)
            let day = DayInParts(snapshot)
            let whole = try await day.solve(seed: seed)
            #expect(whole.parts.count == 1)
            day.expectSound(whole)
            let decomposed = try await day.solve(seed: seed, largestWhole: 3)
            day.expectSound(decomposed)
            #expect(decomposed.parts.count > 1 || snapshot.heads.count == 1)
            #expect(try await day.solve(seed: seed, largestWhole: 3).parts.map(\.plan) == decomposed.parts.map(\.plan))
            // Saving asks the database's own check, which refuses an unsound plan.
            let saved = try await PlanDay.run(request, in: database)
            #expect(saved.map(\.version) == saved.map { _ in 1 })
            let overview = try await ReadRoutes.all(on: request.date, draft: true, in: database)
            try await expectSound(overview, snapshot, fixture)
        }
    }

    /// What a dispatcher counts on, worked out from the routes as they are shown.
    private func expectSound(_ overview: DayOverview, _ snapshot: DaySnapshot, _ fixture: DayFixture) async throws {
        let jobs = overview.routes.flatMap { route in
            route.stops.flatMap { stop in stop.jobs.map { (route, stop, $0) } }
        }
        let accounts = jobs.compactMap(\.2.account)
        #expect(Set(accounts).count == accounts.count, "a household is visited once")
        let candidates = Dictionary(uniqueKeysWithValues: snapshot.candidates.map { ($0.account, $0) })
        let left = Set(overview.plans.flatMap { $0.summary?.unassigned.map(\.accountNo) ?? [] })
        let zone = snapshot.clock.zone
        for (route, _, job) in jobs {
            let candidate = try #require(job.account.flatMap { candidates[$0] })
            #expect(!left.contains(candidate.account))
            #expect(route.district.isCompany || route.district == job.district)
            let certified = snapshot.crews.first { $0.crew == route.crew }
            #expect(certified?.skills.contains("inspection") == true && certified?.isAbsent == false)
            if let agreed = candidate.appointment {
                #expect(job.arrival >= agreed.from && job.arrival <= agreed.until)
            } else if let last = candidate.attempts.last {
                let slot = SlotKind(
                    date: DayFixture.date, time: zone.minute(of: job.arrival),
                    eveningBegins: try #require(LocalMinute("18:00")))
                #expect(slot != last.slot && last.date.weekday != DayFixture.date.weekday)
            }
            let hours = (zone.minute(of: job.arrival), zone.minute(of: job.departure))
            if candidate.appointment == nil {
                #expect(hours.0.minutes >= 480 && hours.1.minutes <= 1260, "nobody is visited at night")
            }
        }
        // Whoever was told of the day is in a route, or is listed with what keeps it out.
        for candidate in snapshot.candidates where candidate.campaignDate == DayFixture.date {
            #expect(accounts.contains(candidate.account) || left.contains(candidate.account))
        }
        let faults = try await fixture.sql(
            """
            SELECT f.* FROM gasworks.day_head AS h,
                 gasworks.day_plan_faults(h.district_id, h.plan_date, h.latest_version) AS f
            """)
        #expect(faults == "")
    }
}
