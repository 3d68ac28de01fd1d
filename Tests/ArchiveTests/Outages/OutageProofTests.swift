import Archive
import EmbeddedPostgres
import GasService
import PostgresClient
import PostgresTesting
import Testing

/// What an outsider is shown of an outage: every telling and waiver with its event, in every district that it touches.
struct OutageProofTests {
    @Test(.gasworks) func `each telling and each waiver is shown with its own event, and each household counted once`()
        async throws
    {
        try await OutageTown.found()
        let desk = try await OutageDesk.open()
        let outage = try await desk.announce()
        #expect(try await counts(desk, outage).neither == 8)
        try await desk.deliverAll(outage, at: "2026-11-25T08:00:00Z")
        // T06 moved out after it was told, and a supervisor answers for whoever lives there now.
        try await desk.change("T06", "name", to: "Somebody else")
        let supervisor = try await OutageDesk.open(as: .supervisor, at: "2026-11-25T09:00:00Z")
        try await supervisor.ask("SELECT waive_notices(gen_random_uuid(), \(outage), ARRAY['T06'], 'empty')")
        for moment in ["2026-11-25T10:00:00Z", "2026-12-05T07:00:00Z"] {
            try await desk.play(moment)
            if moment.hasPrefix("2026-12") { try await desk.start(outage) }
            let evidence = try await evidence(desk, outage)
            #expect(evidence.filter { $0.account.text == "T06" }.map(kind) == ["notice_confirmed", "notice_waived"])
            #expect(evidence.filter { $0.account.text == "T06" }.allSatisfy { $0.basis == "waiver" })
            #expect(Set(evidence.compactMap(\.eventText)).count == 9)
            let counts = EvidenceCounts(evidence)
            #expect([counts.households, counts.told, counts.waived, counts.neither] == [8, 7, 1, 0])
        }
    }

    @Test(.gasworks) func `in an emergency nobody counts as told, and who comes in later joined`() async throws {
        try await OutageTown.found()
        let desk = try await OutageDesk.open(at: "2026-11-25T08:00:00Z")
        let outage = try await desk.declare(
            ["RISER1"], from: "2026-11-25T08:00Z", until: "2026-11-25T20:00Z", emergency: true)
        #expect(try await counts(desk, outage).emergency == 4)
        try await desk.start(outage)
        try await desk.deliverAll(outage, at: "2026-11-25T08:01:00Z")
        #expect(try await counts(desk, outage).reached == 4)
        try await desk.change("T05", "node_id", to: "RISER1")
        let counts = try await counts(desk, outage)
        #expect([counts.households, counts.told, counts.emergency, counts.joined, counts.neither] == [5, 0, 4, 1, 0])
    }

    @Test(.gasworks) func `a district that an outage touches only later has its declaration on its chain, once`()
        async throws
    {
        try await OutageTown.found()
        let desk = try await OutageDesk.open()
        let wider = try await desk.announce()
        try await desk.ask(
            """
            SELECT reschedule_outage(gen_random_uuid(), \(wider), '2026-12-05T07:00Z', '2026-12-05T15:00Z',
                                     '\(OutageDesk.area(["REG"]))')
            """)
        let joined = try await desk.announce(["RISER1"], from: "2026-12-20T07:00Z", until: "2026-12-20T15:00Z")
        try await desk.change("T09", "node_id", to: "RISER1")
        try await desk.change("T10", "node_id", to: "RISER1")
        try await desk.ask("SELECT cancel_outage(gen_random_uuid(), \(joined), 'weather')")
        let outages = [wider, joined].compactMap { OutageID(number: Int32($0)) }
        var events: [OutageEvent] = []
        for outage in outages { events += try await OutageEvent.all(of: outage, by: desk.connection) }
        // The fifth line of an event's canonical text is its kind.
        let kinds = events.filter { $0.district.text == "B1" }.map {
            String($0.text.split(separator: "\n", omittingEmptySubsequences: false)[4])
        }
        #expect(
            kinds
                == ["outage_declared", "outage_rescheduled", "outage_announced", "outage_declared", "outage_cancelled"])
        let told = try await TestDatabase.current.sql(
            """
            SELECT string_agg(concat_ws(' ', payload ->> 'terms', payload ->> 'starts_at', payload #>> '{area,0,code}',
                                        payload ->> 'affected'), ', ' ORDER BY seq)
            FROM gasworks.archive_event WHERE district_id = 'B1' AND kind = 'outage_declared'
            """)
        #expect(told == "2 2026-12-05T07:00:00.000000Z REG 12, 1 2026-12-20T07:00:00.000000Z RISER1 5")
        #expect(try await OutageTown.faults().isEmpty)
    }

    private func evidence(_ desk: OutageDesk, _ outage: Int) async throws -> [NoticeEvidence] {
        try await NoticeEvidence.all(of: try #require(OutageID(number: Int32(outage))), by: desk.connection)
    }

    private func counts(_ desk: OutageDesk, _ outage: Int) async throws -> EvidenceCounts {
        EvidenceCounts(try await evidence(desk, outage))
    }

    /// The kind that the event's canonical text names, in its fifth line.
    private func kind(_ evidence: NoticeEvidence) -> String {
        let lines = evidence.eventText?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return lines.count > 4 ? String(lines[4]) : ""
    }
}
