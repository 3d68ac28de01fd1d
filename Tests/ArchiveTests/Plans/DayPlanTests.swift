import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

struct DayPlanTests {
    @Test(.gasworks) func `of two dispatchers who plan the same day, one is told who was first and when`() async throws
    {
        try await SmallCity.found()
        let first = try await session(as: .dispatcher, at: "2026-11-25T05:00:00Z", for: "Aino")
        let second = try await session(as: .dispatcher, for: "Väinö")
        try await first.simpleQuery(unsafeSQL: SmallCity.plan(version: 1, first: "C2", second: "C1", id: 20))
        let refused = await refusal {
            try await second.simpleQuery(unsafeSQL: SmallCity.plan(version: 1, first: "C1", second: "C2", id: 21))
        }
        #expect(refused?.sqlState == "GW002")
        #expect(refused?.detail?.contains(#""by" : "Aino""#) == true)
        #expect(refused?.detail?.contains("2026-11-25T05:00:00.000000Z") == true)
        let stale = await refusal { try await second.simpleQuery(unsafeSQL: SmallCity.publish(version: 1, id: 22)) }
        #expect(stale?.message == "plan_conflict")
    }

    @Test(.gasworks) func `what a crew has begun stays with it when the day is planned anew`() async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        let (begun, done) = (try await SmallCity.job(of: "H01"), try await SmallCity.job(of: "H02"))
        try await crew.execute("SELECT start_job(gen_random_uuid(), 'A1', \(begun), present())")
        _ = try await Closing(job: done).report(on: crew)
        let dispatcher = try await session(as: .dispatcher)
        try await dispatcher.simpleQuery(unsafeSQL: SmallCity.plan(version: 1, first: "C2", second: "C1", id: 30))
        try await dispatcher.simpleQuery(unsafeSQL: SmallCity.publish(version: 2, id: 31))
        let kept = try await dispatcher.query(
            """
            SELECT account_no || ' ' || crew_id || ' ' || state || ' ' || (sequence <= 0) FROM published_route
            WHERE account_no IN ('H01', 'H02', 'H03') AND crew_id = 'C1' ORDER BY account_no
            """, as: (String.self))
        #expect(kept == ["H01 C1 started true", "H02 C1 closed true"])
        // H02 had been closed already when the new plan asked for it once more: that is another job, for the other crew.
        let moved = try await dispatcher.queryOne(
            "SELECT crew_id FROM published_route WHERE account_no = 'H03'", as: (String.self))
        #expect(moved == "C2")
    }

    @Test(.gasworks) func `jobs that left the plan are withdrawn when it is published, not before`() async throws {
        try await SmallCity.found()
        let dispatcher = try await session(as: .dispatcher)
        try await dispatcher.simpleQuery(
            unsafeSQL: """
                SELECT save_day_plan(gen_random_uuid(), 'A1', '2026-11-25', 1, '{"routes": []}')
                """)
        let states = "SELECT string_agg(DISTINCT state, ' ') FROM job"
        #expect(try await dispatcher.queryOne(PostgresQuery(unsafeSQL: states), as: (String.self)) == "planned")
        try await dispatcher.simpleQuery(unsafeSQL: SmallCity.publish(version: 2, id: 40))
        #expect(try await dispatcher.queryOne(PostgresQuery(unsafeSQL: states), as: (String.self)) == "withdrawn")
    }

    @Test(.gasworks) func `a crew without a certificate, or away, is not published`() async throws {
        try await SmallCity.found()
        let administrator = try await session(as: .administrator)
        try await administrator.simpleQuery(unsafeSQL: SmallCity.plan(version: 1, first: "C1", second: "C2", id: 50))
        try await administrator.execute(
            "SELECT record_absence(gen_random_uuid(), 'C2', '2026-11-25', '2026-11-25', 'ill')")
        let away = await refusal {
            try await administrator.simpleQuery(unsafeSQL: SmallCity.publish(version: 2, id: 51))
        }
        #expect(away?.message == "crew_absent")
        try await administrator.execute("SELECT certify_crew(gen_random_uuid(), 'C1', 'inspection', '2026-11-24')")
        let expired = await refusal {
            try await administrator.simpleQuery(unsafeSQL: SmallCity.publish(version: 2, id: 52))
        }
        #expect(expired?.message == "missing_certificate")
        let absence = try await TestDatabase.current.sql(
            "SELECT payload FROM gasworks.archive_event WHERE kind = 'crew_absent'")
        #expect(!absence.contains("ill"))
    }
}
