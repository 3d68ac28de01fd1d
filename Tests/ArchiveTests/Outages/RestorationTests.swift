import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// How gas comes back: checked, confirmed by building, each household lit or sealed with a day of revisit.
struct RestorationTests {
    @Test(.gasworks) func `nobody is lit before the building's leak check, and homes not at night`() async throws {
        let (desk, outage) = try await withoutGas()
        #expect(try await restore(desk, outage, "T01", at: "2026-12-05T12:00Z")?.message == "illegal_outage_state")
        try await desk.ask("SELECT begin_restoration(gen_random_uuid(), \(outage), '2026-12-05T11:00Z')")
        #expect(try await restore(desk, outage, "T01", at: "2026-12-05T12:00Z")?.message == "building_not_confirmed")
        let tooEarly = await refusal {
            try await desk.ask("SELECT confirm_building(gen_random_uuid(), \(outage), 'A1', 'B2', '2026-12-05T10:59Z')")
        }
        #expect(tooEarly?.message == "invalid_value" && tooEarly?.detail?.contains("2026-12-05T11:00") == true)
        try await desk.ask("SELECT confirm_building(gen_random_uuid(), \(outage), 'A1', 'B2', '2026-12-05T12:30Z')")
        #expect(try await restore(desk, outage, "T05", at: "2026-12-05T12:00Z")?.message == "building_not_confirmed")
        // 22:00 and 05:59 in Helsinki; a plant may be lit at night.
        try await desk.play("2026-12-06T04:00Z")
        #expect(try await restore(desk, outage, "T05", at: "2026-12-05T20:00Z")?.message == "residential_at_night")
        #expect(try await restore(desk, outage, "T05", at: "2026-12-06T03:59Z")?.message == "residential_at_night")
        #expect(try await restore(desk, outage, "T07", at: "2026-12-05T20:00Z") == nil)
        #expect(try await restore(desk, outage, "T05", at: "2026-12-06T04:00Z") == nil)
        #expect(try await restore(desk, outage, "T05", at: "2026-12-06T04:00Z")?.message == "illegal_restoration")
        #expect(try await restore(desk, outage, "T09", at: "2026-12-06T04:00Z")?.message == "not_affected")
        #expect(
            try await restore(desk, outage, "T06", state: "sealed", at: "2026-12-06T04:00Z")?.message
                == "revisit_missing")
    }

    @Test(.gasworks) func `an outage closes when each is lit or sealed, and who is sealed stays listed until lit`()
        async throws
    {
        let (desk, outage) = try await withoutGas()
        try await desk.play("2026-12-05T12:00Z")
        try await desk.ask("SELECT begin_restoration(gen_random_uuid(), \(outage), present())")
        for building in ["B1", "B2"] {
            try await desk.ask("SELECT confirm_building(gen_random_uuid(), \(outage), 'A1', '\(building)', present())")
        }
        for account in OutageTown.accounts.prefix(7) {
            #expect(try await restore(desk, outage, account, at: "2026-12-05T12:00Z") == nil)
        }
        let close = "SELECT close_outage(gen_random_uuid(), \(outage))"
        let refused = await refusal { try await desk.ask(close) }
        #expect(refused?.message == "households_unaccounted")
        #expect(refused?.detail?.contains("T08") == true)
        #expect(
            try await restore(
                desk, outage, "T08", state: "sealed", revisit: "2026-12-07", at: "2026-12-05T12:00Z") == nil)
        try await desk.ask(close)
        let due = try await desk.ask("SELECT string_agg(kind || account_no, ' ') FROM outage_work('A1', '2026-12-07')")
        #expect(due == "restorationT08")
        try await desk.play("2026-12-07T10:00Z")
        #expect(try await restore(desk, outage, "T08", at: "2026-12-07T10:00Z") == nil)
        #expect(try await desk.ask("SELECT count(*)::text FROM outage_work('A1', '2026-12-07')") == "0")
        let events = try await TestDatabase.current.sql(
            """
            SELECT string_agg(kind, ' ' ORDER BY seq) FROM gasworks.archive_event
            WHERE account_no = 'T08' AND kind IN ('gas_interrupted', 'meter_sealed', 'gas_restored')
            """)
        #expect(events == "gas_interrupted meter_sealed gas_restored")
        #expect(try await OutageTown.faults().isEmpty)
    }

    @Test(.gasworks) func `works that take longer are told again before the announced end`() async throws {
        let (desk, outage) = try await withoutGas()
        let early = await refusal {
            try await desk.ask(
                "SELECT reschedule_outage(gen_random_uuid(), \(outage), '2026-12-05T06:00Z', '2026-12-05T18:00Z', NULL)"
            )
        }
        #expect(early?.message == "only_the_end_moves")
        try await desk.ask(
            "SELECT reschedule_outage(gen_random_uuid(), \(outage), '2026-12-05T07:00Z', '2026-12-05T18:00Z', NULL)")
        #expect(try await desk.state(outage) == "in_progress")
        let told = try await desk.ask(
            "SELECT string_agg(DISTINCT purpose || urgent, ' ') FROM notice WHERE state = 'queued'")
        #expect(told == "extensiontrue")
    }

    @Test(.gasworks) func `a crew that comes again lights the household, or seals it until another day`() async throws {
        let (desk, outage) = try await withoutGas()
        try await TestDatabase.current.sql(
            """
            INSERT INTO gasworks.crew VALUES ('R1', 'A1', 'Repair', 60.17, 24.94, 480, 1020, true);
            INSERT INTO gasworks.certificate (crew_id, skill) VALUES ('R1', 'inspection');
            """)
        try await desk.ask("SELECT begin_restoration(gen_random_uuid(), \(outage), present())")
        try await desk.ask("SELECT confirm_building(gen_random_uuid(), \(outage), 'A1', 'B2', present())")
        #expect(
            try await restore(
                desk, outage, "T08", state: "sealed", revisit: "2026-12-07", at: "2026-12-05T13:00Z") == nil)
        try await desk.play("2026-12-07T10:00Z")
        try await close(revisitOf: "T08", "no_access", again: "'2026-12-09'", at: desk)
        #expect(
            try await desk.ask("SELECT state || ' ' || revisit_on FROM outage_household WHERE account_no = 'T08'")
                == "sealed 2026-12-09")
        try await desk.play("2026-12-09T10:00Z")
        try await close(revisitOf: "T08", "lit", again: "NULL", at: desk)
        #expect(try await desk.ask("SELECT state FROM outage_household WHERE account_no = 'T08'") == "lit")
        #expect(try await OutageTown.faults().isEmpty)
    }

    /// Plans a revisit for the crew R1 and closes its job with a result.
    private func close(revisitOf account: String, _ result: String, again: String, at desk: OutageDesk) async throws {
        let job = try await TestDatabase.current.sql(
            """
            INSERT INTO gasworks.job (district_id, kind, account_no, plan_date, crew_id, state, made_at)
            VALUES ('A1', 'restoration', '\(account)', '2026-12-07', 'R1', 'planned', now()) RETURNING job_no
            """)
        try await desk.ask(
            "SELECT close_outage_job(gen_random_uuid(), 'A1', \(job), '\(result)', present(), \(again))")
    }

    /// Restores one household; the refusal, or nil.
    private func restore(
        _ desk: OutageDesk, _ outage: Int, _ account: String, state: String = "lit", revisit: String? = nil, at: String
    ) async throws -> ServerError? {
        let day = revisit.map { "\"\($0)\"" } ?? "null"
        do {
            try await desk.ask(
                """
                SELECT restore_households(gen_random_uuid(), \(outage), '\(OutageTown.district(of: account))',
                    '[{"account_no": "\(account)", "state": "\(state)", "revisit_on": \(day)}]', '\(at)')
                """)
            return nil
        } catch let error as PostgresError {
            return error.server
        }
    }

    /// A town whose MAIN is closed since 2026-12-05 07:00 UTC; now is an hour later.
    private func withoutGas() async throws -> (OutageDesk, Int) {
        try await OutageTown.found()
        let desk = try await OutageDesk.open()
        let outage = try await desk.announce()
        try await desk.deliverAll(outage, at: "2026-11-25T08:00:00Z")
        try await desk.play("2026-12-05T07:00:00Z")
        try await desk.start(outage)
        try await desk.play("2026-12-05T13:00:00Z")
        return (desk, outage)
    }
}
