import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

/// What `PostgresTesting` promises to the suites that build on it.
@Suite struct TestingSupportTests {
    @Suite(.serialized, .database) struct OnASuite {
        @Test(arguments: [1, 2]) func `the tests of a suite share its database`(turn: Int) async throws {
            let database = try TestDatabase.current
            try await database.sql("CREATE TABLE IF NOT EXISTS turn (number int); INSERT INTO turn VALUES (\(turn))")
            #expect(try await database.sql("SELECT count(*) FROM turn") == "\(turn)")
        }
    }

    @Suite struct OnATest {
        @Test(.database, arguments: [1, 2]) func `each case of a test has a database of its own`(turn: Int) async throws
        {
            let database = try TestDatabase.current
            try await database.sql("CREATE TABLE turn (number int)")
            #expect(try await database.sql("SELECT count(*) FROM turn") == "0")
        }
    }

    @Test(.migratedDatabase) func `a migrated database holds the schema, as the owner made it`() async throws {
        let owner = try await TestDatabase.current.sql(
            "SELECT tableowner FROM pg_tables WHERE schemaname = 'gasworks' AND tablename = 'migration'")
        #expect(owner == "gasworks_owner")
    }

    @Test func `without a trait there is no database to be had`() {
        #expect(throws: TestDatabase.Missing.self) { try TestDatabase.current }
    }

    @Test func `a cluster over the network offers TLS and asks for the password`() async throws {
        let cluster = try await TemporaryCluster.start(network: .init(users: ["anna": "it's: secret/"]))
        let network = try #require(cluster.network)
        let trusted = ["sslmode": "verify-full", "sslrootcert": network.certificateFile]
        for host in ["localhost", "127.0.0.1"] {
            let url = network.connectionURL(user: "anna", host: host, parameters: trusted)
            try psql(url, "SELECT 1")
        }
        #expect(throws: EmbeddedPostgresError.self) {
            try psql(network.connectionURL(user: "anna", password: "wrong"), "SELECT 1")
        }
        #expect(throws: EmbeddedPostgresError.self) {
            try psql(network.connectionURL(user: "gasworks_owner", password: ""), "SELECT 1")
        }
        try await cluster.crash()
        try await cluster.restart()
        try psql(network.connectionURL(user: "anna"), "SELECT 1")
    }
}

private func psql(_ url: String, _ statement: String) throws {
    let said = try ChildProcess.run(["psql", url, "-XAtqc", statement])
    guard said.exitStatus == 0 else { throw EmbeddedPostgresError.toolFailed(tool: "psql", output: said.message) }
}
