import Foundation
import Testing

@Suite("gasworks db")
struct DatabaseCommandTests {
    @Test("Status of a home without a cluster says so and makes nothing")
    func absent() async throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "gasworks-none-\(UUID().uuidString)").path
        let outcome = try await CommandLineProgram(["GASWORKS_HOME": home]).run("db", "status", "--format", "json")
        let object = try #require(try outcome.json() as? [String: Any])
        #expect(outcome.status == 0)
        #expect(object["state"] as? String == "absent")
        #expect(!FileManager.default.fileExists(atPath: home))
    }

    @Test("A server out of reach ends with 69, names the address and never the password")
    func outOfReach() async throws {
        let url = "postgresql://somebody:secret@127.0.0.1:1/gasworks?connect_timeout=5"
        let program = CommandLineProgram(["GASWORKS_DATABASE_URL": url])
        let outcome = try await program.run("db", "status", "--format", "json")
        #expect(outcome.status == 69)
        #expect(try outcome.errorObject()["code"] as? String == "database_out_of_reach")
        #expect(outcome.errors.contains("127.0.0.1"))
        #expect(!outcome.errors.contains("secret"))
    }

    @Test("Starting a cluster that was never made says how to make one")
    func startWithoutCluster() async throws {
        let outcome = try await CommandLineProgram().run("db", "start")
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("gasworks db init"))
    }

    @Test("A named server is not ours to start or stop", arguments: ["start", "stop"])
    func namedServer(verb: String) async throws {
        let outcome = try await CommandLineProgram().run("db", verb, "--database", "postgresql://u:secret@host/db")
        #expect(outcome.status == 65)
        #expect(!outcome.errors.contains("secret"))
    }

    @Test("A database is made once, tells what it is, keeps its settings, and stops", .timeLimit(.minutes(3)))
    func life() async throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "gasworks-life-\(UUID().uuidString)").path
        let program = CommandLineProgram(["GASWORKS_HOME": home])
        defer { try? FileManager.default.removeItem(atPath: home) }
        do {
            try await made(by: program)
            try await settings(by: program)
        } catch {
            _ = try await program.run("db", "stop")
            throw error
        }
        let stopped = try await program.run("db", "stop", "--format", "json")
        #expect(try (stopped.json() as? [String: Any])?["state"] as? String == "stopped")
    }

    private func made(by program: CommandLineProgram) async throws {
        let first = try await program.run(
            "db", "init", "--rehearsal", "--time-zone", "Asia/Shanghai", "--format", "json")
        try #require(first.status == 0, "\(first.errors)")
        #expect(first.errors.isEmpty)
        #expect(try (first.json() as? [String: Any])?["made"] as? Bool == true)
        let again = try await program.run("db", "init", "--format", "json")
        #expect(try (again.json() as? [String: Any])?["made"] as? Bool == false)
        let other = try await program.run("db", "init", "--time-zone", "Europe/Moscow")
        #expect(other.status == 65)
        let status = try await program.run("db", "status", "--format", "json")
        let installation = try (status.json() as? [String: Any])?["installation"] as? [String: Any]
        #expect(installation?["time_zone"] as? String == "Asia/Shanghai")
        #expect(installation?["rehearsal"] as? Bool == true)
    }

    private func settings(by program: CommandLineProgram) async throws {
        let day = ["--now", "2030-01-10T00:00:00Z"]
        let set = try await program.run(arguments: ["db", "setting", "set", "plan.freeze_days", "5"] + day)
        #expect(set.status == 0, "\(set.errors)")
        let late = try await program.run(
            arguments: ["db", "setting", "set", "plan.freeze_days", "6", "--from", "2030-01-09", "--format", "json"]
                + day)
        #expect(late.status == 77)
        #expect(try late.errorObject()["code"] as? String == "change_in_past")
        let list = try await program.run(arguments: ["db", "setting", "list", "--format", "csv"] + day)
        #expect(list.output.contains("plan.freeze_days,5,3,days,0...60,"))
    }
}
