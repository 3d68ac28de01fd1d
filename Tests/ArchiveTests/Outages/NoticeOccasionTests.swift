import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// What an outage has to say as it goes on: each household is told what it needs to know then, and once.
struct NoticeOccasionTests {
    @Test(.gasworks) func `who may have been told of an outage is told of its cancellation`() async throws {
        let desk = try await announced()
        // T01's and T02's were tried and put back, for the gateway's answer did not come; a worker holds T03's.
        try await settle(desk, "retry", limit: 2)
        try await desk.play("2026-11-25T08:01:00Z")
        try await desk.ask("SELECT count(*)::text FROM lease_notices('w', ARRAY['sms'], 1, 60)")
        let held = try await desk.ask(
            """
            SELECT string_agg(account_no || ' ' || state, ', ' ORDER BY account_no) FROM notice
            WHERE first_leased_at IS NOT NULL
            """)
        #expect(held == "T01 queued, T02 queued, T03 leased")
        try await desk.ask("SELECT cancel_outage(gen_random_uuid(), 1, 'weather')")
        #expect(try await queued(desk) == "T01 cancellation sms, T02 cancellation sms, T03 cancellation sms")
    }

    @Test(.gasworks) func `what fell silent by the patience of its day is followed, however patient one is since`()
        async throws
    {
        let desk = try await announced()
        try await desk.change("T01", "email", to: "t1@example.org")
        try await settle(desk, "sent", limit: 1)
        try await desk.play("2026-11-25T11:59:00Z")
        try await desk.ask("SELECT set_setting(gen_random_uuid(), '-', 'notices.receipt_hours', '2026-11-25', '24')")
        #expect(try await notices(desk, of: "T01") == "announcement sms sent")
        try await desk.play("2026-11-25T12:00:00Z")
        try await desk.ask("SELECT count(*)::text FROM lease_notices('w', ARRAY['email'], 1, 60)")
        #expect(try await notices(desk, of: "T01") == "announcement sms sent, announcement email queued")
    }

    @Test(.gasworks) func `terms that wait for the decision about an overlap are told nobody`() async throws {
        let desk = try await announced()
        try await settle(desk, "sent", limit: 1)
        _ = try await desk.declare(["RISER1"], from: "2026-12-07T07:00Z", until: "2026-12-07T15:00Z")
        try await desk.ask(
            "SELECT reschedule_outage(gen_random_uuid(), 1, '2026-12-07T07:00Z', '2026-12-07T15:00Z', NULL)")
        #expect(try await desk.state(1) == "declared")
        try await desk.ask(
            """
            SELECT record_receipts((SELECT json_agg(json_build_object('line', 1, 'notice', district_id || '-' || notice_no,
                'outcome', 'failed', 'occurred_at', archive_instant(present()))) FROM notice WHERE state = 'sent'), 'file')
            """)
        #expect(try await queued(desk).isEmpty)
    }

    @Test(.gasworks) func `who joins while gas comes back is told of that, and of nothing that is over`() async throws {
        let desk = try await announced()
        try await desk.deliverAll(1, at: "2026-11-25T08:00:00Z")
        try await desk.play("2026-12-05T07:00:00Z")
        try await desk.start(1)
        try await desk.play("2026-12-05T11:00:00Z")
        try await desk.ask("SELECT begin_restoration(gen_random_uuid(), 1, present())")
        try await desk.deliverAll(1, at: "2026-12-05T11:00:00Z")
        #expect(try await queued(desk).isEmpty)
        try await desk.change("T09", "node_id", to: "RISER1")
        #expect(try await queued(desk) == "T09 restoration sms")
    }

    @Test(.gasworks) func `who is told of an extension is not told the same terms as well`() async throws {
        try await OutageTown.found()
        let desk = try await OutageDesk.open(at: "2026-11-25T08:00:00Z")
        let outage = try await desk.declare(
            ["RISER1"], from: "2026-11-25T08:00Z", until: "2026-11-25T12:00Z", emergency: true)
        try await desk.start(outage)
        try await desk.ask(
            """
            SELECT reschedule_outage(gen_random_uuid(), \(outage), '2026-11-25T08:00Z', '2026-11-25T16:00Z', NULL)
            """)
        try await desk.ask("SELECT refresh_outage(\(outage))::text")
        // Nobody can write to T04: a crew brings it the terms.
        #expect(
            try await queued(desk)
                == "T01 extension sms, T02 extension sms, T03 extension sms, T04 announcement hand")
        try await desk.deliverAll(outage, at: "2026-11-25T08:01:00Z")
        try await desk.ask("SELECT refresh_outage(\(outage))::text")
        #expect(try await queued(desk).isEmpty)
    }

    @Test(.gasworks) func `a visit settles what was announced by then, and nothing that came later`() async throws {
        let desk = try await announced()
        let job = try await TestDatabase.current.sql(
            """
            INSERT INTO gasworks.crew VALUES ('R1', 'A1', 'Repair', 60.17, 24.94, 480, 1020, true);
            INSERT INTO gasworks.job (district_id, kind, account_no, plan_date, crew_id, state, made_at)
            VALUES ('A1', 'notice', 'T04', '2026-11-25', 'R1', 'planned', now()) RETURNING job_no
            """)
        try await desk.play("2026-11-25T09:00:00Z")
        let later = try await desk.announce(["RISER1"], from: "2026-12-20T07:00Z", until: "2026-12-20T15:00Z")
        try await desk.play("2026-11-25T10:00:00Z")
        // The crew was there before the second outage was announced, and reports now.
        try await desk.ask(
            "SELECT close_outage_job(gen_random_uuid(), 'A1', \(job), 'delivered', '2026-11-25T08:30Z', NULL)")
        #expect(try await notices(desk, of: "T04") == "announcement hand confirmed, announcement hand queued")
        let waiting = try await desk.ask(
            "SELECT outage_no::text FROM notice WHERE account_no = 'T04' AND state = 'queued'")
        #expect(waiting == "\(later)")
        #expect(try await desk.ask("SELECT result FROM job WHERE job_no = \(job)") == "delivered")
    }

    @Test(.gasworks) func `another telephone asks for another telling of that household, and a meter for none`()
        async throws
    {
        let desk = try await announced()
        try await desk.deliverAll(1, at: "2026-11-25T08:00:00Z")
        // As if a refresh had been missed: only what concerns T01 is brought up to date with its number.
        try await TestDatabase.current.sql("UPDATE gasworks.household SET phone = '+358 50 2' WHERE account_no = 'T02'")
        try await desk.change("T01", "meter_no", to: "M-1")
        #expect(try await queued(desk).isEmpty)
        try await desk.change("T01", "phone", to: "+358 50 1")
        #expect(try await queued(desk) == "T01 announcement sms")
    }

    /// What waits to be sent, by household.
    private func queued(_ desk: OutageDesk) async throws -> String {
        try await desk.ask(
            """
            SELECT string_agg(account_no || ' ' || purpose || ' ' || channel, ', ' ORDER BY account_no, notice_no)
            FROM notice WHERE state = 'queued'
            """)
    }

    /// A household's notices, in the order in which they were queued.
    private func notices(_ desk: OutageDesk, of account: String) async throws -> String {
        try await desk.ask(
            """
            SELECT string_agg(purpose || ' ' || channel || ' ' || state, ', ' ORDER BY notice_no)
            FROM notice WHERE account_no = '\(account)'
            """)
    }

    /// A worker takes so many messages at 08:00 and comes back with this.
    private func settle(_ desk: OutageDesk, _ outcome: String, limit: Int) async throws {
        try await desk.play("2026-11-25T08:00:00Z")
        try await desk.ask(
            """
            SELECT count(*)::text FROM settle_notices('w', (SELECT json_agg(json_build_object(
                'notice', district_id || '-' || notice_no, 'token', token, 'outcome', '\(outcome)', 'retry_seconds', 1))
            FROM lease_notices('w', ARRAY['sms'], \(limit), 60)))
            """)
    }

    /// A town with an announced outage of MAIN, numbered 1.
    private func announced() async throws -> OutageDesk {
        try await OutageTown.found()
        let desk = try await OutageDesk.open()
        _ = try await desk.announce()
        return desk
    }
}
