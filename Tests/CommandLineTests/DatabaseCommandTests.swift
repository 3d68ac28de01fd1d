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
}
