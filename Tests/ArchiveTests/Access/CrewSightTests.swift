import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

struct CrewSightTests {
    @Test(.gasworks) func `a crew sees the households of its own published route, on that day only`() async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        let households = "SELECT coalesce(string_agg(account_no, ' ' ORDER BY account_no), '') FROM household"
        let seen = try await crew.queryOne(PostgresQuery(unsafeSQL: households), as: (String.self))
        #expect(seen == "H01 H02 H03 H04 H05 H06 H07 H08 H09 H10")
        let masked = try await crew.queryOne("SELECT count(*) FROM household_masked", as: (Int.self))
        let jobs = try await crew.queryOne("SELECT count(*) FROM job", as: (Int.self))
        let stops = try await crew.queryOne("SELECT count(*) FROM published_route", as: (Int.self))
        #expect((masked, jobs, stops) == (10, 10, 10))
        for otherDay in ["2026-11-24T06:00:00Z", "2026-11-25T22:30:00Z"] {
            let later = try await session(as: .crew, at: otherDay)
            let nothing = try await later.queryOne(PostgresQuery(unsafeSQL: households), as: (String.self))
            #expect(nothing == "", "\(otherDay)")
            let found = try await later.query("SELECT * FROM search_households('Street', 10)")
            #expect(found.isEmpty)
        }
    }

    @Test(.gasworks) func `a crew can neither work on another's job nor open another household's data`() async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        let others = try await SmallCity.job(of: "H11")
        let start = await refusal {
            try await crew.execute("SELECT start_job(gen_random_uuid(), 'A1', \(others), present())")
        }
        #expect(start?.message == "job_of_another_crew")
        let close = await refusal { _ = try await Closing(job: others).report(on: crew) }
        #expect(close?.message == "job_of_another_crew")
        let look = await refusal { try await crew.execute("SELECT * FROM household_private('H11', 'visit')") }
        #expect(look?.message == "role_refused")
        let own = try await crew.queryOne(
            "SELECT phone FROM household_private('H01', 'visit')", as: (String.self))
        #expect(own == "+358 40 1")
        let events = try await TestDatabase.current.sql(
            "SELECT kind, payload FROM gasworks.archive_event WHERE account_no = 'H01' ORDER BY seq DESC LIMIT 1")
        #expect(events == #"private_data_viewed|{"purpose" : "visit"}"#)
    }

    @Test(.gasworks) func `a login that is no crew's sees nothing`() async throws {
        try await SmallCity.found()
        try await TestDatabase.current.sql("DELETE FROM gasworks.staff_login")
        let crew = try await session(as: .crew)
        let seen = try await crew.queryOne("SELECT count(*) FROM household", as: (Int.self))
        #expect(seen == 0)
    }
}
