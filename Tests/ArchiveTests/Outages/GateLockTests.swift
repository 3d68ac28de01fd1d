import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// No household comes in between the gate's look and the change of state, whichever of the two is first.
struct GateLockTests {
    /// What brings T09, or a newcomer, into an outage of MAIN.
    enum Arrival: CaseIterable, Sendable {
        case moved
        case imported
        case node

        var account: String { self == .imported ? "T13" : "T09" }

        /// The change, within a transaction that is open.
        var script: String {
            switch self {
            case .moved:
                """
                SELECT change_household(gen_random_uuid(), 'T09', '{"node_id": "RISER1"}', NULL, NULL, NULL, NULL, NULL);
                """
            case .imported:
                OutageTown.households([OutageTown.row(13, riser: 1)])
                    .replacing("BEGIN;\n", with: "").replacing("COMMIT;", with: "")
            case .node:
                """
                SELECT begin_supply_import();
                INSERT INTO pg_temp.staged_supply_node VALUES (1, 'RISER3', 'riser', 'MAIN', 'Riser 3', 60.1, 24.9);
                SELECT check_supply_import();
                SELECT apply_supply_import('test');
                """
            }
        }
    }

    @Test(.gasworks, arguments: Arrival.allCases)
    func `a change under way makes the start wait, and the gate sees it`(arrival: Arrival) async throws {
        let (changing, starting, outage) = try await prepared()
        try await changing.connection.simpleQuery(unsafeSQL: "BEGIN; \(arrival.script)")
        async let refused = refusal { try await starting.start(outage) }
        try await somebodyWaits()
        try await changing.connection.simpleQuery(unsafeSQL: "COMMIT")
        let refusal = await refused
        #expect(refusal?.message == "notices_missing")
        #expect(refusal?.detail?.contains(arrival.account) == true)
        #expect(try await starting.state(outage) == "announced")
    }

    @Test(.gasworks, arguments: Arrival.allCases)
    func `a start under way makes the change wait, and who comes then joins those without gas`(arrival: Arrival)
        async throws
    {
        let (changing, starting, outage) = try await prepared()
        try await starting.connection.simpleQuery(unsafeSQL: "BEGIN")
        try await starting.start(outage)
        async let changed: [String] = changing.connection.simpleQuery(unsafeSQL: "BEGIN; \(arrival.script) COMMIT;")
        try await somebodyWaits()
        try await starting.connection.simpleQuery(unsafeSQL: "COMMIT")
        _ = try await changed
        let stands = try await TestDatabase.current.sql(
            "SELECT state, basis FROM gasworks.outage_household WHERE account_no = '\(arrival.account)'")
        #expect(stands == "off|joined")
        #expect(try await OutageTown.faults().isEmpty)
    }

    @Test(.gasworks) func `of two who start the same outage one does, and the other hears that it is under way`()
        async throws
    {
        let (first, second, outage) = try await prepared()
        try await first.connection.simpleQuery(unsafeSQL: "BEGIN")
        try await first.start(outage)
        async let refused = refusal { try await second.start(outage) }
        try await somebodyWaits()
        try await first.connection.simpleQuery(unsafeSQL: "COMMIT")
        #expect(await refused?.message == "illegal_outage_state")
    }

    @Test(.gasworks) func `a declaration that is sent twice at once is one outage`() async throws {
        try await OutageTown.found()
        let (first, second) = (try await OutageDesk.open(), try await OutageDesk.open())
        let declaration = """
            SELECT declare_outage('6f9619ff-8b86-d011-b42d-00cf4fc964ff', '\(OutageDesk.area(["MAIN"]))',
                                  '2026-12-05T07:00Z', '2026-12-05T15:00Z', 'Works on the main', false) ->> 'id'
            """
        try await first.connection.simpleQuery(unsafeSQL: "BEGIN")
        let answer = try await first.ask(declaration)
        async let repeated = second.ask(declaration)
        try await somebodyWaits()
        try await first.connection.simpleQuery(unsafeSQL: "COMMIT")
        #expect(try await repeated == answer)
        #expect(try await first.ask("SELECT count(*)::text FROM outage") == "1")
    }

    @Test(.gasworks) func `a start, a visit and a cancellation in each other's way wait in turn, and none is given up`()
        async throws
    {
        let (visiting, starting, outage) = try await prepared()
        let other = try await starting.announce(from: "2026-12-20T07:00Z", until: "2026-12-20T15:00Z")
        let cancelling = try await OutageDesk.open(at: "2026-12-05T07:00:00Z")
        let notice = try await visiting.ask(
            "SELECT notice_no::text FROM notice WHERE outage_no = \(other) AND account_no = 'T04' AND channel = 'hand'")
        // Whoever records a visit has the household first and its notices afterwards.
        try await visiting.connection.simpleQuery(unsafeSQL: "BEGIN; SELECT household_private('T04', 'visit')")
        async let started: Void = starting.start(outage)
        try await somebodyWaits()
        async let cancelled = cancelling.ask("SELECT cancel_outage(gen_random_uuid(), \(other), 'x') ->> 'state'")
        try await somebodyWaits(sessions: 2)
        try await visiting.ask("SELECT record_telling(gen_random_uuid(), 'A1', \(notice), 'handed', present())")
        try await visiting.connection.simpleQuery(unsafeSQL: "COMMIT")
        try await started
        #expect(try await cancelled == "cancelled")
        #expect(try await visiting.state(outage) == "in_progress")
    }

    /// A town where everyone below MAIN was told, at the hour of the start; two desks.
    private func prepared() async throws -> (OutageDesk, OutageDesk, Int) {
        try await OutageTown.found()
        let one = try await OutageDesk.open()
        let two = try await OutageDesk.open()
        let outage = try await one.announce()
        try await one.deliverAll(outage, at: "2026-11-25T08:00:00Z")
        try await one.play("2026-12-05T07:00:00Z")
        try await two.play("2026-12-05T07:00:00Z")
        return (one, two, outage)
    }

    /// Returns when sessions of this database wait for others' locks.
    private func somebodyWaits(sessions: Int = 1) async throws {
        for _ in 0..<3000 {
            let waiting = try await TestDatabase.current.sql(
                """
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                """)
            if (Int(waiting) ?? 0) >= sessions { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("nobody waited")
    }
}
