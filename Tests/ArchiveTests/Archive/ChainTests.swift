import Archive
import EmbeddedPostgres
import Foundation
import GasService
import PostgresClient
import PostgresTesting
import Testing

struct ChainTests {
    @Test(
        .gasworks,
        arguments: [
            ("UPDATE archive_event SET payload = '{}' WHERE account_no = 'H01' AND seq = 2", ChainFault.Kind.altered),
            ("UPDATE archive_event SET operator = 'x' WHERE account_no = 'H01' AND seq = 1", .altered),
            (
                "UPDATE archive_event SET occurred_at = occurred_at + interval '1 us' WHERE account_no = 'H01' AND seq = 3",
                .altered
            ),
            ("DELETE FROM archive_event WHERE account_no = 'H01' AND seq = 2", .brokenLink),
            ("DELETE FROM archive_event WHERE account_no = 'H01' AND seq = 1", .brokenLink),
            ("DELETE FROM archive_event WHERE account_no = 'H01' AND seq = 3", .cut),
            ("DELETE FROM archive_event WHERE account_no = 'H01'", .cut),
            ("UPDATE household SET archive_seq = 0, archive_hash = NULL WHERE account_no = 'H01'", .cut),
            ("DELETE FROM archive_event WHERE account_no = '' AND district_id = 'A1' AND seq = 1", .brokenLink),
            (
                "INSERT INTO archive_event SELECT district_id, 'H99', seq, kind, occurred_at, recorded_at, actor, operator, payload, "
                    + "previous_hash, hash FROM archive_event WHERE account_no = 'H01' AND seq = 1", .orphan
            ),
        ])
    func `whatever a superuser does to a chain is found`(tampering: String, fault: ChainFault.Kind) async throws {
        try await SmallCity.found()
        let crew = try await session(as: .crew)
        let job = try await SmallCity.job(of: "H01")
        try await crew.execute("SELECT start_job(gen_random_uuid(), 'A1', \(job), present())")
        _ = try await Closing(job: job).report(on: crew)
        let auditor = try await session(as: .compliance)
        let district = try #require(DistrictID("A1"))
        #expect(try await ChainFault.all(in: district, on: auditor).isEmpty)
        try await TestDatabase.current.sql("SET search_path = gasworks; \(tampering)")
        let faults = try await ChainFault.all(in: district, on: auditor)
        #expect(faults.contains { $0.kind == fault }, "\(faults)")
        #expect(faults.allSatisfy { ["H01", "H99", ""].contains($0.account) }, "\(faults)")
    }

    @Test(.gasworks) func `an outsider with sha256sum arrives at the hash that is stored`() async throws {
        try await SmallCity.found()
        let auditor = try await session(as: .compliance)
        let events = try await auditor.query(
            """
            SELECT event_text(district_id, account_no, seq), encode(hash, 'hex') FROM archive_event
            WHERE account_no IN ('', 'H01')
            """, as: (String.self, String.self))
        #expect(events.count > 3)
        for (text, hash) in events { #expect(try sha256sum(text) == hash) }
    }

    @Test(.gasworks) func `a seal written down outside tells of a chain that was rewritten to its end`() async throws {
        try await SmallCity.found()
        let auditor = try await session(as: .compliance)
        let seal = { try await auditor.queryOne("SELECT archive_seal('A1')", as: (String.self)) }
        let before = try await seal()
        #expect(try await seal() == before)
        try await TestDatabase.current.sql(
            """
            SET search_path = gasworks;
            UPDATE archive_event SET payload = '{"forged": true}' WHERE account_no = 'H01';
            UPDATE archive_event SET hash = sha256(convert_to(event_text('A1', 'H01', 1), 'UTF8')) WHERE account_no = 'H01';
            UPDATE household SET archive_hash = e.hash FROM archive_event AS e
            WHERE household.account_no = 'H01' AND e.account_no = 'H01';
            """)
        let district = try #require(DistrictID("A1"))
        #expect(try await ChainFault.all(in: district, on: auditor).isEmpty)
        #expect(try await seal() != before)
    }

    private func sha256sum(_ text: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(String(decoding: answer, as: UTF8.self).prefix(64))
    }
}
