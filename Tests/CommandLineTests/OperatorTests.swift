import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

@Suite("Who is acting")
struct OperatorTests {
    /// The operator that the archive names after a setting was set with some arguments in an environment.
    private func recorded(_ environment: [String: String], _ arguments: [String] = []) async throws -> String {
        let database = try TestDatabase.current
        try await database.sql("SELECT gasworks.install('Europe/Helsinki', true)")
        let url = database.connectionURL(role: .administrator)
        let program = CommandLineProgram(environment.merging(["GASWORKS_DATABASE_URL": url]) { $1 })
        let set = try await program.run(arguments: ["db", "setting", "set", "plan.freeze_days", "5"] + arguments)
        try #require(set.status == 0, "\(set.errors)")
        return try await database.sql(
            "SELECT DISTINCT operator FROM gasworks.archive_event WHERE kind = 'setting_changed'"
        )
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("is the person who called sudo", .migratedDatabase)
    func sudo() async throws {
        #expect(try await recorded(["SUDO_USER": "chen"]) == "chen")
    }

    @Test("is else the account on this machine, not the database's login", .migratedDatabase)
    func account() async throws {
        #expect(try await recorded([:]) == NSUserName())
    }

    @Test("is before all whom --operator names", .migratedDatabase)
    func named() async throws {
        #expect(try await recorded(["SUDO_USER": "chen"], ["--operator", "李班长"]) == "李班长")
    }
}
