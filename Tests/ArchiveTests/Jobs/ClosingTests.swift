import EmbeddedPostgres
import Foundation
import PostgresClient
import PostgresTesting
import Testing

struct ClosingTests {
    @Test(.gasworks) func `a repeated close answers the same and happens once`() async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        let closing = Closing(job: try await SmallCity.job(of: "H01"))
        let first = try await closing.report(on: crew)
        #expect(try await closing.report(on: crew) == first)
        let stored = try await TestDatabase.current.sql(
            """
            SELECT (SELECT count(*) FROM gasworks.inspection_visit),
                   (SELECT count(*) FROM gasworks.archive_event WHERE kind = 'visit_closed'),
                   (SELECT string_agg(state || ' ' || deadline, ', ' ORDER BY obligation_no)
                    FROM gasworks.inspection_obligation WHERE account_no = 'H01'),
                   (SELECT last_inspected FROM gasworks.household WHERE account_no = 'H01')
            """)
        #expect(stored == "1|1|fulfilled 2027-01-10, open 2029-01-10|2026-11-25")
        #expect(try await SmallCity.faults().isEmpty)
    }

    @Test(.gasworks) func `one id is not taken for two commands`() async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        let closing = Closing(job: try await SmallCity.job(of: "H01"))
        _ = try await closing.report(on: crew)
        let other = Closing(command: closing.command, job: try await SmallCity.job(of: "H02"))
        let refused = await refusal { _ = try await other.report(on: crew) }
        #expect(refused?.message == "command_id_reused")
    }

    @Test(
        .gasworks,
        arguments: [
            ("deadline beyond the rule", Closing(job: 0, deadline: "2029-01-11"), "deadline_beyond_rule"),
            (
                "deadline counted from nowhere", Closing(job: 0, deadline: "2029-01-01", deemed: "2027-01-01"),
                "deemed_date_wrong"
            ),
            ("no next obligation", Closing(job: 0, deadline: nil), "next_obligation_missing"),
            ("tomorrow", Closing(job: 0, at: "2026-11-26T07:00:00Z"), "occurred_in_future"),
            ("a hazard without a finding", Closing(job: 0, result: "hazard"), "findings_against_result"),
            (
                "a pass with a finding", Closing(job: 0, findings: #"[{"item": "leak", "grade": "I"}]"#),
                "findings_against_result"
            ),
            ("a repair of no fault", Closing(job: 0, result: "repaired"), "invalid_value"),
        ])
    func `a close that breaks a rule is refused and changes nothing`(
        name: String, closing: Closing, code: String
    ) async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        var closing = closing
        closing.job = try await SmallCity.job(of: "H01")
        let refused = await refusal { _ = try await closing.report(on: crew) }
        #expect(refused?.message == code, "\(name)")
        let left = try await TestDatabase.current.sql(
            """
            SELECT (SELECT state FROM gasworks.job WHERE account_no = 'H01'), (SELECT count(*) FROM gasworks.inspection_visit)
            """)
        #expect(left == "planned|0")
    }

    @Test(.gasworks) func `a closed job can be neither started nor closed again`() async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        let job = try await SmallCity.job(of: "H01")
        _ = try await Closing(job: job).report(on: crew)
        let start = await refusal {
            try await crew.execute("SELECT start_job(gen_random_uuid(), 'A1', \(job), present())")
        }
        let close = await refusal { _ = try await Closing(job: job).report(on: crew) }
        #expect(start?.message == "illegal_state_change")
        #expect(close?.message == "illegal_state_change")
        #expect(close?.sqlState == "GW001")
    }

    @Test(.gasworks) func `an expired certificate ends the work on the day after`() async throws {
        try await SmallCity.found()
        let administrator = try await session(as: .administrator)
        try await administrator.execute("SELECT certify_crew(gen_random_uuid(), 'C1', 'inspection', '2026-11-24')")
        let crew = try await session(as: .crew)
        let job = try await SmallCity.job(of: "H01")
        let refused = await refusal { _ = try await Closing(job: job).report(on: crew) }
        #expect(refused?.message == "missing_certificate")
    }

    @Test(.gasworks) func `no access leaves the obligation open and counts once for each kind of slot`() async throws {
        try await SmallCity.found()
        let dispatcher = try await session(as: .dispatcher)
        var attempts: [String] = []
        for (version, slot) in ["weekday_daytime", "weekday_daytime", "evening"].enumerated() {
            if version > 0 {
                try await dispatcher.simpleQuery(
                    unsafeSQL: SmallCity.plan(version: version, first: "C1", second: "C2", id: 10 + version))
                try await dispatcher.simpleQuery(
                    unsafeSQL: SmallCity.publish(version: version + 1, id: 10 + version))
            }
            let job = try await TestDatabase.current.sql(
                "SELECT job_no FROM gasworks.job WHERE account_no = 'H01' AND state = 'planned'")
            _ = try await Closing.noAccess(try #require(Int64(job)), slot: slot).report(on: dispatcher)
            attempts.append(
                try await TestDatabase.current.sql(
                    "SELECT coalesce(attempt_no::text, 'none') FROM gasworks.inspection_visit ORDER BY visit_no DESC LIMIT 1"
                ))
        }
        #expect(attempts == ["1", "none", "2"])
        let state = try await TestDatabase.current.sql(
            "SELECT state, deadline FROM gasworks.inspection_obligation WHERE account_no = 'H01'")
        #expect(state == "open|2027-01-10")
    }
}
