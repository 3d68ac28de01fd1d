import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

@Suite("Commands about notices")
struct NoticeCommandTests {
    private static let now = "2026-11-24T08:00:00Z"

    /// The program on three households of one main, one of them in special care, with an outage declared in three days.
    private func withDeclaredOutage(_ body: (CommandLineProgram, TestDatabase) async throws -> Void) async throws {
        let program = try await CommandLineProgram.inTown(
            households: [
                "1,residential,Ann,Mill Street 1,K1,1,1,A1,60.17,24.94,B1,M1,+358 1,,,2020-01-15,2024-12-05",
                "2,residential,Bea,Mill Street 1,K1,2,1,A1,60.17,24.94,B1,M2,,,,2020-01-15,2024-12-05",
                "3,residential,Cid,Mill Street 1,K1,3,1,A1,60.17,24.94,B1,M3,+358 3,,elderly,2020-01-15,2024-12-05",
            ], now: Self.now)
        let database = try TestDatabase.current
        try await database.sql(
            """
            SET search_path = gasworks; SET gasworks.now = '\(Self.now)'; SET gasworks.operator = 'test';
            SELECT declare_outage(gen_random_uuid(), '[{"kind": "node", "district": "-", "code": "M"}]',
                                  '2026-11-28T07:00:00Z', '2026-11-28T20:30:00Z', 'new <main>', false)
            """)
        try await body(program, database)
    }

    private func run(
        _ program: CommandLineProgram, _ arguments: String..., input: String = "", at instant: String = now
    ) async throws -> CommandLineProgram.Outcome {
        try await program.run(arguments: arguments + ["--now", instant], input: input)
    }

    @Test("announce, show, print and record, each household by the channel that counts for it", .migratedDatabase)
    func course() async throws {
        try await withDeclaredOutage { program, _ in
            let announced = try await run(program, "outage", "notify", "O-1")
            #expect(
                announced.output == "O-1 is announced; notices queued: 1 by text message, 1 by telephone, 1 by hand.\n")
            let again = try await run(program, "outage", "notify", "O-1")
            #expect(again.output == announced.output)

            let preview = try await run(program, "notice", "preview", "O-1", "--phone", "112")
            #expect(
                preview.output.contains("no gas from Saturday 2026-11-28 09:00 to Saturday 2026-11-28 22:30 at Mill"))
            #expect(preview.output.contains("Expected back: Sunday 2026-11-29 06:00"))

            let sheets = try await run(program, "notice", "print", "O-1", "--phone", "112")
            #expect(sheets.output.contains("Mill Street 1, 2"))
            #expect(sheets.output.contains("new &lt;main&gt;"))
            #expect(!sheets.output.contains("Bea"))
            let poster = try await run(program, "notice", "print", "O-1", "--phone", "112", "--buildings")
            #expect(poster.output.contains("3 households"))

            let call = try #require(
                try await run(program, "notice", "list", "O-1", "--channel", "call", "--format", "json").json()
                    as? [[String: Any]])
            let notice = try #require(call.first?["id"] as? String)
            let told = try await run(program, "notice", "record", notice, "--result", "reached")
            #expect(told.output == "Notice \(notice) is confirmed.\n")
            let twice = try await run(program, "notice", "record", notice, "--result", "reached")
            #expect(twice.status == 77)
            #expect(twice.errors.contains("confirmed"))
        }
    }

    @Test("name every bad receipt of a file, by line and column, and take none of it", .migratedDatabase)
    func badReceipts() async throws {
        try await withDeclaredOutage { program, database in
            _ = try await run(program, "outage", "notify", "O-1")
            let file = """
                notice_id,gateway_id,outcome,occurred_at
                A1-999999,,delivered,2026-11-24T07:00:00Z
                ,m-1,delivered,2026-11-24T07:00:00Z
                ,,delivered,2026-11-24T07:00:00Z
                A1-1,,arrived,yesterday
                A1-1,,delivered,2026-11-25T07:00:00Z

                """
            let outcome = try await program.run(
                arguments: ["notice", "receipt", "import", "-", "--now", Self.now, "--format", "json"], input: file)
            #expect(outcome.status == 65)
            let rows = try #require(try outcome.errorObject()["rows"] as? [[String: Any]])
            let found = rows.map { "\($0["line"] ?? "") \($0["column"] ?? "") \($0["code"] ?? "")" }
            #expect(found.contains("2 notice_id unknown_notice"))
            #expect(found.contains { $0.hasPrefix("3 ") && $0.hasSuffix(" unknown_notice") })
            #expect(found.contains("4 notice_id missing_value"))
            #expect(found.contains("5 outcome unknown_word"))
            #expect(found.contains("5 occurred_at bad_instant"))
            #expect(found.contains("6 occurred_at in_future"))
            #expect(try await database.sql("SELECT count(*) FROM gasworks.notice_receipt").hasPrefix("0"))
        }
    }

    @Test("say what is missing before anything is sent", .migratedDatabase)
    func missing() async throws {
        try await withDeclaredOutage { program, _ in
            let unknown = try await run(program, "notice", "preview", "O-9", "--phone", "112")
            #expect(unknown.status == 65)
            #expect(unknown.errors.contains("There is no outage O-9."))
            let noPhone = try await run(program, "notice", "preview", "O-1")
            #expect(noPhone.status == 65)
            #expect(noPhone.errors.contains("No telephone for questions is given."))
            let noGateways = try await run(program, "notice", "deliver")
            #expect(noGateways.status == 64)
            let noFile = try await run(program, "notice", "deliver", "--gateways", "/no/such/file", "--phone", "112")
            #expect(noFile.status == 65)
        }
    }
}
