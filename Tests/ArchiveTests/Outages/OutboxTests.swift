import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// The outbox: each notice is one worker's at a time, and what an old lease brings back changes nothing.
struct OutboxTests {
    private static let lease = "lease_notices('w1', ARRAY['sms', 'email'], 100, 60)"

    @Test(.gasworks)
    func `two workers take different notices, and a lease that ran out is another's with a later token`()
        async throws
    {
        let desk = try await opened()
        try await desk.play("2026-11-25T08:00:00Z")
        let first = try await desk.ask(
            "SELECT string_agg(notice_no::text, ' ') FROM lease_notices('w1', ARRAY['sms'], 3, 60)")
        let second = try await desk.ask(
            "SELECT string_agg(notice_no::text, ' ') FROM lease_notices('w2', ARRAY['sms'], 100, 60)")
        #expect(first.split(separator: " ").count == 3 && second.split(separator: " ").count == 2)
        #expect(Set(first.split(separator: " ")).isDisjoint(with: second.split(separator: " ")))
        try await desk.play("2026-11-25T08:01:00Z")
        let late = try await desk.ask(
            """
            WITH again AS MATERIALIZED (SELECT * FROM lease_notices('w2', ARRAY['sms'], 100, 60))
            SELECT count(*) || ' ' || count(DISTINCT key) || ' ' || min(attempt) FROM again
            """)
        #expect(late == "5 5 2")
        // The first worker wakes up and reports with the tokens it had.
        let stale = try await desk.ask(
            """
            SELECT string_agg(DISTINCT verdict || ' ' || state, ', ') FROM settle_notices('w1', (
                SELECT json_agg(json_build_object('notice', 'A1-' || n, 'token', 1, 'outcome', 'failed'))
                FROM unnest(string_to_array('\(first)', ' ')) AS n))
            """)
        #expect(stale == "stale leased")
    }

    @Test(.gasworks) func `a key stays the same over all attempts`() async throws {
        let desk = try await opened()
        try await desk.play("2026-11-25T08:00:00Z")
        try await desk.connection.simpleQuery(
            unsafeSQL: "CREATE TEMP TABLE seen AS SELECT * FROM \(Self.lease) LIMIT 0")
        for minute in 1...3 {
            try await desk.play("2026-11-25T08:0\(minute):00Z")
            try await desk.connection.simpleQuery(
                unsafeSQL: """
                    INSERT INTO seen SELECT * FROM \(Self.lease);
                    SELECT settle_notices('w1', (SELECT json_agg(json_build_object('notice', district_id || '-' || notice_no,
                        'token', token, 'outcome', 'retry', 'retry_seconds', 1, 'failure', 'busy')) FROM seen
                        WHERE attempt = \(minute)));
                    """)
        }
        let keys = try await desk.ask(
            "SELECT count(*) || ' ' || count(DISTINCT key) || ' ' || count(DISTINCT token) FROM seen")
        #expect(keys == "18 6 18")
    }

    @Test(.gasworks) func `what is lost for good ends as a dead letter and the next channel is tried`() async throws {
        let desk = try await opened()
        try await desk.change("T01", "email", to: "t1@example.org")
        for attempt in 1...6 {
            try await desk.play("2026-11-25T08:\(attempt)0:00Z".replacing(":60:", with: ":59:"))
            try await desk.ask(
                """
                SELECT count(*)::text FROM settle_notices('w1', (SELECT json_agg(json_build_object(
                    'notice', district_id || '-' || notice_no, 'token', token, 'outcome', 'retry', 'retry_seconds', 1,
                    'failure', 'busy')) FROM lease_notices('w1', ARRAY['sms'], 100, 60)))
                """)
        }
        let state = try await desk.ask(
            """
            SELECT string_agg(channel || ' ' || state, ', ' ORDER BY notice_no) FROM notice WHERE account_no = 'T01'
            """)
        #expect(state == "sms failed, email queued")
        let hands = try await desk.ask(
            "SELECT string_agg(account_no, ' ' ORDER BY account_no) FROM notice WHERE state = 'queued' AND channel = 'hand'"
        )
        #expect(hands == "T02 T03 T04 T07 T08")
    }

    @Test(.gasworks) func `a try that was put off was none: a closed gateway uses nobody up, and says why`()
        async throws
    {
        let desk = try await opened()
        for hour in 8...17 {
            try await desk.play("2026-11-25T\(hour < 10 ? "0" : "")\(hour):00:00Z")
            let settled = try await desk.ask(
                """
                SELECT count(*) || ' ' || min(state) FROM settle_notices('w1', (SELECT json_agg(json_build_object(
                    'notice', district_id || '-' || notice_no, 'token', token, 'outcome', 'postponed', 'retry_seconds', 60,
                    'failure', 'unreachable')) FROM lease_notices('w1', ARRAY['sms'], 100, 60)))
                """)
            #expect(settled == "5 queued")
        }
        let left = try await desk.ask(
            """
            SELECT DISTINCT attempts || ' ' || state || ' ' || failure || ' ' || archive_instant(due_at)
            FROM notice WHERE channel = 'sms'
            """)
        #expect(left == "0 queued unreachable 2026-11-25T17:01:00.000000Z")
    }

    @Test(.gasworks) func `nothing goes out in quiet hours, and never more in a minute than the channel takes`()
        async throws
    {
        let desk = try await opened()
        try await desk.ask(
            "SELECT set_setting(gen_random_uuid(), '-', 'notices.sms_per_minute', '2026-11-25', '2')")
        // 21:30 in Helsinki.
        try await desk.play("2026-11-25T19:30:00Z")
        #expect(try await desk.ask("SELECT count(*)::text FROM \(Self.lease)") == "0")
        try await desk.play("2026-11-26T06:00:10Z")
        #expect(try await desk.ask("SELECT count(*)::text FROM \(Self.lease) WHERE channel = 'sms'") == "2")
        try await desk.play("2026-11-26T06:00:50Z")
        #expect(try await desk.ask("SELECT count(*)::text FROM \(Self.lease)") == "0")
        try await desk.play("2026-11-26T06:01:00Z")
        #expect(try await desk.ask("SELECT count(*)::text FROM \(Self.lease)") == "2")
    }

    @Test(.gasworks) func `a receipt counts once, also before the worker settles, and its duplicates are harmless`()
        async throws
    {
        let desk = try await opened()
        try await desk.play("2026-11-25T08:00:00Z")
        let leased = try await desk.ask(
            "SELECT notice_no || ' ' || token FROM lease_notices('w1', ARRAY['sms'], 1, 60)")
        let parts = leased.split(separator: " ")
        let receipt = """
            SELECT record_receipts('[{"line": 1, "notice": "A1-\(parts[0])", "outcome": "delivered",
                                      "occurred_at": "2026-11-25T08:00:00Z"}]', 'callback') ->> 'confirmed'
            """
        #expect(try await desk.ask(receipt) == "1")
        #expect(try await desk.ask(receipt) == "0")
        let settled = try await desk.ask(
            """
            SELECT verdict || ' ' || state FROM settle_notices('w1',
                '[{"notice": "A1-\(parts[0])", "token": \(parts[1]), "outcome": "sent", "gateway_id": "g"}]')
            """)
        #expect(settled == "settled confirmed")
        let events = try await TestDatabase.current.sql(
            "SELECT count(*) FROM gasworks.archive_event WHERE kind = 'notice_confirmed'")
        #expect(events == "1")
    }

    @Test(.gasworks)
    func `a gateway of one channel says nothing of another's notices, by whichever name it calls them`()
        async throws
    {
        let desk = try await opened()
        try await desk.play("2026-11-25T08:00:00Z")
        let leased = try await desk.ask(
            "SELECT notice_no || ' ' || token FROM lease_notices('w1', ARRAY['sms'], 1, 60)")
        let parts = leased.split(separator: " ")
        try await desk.ask(
            """
            SELECT verdict FROM settle_notices('w1',
                '[{"notice": "A1-\(parts[0])", "token": \(parts[1]), "outcome": "sent", "gateway_id": "17"}]')
            """)
        for name in [#""notice": "A1-\#(parts[0])""#, #""gateway_id": "17""#] {
            for (channel, problems) in [("email", "1 unknown_notice"), ("sms", "")] {
                let found = try await desk.ask(
                    """
                    SELECT coalesce(string_agg(line || ' ' || problem, ', '), '') FROM check_receipts('[{"line": 1, \(name),
                        "channel": "\(channel)", "outcome": "delivered", "occurred_at": "2026-11-25T08:00:00Z"}]')
                    """)
                #expect(found == problems, "\(channel) \(name)")
            }
        }
    }

    @Test(.gasworks) func `a file with a receipt that cannot be is refused whole, each fault with its line`()
        async throws
    {
        let desk = try await opened()
        try await desk.play("2026-11-25T08:00:00Z")
        let leased = try await desk.ask("SELECT notice_no::text FROM lease_notices('w1', ARRAY['sms'], 1, 60)")
        let file = """
            [{"line": 2, "notice": "A1-\(leased)", "outcome": "delivered", "occurred_at": "2026-11-25T08:00:00Z"},
             {"line": 3, "notice": "A1-99999", "outcome": "delivered", "occurred_at": "2026-11-25T08:00:00Z"},
             {"line": 4, "gateway_id": "nobody", "outcome": "lost", "occurred_at": "2026-11-25T08:00:00Z"},
             {"line": 5, "notice": "A1-\(leased)", "outcome": "delivered", "occurred_at": "2026-11-25T09:00:00Z"},
             {"line": 6, "notice": "A1-\(leased)", "outcome": "delivered", "occurred_at": "2026-11-25T07:00:00Z"}]
            """
        let problems = try await desk.ask(
            "SELECT string_agg(line || problem, ' ' ORDER BY line, problem) FROM check_receipts('\(file)')")
        #expect(problems == "3unknown_notice 4invalid_value 4unknown_notice 5in_future 6before_sending")
        let refused = await refusal { try await desk.ask("SELECT record_receipts('\(file)', 'file')") }
        #expect(refused?.message == "unknown_notice")
        #expect(try await desk.ask("SELECT count(*)::text FROM notice WHERE state = 'confirmed'") == "0")
    }

    @Test(.gasworks) func `what new terms overtook is not sent any more`() async throws {
        let desk = try await opened()
        try await desk.play("2026-11-25T08:00:00Z")
        try await desk.ask("SELECT count(*)::text FROM lease_notices('w1', ARRAY['sms'], 2, 60)")
        try await desk.ask(
            "SELECT reschedule_outage(gen_random_uuid(), 1, '2026-12-06T07:00Z', '2026-12-06T15:00Z', NULL)")
        try await desk.play("2026-11-25T08:02:00Z")
        let versions = try await desk.ask(
            "SELECT count(*) || ' ' || min(version) || ' ' || max(version) FROM \(Self.lease)")
        #expect(versions == "6 2 2")
    }

    @Test(.gasworks) func `a cancelled outage tells whoever was told, and nobody else`() async throws {
        let desk = try await opened()
        try await desk.play("2026-11-25T08:00:00Z")
        try await desk.ask(
            """
            SELECT count(*)::text FROM settle_notices('w1', (SELECT json_agg(json_build_object(
                'notice', district_id || '-' || notice_no, 'token', token, 'outcome', 'sent'))
            FROM lease_notices('w1', ARRAY['sms'], 2, 60)))
            """)
        try await desk.ask("SELECT cancel_outage(gen_random_uuid(), 1, 'weather')")
        let told = try await desk.ask(
            "SELECT string_agg(account_no || ' ' || purpose, ', ' ORDER BY account_no) FROM notice WHERE state = 'queued'"
        )
        #expect(told == "T01 cancellation, T02 cancellation")
    }

    /// A town with an announced outage of MAIN.
    private func opened() async throws -> OutageDesk {
        try await OutageTown.found()
        let desk = try await OutageDesk.open()
        _ = try await desk.announce()
        return desk
    }
}
