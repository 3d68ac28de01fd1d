import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

@Suite("Commands about faults")
struct FaultCommandTests {
    private let now = "--now=2026-11-25T08:00:00Z"

    @Test(.migratedDatabase) func `a call brings a crew, and the fault runs by the commands to its repair`()
        async throws
    {
        let program = try await town()
        let reported = try await program.run(
            "fault", "report", "1001", "--severity", "general", "--scope", "customer", "--text", "no flame",
            "--caller-phone", "12345", "--format", "json", now)
        let answer = try #require(try reported.json() as? [String: Any], "\(reported.errors)")
        let fault = try #require(answer["id"] as? String)
        let dispatch = try #require(answer["dispatch"] as? [String: Any])
        #expect(dispatch["crew_id"] as? String == "R1")
        let job = try #require(dispatch["job"] as? String)
        #expect(!reported.output.contains("no flame") && !reported.output.contains("12345"))

        let early = try await program.run(
            "fault", "repair", fault, "--proof", "customer", "--work", "valve", "--format", "json", now)
        #expect(early.status == 77)
        #expect(try early.errorObject()["code"] as? String == "illegal_fault_state")
        let spoken = try await program.run("fault", "repair", fault, "--proof", "customer", "--work", "valve", now)
        #expect(spoken.errors.contains("handled before it is repaired"))

        let board = try await program.run("fault", "board", "--format", "json", now)
        #expect(try (board.json() as? [[String: Any]])?.map { $0["id"] as? String } == [fault])
        for (arguments, at) in [
            (["job", "start", job], "2026-11-25T08:20:00Z"),
            (["job", "close", job, "--result", "repaired", "--note", "new valve"], "2026-11-25T08:50:00Z"),
        ] {
            let outcome = try await program.run(arguments: arguments + ["--now=\(at)"])
            #expect(outcome.status == 0, "\(arguments) \(outcome.errors)")
        }
        let shown = try await program.run("fault", "show", fault, "--format", "json", "--now=2026-11-25T09:00:00Z")
        let sheet = try #require(try shown.json() as? [String: Any], "\(shown.errors)")
        let trail = try #require(sheet["trail"] as? [[String: Any]])
        #expect(
            trail.map { $0["kind"] as? String } == ["reported", "assigned", "arrived", "handled", "repaired"])
        let sla = try await program.run(
            "report", "sla", "--from", "2026-11-25", "--until", "2026-11-25", "--format", "json",
            "--now=2026-11-25T09:00:00Z")
        let report = try #require(try sla.json() as? [String: Any], "\(sla.errors)")
        #expect(report["faults"] as? Int == 1 && (report["breaches"] as? [Any])?.isEmpty == true)
    }

    @Test(.migratedDatabase)
    func `where the fault is must be said by one thing, and a vague address is answered by accounts`()
        async throws
    {
        let program = try await town()
        let common = ["fault", "report", "--severity", "major", "--text", "x", now]
        #expect(try await program.run(arguments: common).status == 64)
        #expect(try await program.run(arguments: common + ["1001", "--address", "Mill"]).status == 64)
        #expect(try await program.run(arguments: common + ["--node", "M"]).status == 64)
        let vague = try await program.run(arguments: common + ["--address", "Mill Street"])
        #expect(vague.status == 65 && vague.errors.contains("1001") && vague.errors.contains("1002"))
        let unknown = try await program.run(arguments: common + ["--node", "NOWHERE", "--district", "A1"])
        #expect(unknown.status == 65)
        let kept = try await program.run("fault", "list", "--format", "json", now)
        #expect(try (kept.json() as? [Any])?.isEmpty == true, "nothing was kept: \(kept.errors)")
    }

    @Test(.migratedDatabase)
    func `each step of a fault has its command, and what the caller said is opened for a purpose`()
        async throws
    {
        let program = try await town()
        let fault = try await report("1001", "customer", in: program)
        let picture = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).png")
        defer { try? FileManager.default.removeItem(at: picture) }
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]).write(to: picture)
        for (arguments, at) in [
            (["regrade", fault, "--severity", "major", "--reason", "supply of two"], "08:01"),
            (["agree", fault, "--at", "2026-11-25T14:00", "--note", "spoke with Bob"], "08:02"),
            (["approach", fault, "set-off", "--device-shows", "2026-11-25T06:00:00Z"], "08:05"),
            (["approach", fault, "arrived"], "08:10"),
            (["handle", fault, "--basis", "made-safe", "--crew", "R1"], "08:12"),
            (["wait", fault, "--told-at", "2026-11-25T08:13:00Z", "--note", "no valve"], "08:15"),
            (["resume", fault], "08:30"),
            (
                [
                    "repair", fault, "--proof", "measurement", "--work", "patched", "--temporary", "--gas-off",
                    "--part",
                    "VALVE15=2", "--cost", "12.5", "--crew", "R1", "--photo", picture.path,
                ], "08:40"
            ),
            (["repair", fault, "--proof", "customer", "--work", "valve", "--crew", "R1"], "09:40"),
        ] {
            let outcome = try await program.run(arguments: ["fault"] + arguments + ["--now=2026-11-25T\(at):00Z"])
            #expect(outcome.status == 0, "\(arguments) \(outcome.errors)")
        }
        let other = try await report("1002", "customer", in: program)
        let referred = try await program.run(
            "fault", "refer", other, "--to", "the maker", "--told-at", "2026-11-25T08:00:00Z", "--note", "guarantee",
            "--now=2026-11-25T09:41:00Z")
        #expect(referred.status == 0, "\(referred.errors)")
        let (main, again) = (
            try await report("1001", "network", in: program), try await report("1002", "network", in: program)
        )
        let joined = try await program.run("fault", "join", again, "--into", main, "--now=2026-11-25T09:42:00Z")
        #expect(joined.status == 0, "\(joined.errors)")

        let masked = try await program.run("fault", "show", fault, "--now=2026-11-25T09:45:00Z")
        #expect(masked.output.contains("device clock off") && !masked.output.contains("no flame"))
        #expect(try await program.run("fault", "show", fault, "--unmasked").status == 64)
        let opened = try await program.run(
            "fault", "show", fault, "--unmasked", "--purpose", "callback", "--now=2026-11-25T09:45:00Z")
        #expect(opened.output.contains("no flame") && opened.output.contains("12345"), "\(opened.errors)")
        let stored = try await TestDatabase.current.sql(
            """
            SELECT string_agg(gas || ' ' || temporary || ' ' || coalesce(cost, 0) || ' ' || parts, ', ' ORDER BY step_no),
                   (SELECT count(*) FROM gasworks.fault_photo),
                   (SELECT payload ->> 'purpose' FROM gasworks.archive_event WHERE kind = 'private_data_viewed')
            FROM gasworks.fault_repair
            """)
        #expect(stored == #"off true 12.50 [{"code":"VALVE15","count":2}], on false 0 []|1|callback"#)
    }

    @Test(.migratedDatabase) func `a repeated call, and a repeated dispatch, are answered with what was done`()
        async throws
    {
        let program = try await town()
        let call = [
            "fault", "report", "1001", "--severity", "general", "--text", "no flame", "--command-id", UUID().uuidString,
            "--format", "json",
        ]
        let first = try #require(try await program.run(arguments: call + [now]).json() as? [String: Any])
        let again = try await program.run(arguments: call + ["--now=2026-11-25T08:30:00Z"])
        #expect(try (again.json() as? [String: Any])?["id"] as? String == first["id"] as? String, "\(again.errors)")

        let fault = try await report("1002", "customer", in: program)
        let send = ["fault", "dispatch", fault, "--command-id", UUID().uuidString, "--format", "json"]
        let sent = try #require(try await program.run(arguments: send + [now]).json() as? [String: Any])
        let repeated = try await program.run(arguments: send + ["--now=2026-11-25T08:30:00Z"])
        let answer = try #require(try repeated.json() as? [String: Any], "\(repeated.errors)")
        for key in ["job", "crew_id", "arrival"] { #expect(answer[key] as? String == sent[key] as? String) }
        let kept = try await TestDatabase.current.sql(
            "SELECT count(*) FILTER (WHERE kind = 'assigned'), count(*) FILTER (WHERE kind = 'reported') FROM gasworks.fault_step"
        )
        #expect(kept == "2|2")
    }

    /// Reports a fault to which nobody is sent yet; its name.
    private func report(
        _ account: String, _ scope: String, in program: CommandLineProgram
    ) async throws -> String {
        let reported = try await program.run(
            "fault", "report", account, "--severity", "general", "--scope", scope, "--text", "no flame",
            "--caller-phone", "12345", "--no-dispatch", "--format", "json", now)
        let answer = try #require(try reported.json() as? [String: Any], "\(reported.errors)")
        return try #require(answer["id"] as? String)
    }

    private func town() async throws -> CommandLineProgram {
        try await .inTown(
            households: (1...2).map {
                "100\($0),residential,,Mill Street \($0),K\($0),\($0),1,A1,60.17\($0),24.94,B1,,,,,2020-01-01,2025-06-01"
            },
            crews: [
                "A1-I1,Inspection,A1,60.17,24.94,08:00,17:00,inspection",
                "R1,Repair,A1,60.17,24.94,08:00,17:00,repair;emergency",
            ], now: "2026-11-24T12:00:00Z")
    }
}
