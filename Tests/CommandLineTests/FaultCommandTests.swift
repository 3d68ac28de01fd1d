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
        #expect(try await program.run("fault", "list", now).output.contains("A1-") == false, "nothing was kept")
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
