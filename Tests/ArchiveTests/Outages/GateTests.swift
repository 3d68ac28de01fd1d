import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// The gate: gas goes off for a planned outage when each household was told in time, and not before.
struct GateTests {
    @Test(.gasworks) func `gas goes off when each household was told in time, and each is told so in its archive`()
        async throws
    {
        let desk = try await opened()
        let outage = try await desk.announce()
        try await desk.play("2026-12-05T07:00Z")
        let early = await refusal { try await desk.start(outage) }
        #expect(early?.message == "notices_missing")
        #expect(early?.detail?.contains(#""count" : 8"#) == true)
        try await desk.deliverAll(outage, at: "2026-11-25T08:00:00Z")
        #expect(try await desk.standing(outage) == "told 8")
        try await desk.play("2026-12-05T07:00Z")
        try await desk.start(outage)
        let chains = try await TestDatabase.current.sql(
            """
            SELECT count(*), count(DISTINCT account_no) FROM gasworks.archive_event
            WHERE kind IN ('notice_confirmed', 'gas_interrupted')
            """)
        #expect(chains == "16|8")
        #expect(try await OutageTown.faults().isEmpty)
    }

    @Test(.gasworks) func `an hour less than the lead is late, and a plant's lead is a week`() async throws {
        let desk = try await opened()
        let outage = try await desk.announce()
        // 48 hours before the start, to the second, for homes; three days too late for the plant T07.
        try await desk.deliverAll(outage, at: "2026-12-03T07:00:00Z")
        #expect(try await desk.verdicts(outage).contains("T07:late"))
        #expect(try await desk.standing(outage) == "late 1, told 7")
        let other = try await desk.announce(["RISER3"], from: "2026-12-05T15:00Z", until: "2026-12-05T16:00Z")
        try await desk.deliverAll(other, at: "2026-12-03T15:00:01Z")
        #expect(try await desk.standing(other) == "late 4")
    }

    @Test(.gasworks) func `no setting lowers the lead below the law's 48 hours`() async throws {
        let desk = try await opened()
        try await desk.ask(
            "SELECT set_setting(gen_random_uuid(), '-', 'outage.lead_hours.residential', '2026-11-25', '1')")
        let outage = try await desk.announce(["RISER1"])
        try await desk.deliverAll(outage, at: "2026-12-04T07:00:00Z")
        #expect(try await desk.standing(outage) == "late 4")
        try await desk.ask(
            "SELECT set_setting(gen_random_uuid(), 'A1', 'outage.lead_hours.residential', '2026-12-05', '100')")
        let longer = try await desk.announce(["RISER2"], from: "2026-12-25T07:00Z", until: "2026-12-25T15:00Z")
        try await desk.deliverAll(longer, at: "2026-12-21T07:00:00Z")
        #expect(try await desk.verdicts(longer).contains("T08:late"))
    }

    @Test(.gasworks) func `who comes into the area, moves or gets another number is told again`() async throws {
        let desk = try await opened()
        let outage = try await desk.announce()
        try await desk.deliverAll(outage, at: "2026-11-25T08:00:00Z")
        try await desk.change("T09", "node_id", to: "RISER1")
        try await desk.change("T01", "phone", to: "+358 50 1")
        try await desk.change("T02", "name", to: "Somebody else")
        try await desk.change("T03", "email", to: "t3@example.org")
        let verdicts = try await desk.verdicts(outage)
        #expect(verdicts.contains("T01:moved T02:moved T03:told"))
        #expect(verdicts.contains("T09:untold"))
        let queued = try await desk.ask(
            "SELECT string_agg(account_no || channel, ' ' ORDER BY account_no) FROM notice WHERE state = 'queued'")
        #expect(queued == "T01sms T02sms T09sms")
        try await desk.connection.simpleQuery(
            unsafeSQL: OutageTown.households([OutageTown.row(10, riser: 2, phone: "+358 60 10")]))
        #expect(try await desk.standing(outage) == "moved 2, told 6, untold 2")
        try await desk.play("2026-12-05T07:00:00Z")
        let refused = await refusal { try await desk.start(outage) }
        #expect(refused?.message == "notices_missing")
        try await desk.deliverAll(outage, at: "2026-11-26T08:00:00Z")
        #expect(try await desk.standing(outage) == "told 10")
    }

    @Test(.gasworks) func `a receipt for a number that is no more the household's does not count`() async throws {
        let desk = try await opened()
        let outage = try await desk.announce(["RISER1"])
        try await desk.play("2026-11-25T08:00:00Z")
        let sent = try await desk.ask(
            """
            SELECT string_agg(district_id || '-' || notice_no, '') FROM lease_notices('w', ARRAY['sms'], 100, 60)
            WHERE account_no = 'T01'
            """)
        try await desk.change("T01", "phone", to: "+358 50 1")
        try await desk.ask(
            """
            SELECT record_receipts('[{"line": 1, "notice": "\(sent)", "outcome": "delivered",
                                      "occurred_at": "2026-11-25T08:00:00Z"}]', 'file')
            """)
        #expect(try await desk.verdicts(outage).hasPrefix("T01:moved"))
    }

    @Test(.gasworks) func `special care is told by call or in person, whatever else arrives`() async throws {
        let desk = try await opened()
        let outage = try await desk.announce(["RISER1"])
        try await desk.deliverAll(outage, at: "2026-11-25T08:00:00Z")
        try await desk.change("T01", "special_care", to: "ill")
        #expect(try await desk.verdicts(outage).hasPrefix("T01:person"))
        let call = try await desk.ask(
            "SELECT district_id || '-' || notice_no FROM notice WHERE state = 'queued' AND channel = 'call'")
        let number = call.dropFirst(3)
        let wrong = await refusal {
            try await desk.ask(
                "SELECT record_telling(gen_random_uuid(), 'A1', \(number), 'handed', '2026-11-25T08:00:00Z')")
        }
        #expect(wrong?.message == "invalid_value")
        try await desk.ask(
            "SELECT record_telling(gen_random_uuid(), 'A1', \(number), 'wrong_number', '2026-11-25T08:00:00Z')")
        let hand = try await desk.ask(
            "SELECT notice_no::text FROM notice WHERE state = 'queued' AND channel = 'hand' AND account_no = 'T01'")
        let letterbox = await refusal {
            try await desk.ask(
                "SELECT record_telling(gen_random_uuid(), 'A1', \(hand), 'posted', '2026-11-25T08:00:00Z')")
        }
        #expect(letterbox?.hint == "special_care_in_person")
        try await desk.ask(
            "SELECT record_telling(gen_random_uuid(), 'A1', \(hand), 'handed', '2026-11-25T08:00:00Z')")
        #expect(try await desk.standing(outage) == "told 4")
    }

    @Test(
        .gasworks,
        arguments: [
            ("2026-12-05T06:00Z", "2026-12-05T14:00Z", nil), ("2026-12-05T07:00Z", "2026-12-05T16:00Z", nil),
            ("2026-12-05T07:00Z", "2026-12-05T15:00Z", #"[{"kind": "node", "code": "REG"}]"#),
        ] as [(String, String, String?)])
    func `an earlier start, other hours or a wider area ask everyone again`(from: String, until: String, area: String?)
        async throws
    {
        let desk = try await opened()
        let outage = try await desk.announce()
        try await desk.deliverAll(outage, at: "2026-11-25T08:00:00Z")
        let wider = area.map { "'\($0)'" } ?? "NULL"
        try await desk.ask("SELECT reschedule_outage(gen_random_uuid(), \(outage), '\(from)', '\(until)', \(wider))")
        #expect(try await desk.standing(outage) == (area == nil ? "changed 8" : "changed 8, untold 4"))
        // Told again, but less than the lead before the start: late.
        try await desk.deliverAll(outage, at: "2026-12-04T08:00:00Z")
        #expect(try await desk.standing(outage) == (area == nil ? "late 8" : "late 12"))
    }

    @Test(.gasworks) func `a later start asks for a changed-time notice and leaves what was in time`() async throws {
        let desk = try await opened()
        let outage = try await desk.announce()
        try await desk.deliverAll(outage, at: "2026-11-25T08:00:00Z")
        try await desk.play("2026-12-04T08:00:00Z")
        try await desk.ask(
            "SELECT reschedule_outage(gen_random_uuid(), \(outage), '2026-12-05T09:00Z', '2026-12-05T15:00Z', NULL)")
        #expect(try await desk.standing(outage) == "changed 8")
        let purposes = try await desk.ask(
            "SELECT string_agg(DISTINCT purpose, ' ') FROM notice WHERE state = 'queued'")
        #expect(purposes == "change")
        try await desk.deliverAll(outage, at: "2026-12-04T09:00:00Z")
        #expect(try await desk.standing(outage) == "told 8")
        try await desk.play("2026-12-05T08:59:59Z")
        let early = await refusal { try await desk.start(outage) }
        #expect(early?.message == "before_declared_start")
        try await desk.play("2026-12-05T09:00:00Z")
        try await desk.start(outage)
    }

    @Test(.gasworks) func `an emergency needs no lead and keeps its reason`() async throws {
        let desk = try await opened()
        let outage = try await desk.declare(from: "2026-11-25T05:30Z", emergency: true)
        #expect(try await desk.state(outage) == "announced")
        try await desk.start(outage)
        let basis = try await desk.ask("SELECT string_agg(DISTINCT basis, ' ') FROM outage_household")
        #expect(basis == "emergency")
        let reason = try await desk.ask("SELECT reason FROM outage WHERE outage_no = \(outage)")
        #expect(reason == "Works on the main")
        // Quiet hours do not keep its notices.
        try await desk.play("2026-11-25T23:00:00Z")
        let leased = try await desk.ask("SELECT count(*)::text FROM lease_notices('w', ARRAY['sms', 'email'], 100, 60)")
        #expect(leased == "6")
    }

    @Test(.gasworks) func `a supervisor waives by name, for households of the outage, until the terms change`()
        async throws
    {
        let desk = try await opened()
        let outage = try await desk.announce(["RISER1"])
        let waive = "SELECT waive_notices(gen_random_uuid(), \(outage), ARRAY['T01'], 'vacant')"
        let dispatcher = try await OutageDesk.open(as: .dispatcher)
        #expect(await refusal { try await dispatcher.ask(waive) }?.sqlState == .insufficientPrivilege)
        let nameless = try await session(as: .supervisor, at: OutageTown.now)
        #expect(
            await refusal { try await nameless.execute(PostgresQuery(unsafeSQL: waive)) }?.message == "role_refused")
        let stranger = await refusal {
            try await desk.ask("SELECT waive_notices(gen_random_uuid(), \(outage), ARRAY['T09'], 'vacant')")
        }
        #expect(stranger?.message == "not_affected")
        try await OutageDesk.open(as: .supervisor).ask(waive)
        #expect(try await desk.standing(outage) == "untold 3, waived 1")
        try await desk.ask(
            "SELECT reschedule_outage(gen_random_uuid(), \(outage), '2026-12-04T07:00Z', '2026-12-04T15:00Z', NULL)")
        #expect(try await desk.standing(outage) == "untold 4")
        let kept = try await TestDatabase.current.sql(
            "SELECT payload::text LIKE '%vacant%' FROM gasworks.archive_event WHERE kind = 'notice_waived'")
        #expect(kept == "f")
    }

    @Test(.gasworks) func `an emergency waits for no decision about an overlap, also when its hours change`()
        async throws
    {
        let desk = try await opened()
        _ = try await desk.announce()
        let emergency = try await desk.declare(["RISER1"], emergency: true)
        try await desk.ask(
            """
            SELECT reschedule_outage(gen_random_uuid(), \(emergency), '2026-12-05T08:00Z', '2026-12-05T12:00Z', NULL)
            """)
        #expect(try await desk.state(emergency) == "announced")
        try await desk.play("2026-12-05T08:00:00Z")
        try await desk.start(emergency)
        #expect(try await desk.state(emergency) == "in_progress")
    }

    @Test(.gasworks) func `outages that overlap wait for a decision, and again when either's terms change`()
        async throws
    {
        let desk = try await opened()
        let first = try await desk.announce(["RISER1"])
        let second = try await desk.declare(["MAIN"])
        let announce = "SELECT announce_outage(gen_random_uuid(), \(second))"
        #expect(await refusal { try await desk.ask(announce) }?.message == "overlap_undecided")
        try await desk.ask("SELECT decide_overlap(gen_random_uuid(), \(second), \(first), 'one valve, one day')")
        try await desk.ask(announce)
        try await desk.ask(
            "SELECT reschedule_outage(gen_random_uuid(), \(first), '2026-12-05T08:00Z', '2026-12-05T15:00Z', NULL)")
        #expect(try await desk.state(first) == "declared")
        try await desk.deliverAll(second, at: "2026-11-25T08:00:00Z")
        try await desk.play("2026-12-05T07:00:00Z")
        #expect(await refusal { try await desk.start(second) }?.message == "overlap_undecided")
    }

    @Test(
        .gasworks,
        arguments: [
            (
                "unknown_node",
                "'[{\"kind\": \"node\", \"code\": \"NOPE\"}]', '2026-12-05T07:00Z', '2026-12-05T15:00Z', 'x'"
            ),
            (
                "unknown_building",
                "'[{\"kind\": \"building\", \"code\": \"B9\"}]', '2026-12-05T07:00Z', '2026-12-05T15:00Z', 'x'"
            ),
            (
                "unknown_account",
                "'[{\"kind\": \"household\", \"code\": \"X\"}]', '2026-12-05T07:00Z', '2026-12-05T15:00Z', 'x'"
            ),
            (
                "end_before_start",
                "'[{\"kind\": \"node\", \"code\": \"MAIN\"}]', '2026-12-05T07:00Z', '2026-12-05T07:00Z', 'x'"
            ),
            (
                "start_in_past",
                "'[{\"kind\": \"node\", \"code\": \"MAIN\"}]', '2026-11-25T05:59Z', '2026-12-05T07:00Z', 'x'"
            ),
            (
                "invalid_value",
                "'[{\"kind\": \"node\", \"code\": \"MAIN\"}]', '2026-12-05T07:00Z', '2026-12-05T15:00Z', ' '"
            ),
            ("nobody_affected", "'[]', '2026-12-05T07:00Z', '2026-12-05T15:00Z', 'x'"),
        ])
    func `a declaration that breaks a rule is refused and changes nothing`(code: String, values: String) async throws {
        let desk = try await opened()
        let refused = await refusal {
            try await desk.ask("SELECT declare_outage(gen_random_uuid(), \(values), false)")
        }
        #expect(refused?.message == code)
        #expect(try await desk.ask("SELECT count(*)::text FROM outage") == "0")
    }

    @Test(.gasworks) func `buildings and single households make an area too, each household once`() async throws {
        let desk = try await opened()
        let answer = try await desk.ask(
            """
            SELECT declare_outage(gen_random_uuid(), '[{"kind": "node", "code": "RISER1"}, {"kind": "building", "code": "B1"},
                {"kind": "building", "code": "B2"}, {"kind": "household", "code": "T05"}, {"kind": "household", "code": "T12"}]',
                '2026-12-05T07:00Z', '2026-12-05T15:00Z', 'x', false) ->> 'affected'
            """)
        #expect(answer == "9")
    }

    @Test(.gasworks) func `each step is taken from the states that lead to it, and from no other`() async throws {
        let desk = try await opened()
        let outage = try await desk.declare()
        let steps = [
            "start_outage(gen_random_uuid(), \(outage))",
            "begin_restoration(gen_random_uuid(), \(outage), present())",
            "confirm_building(gen_random_uuid(), \(outage), 'A1', 'B1', present())",
            "restore_households(gen_random_uuid(), \(outage), 'A1', '[]', present())",
            "close_outage(gen_random_uuid(), \(outage))",
        ]
        for step in steps {
            #expect(
                await refusal { try await desk.ask("SELECT \(step)") }?.message == "illegal_outage_state", "\(step)")
        }
        try await desk.ask("SELECT cancel_outage(gen_random_uuid(), \(outage), 'weather')")
        let after =
            steps + [
                "announce_outage(gen_random_uuid(), \(outage))", "cancel_outage(gen_random_uuid(), \(outage), 'again')",
                "reschedule_outage(gen_random_uuid(), \(outage), '2026-12-06T07:00Z', '2026-12-06T15:00Z', NULL)",
                "waive_notices(gen_random_uuid(), \(outage), ARRAY['T01'], 'x')",
            ]
        for step in after {
            #expect(
                await refusal { try await desk.ask("SELECT \(step)") }?.message == "illegal_outage_state", "\(step)")
        }

        let next = try await desk.announce(["RISER1"])
        try await desk.deliverAll(next, at: "2026-11-25T08:00:00Z")
        try await desk.play("2026-12-05T07:00:00Z")
        let lit = (1...4).map { #"{"account_no": "T0\#($0)", "state": "lit"}"# }.joined(separator: ", ")
        for (step, state) in [
            ("start_outage(gen_random_uuid(), \(next))", "in_progress"),
            ("begin_restoration(gen_random_uuid(), \(next), present())", "restoring"),
            ("confirm_building(gen_random_uuid(), \(next), 'A1', 'B1', present())", "restoring"),
            ("restore_households(gen_random_uuid(), \(next), 'A1', '[\(lit)]', present())", "restoring"),
            ("close_outage(gen_random_uuid(), \(next))", "closed"),
        ] {
            try await desk.ask("SELECT \(step)::text")
            #expect(try await desk.state(next) == state, "\(step)")
        }
    }

    /// A town and a desk in it.
    private func opened() async throws -> OutageDesk {
        try await OutageTown.found()
        return try await OutageDesk.open()
    }
}
