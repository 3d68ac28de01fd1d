import Archive
import EmbeddedPostgres
import GasService
import PostgresClient
import PostgresTesting
import Testing

struct GasworksDatabaseTests {
    @Test(.gasworks) func `an open database tells its time zone and plays the instant it was given`() async throws {
        let now = try #require(Instant("2026-03-29T01:00:00Z"))
        let database = try await GasworksDatabase.open(url: url(.dispatcher), for: "Åsa Öhman", at: now)
        #expect(database.installation.isRehearsal)
        #expect(try await database.present() == now)
        let human = try await database.read { try await $0.queryOne("SELECT claimed_operator()", as: (String.self)) }
        #expect(human == "Åsa Öhman")
        database.close()
    }

    @Test(.database) func `a database without the schema is not ready`() async throws {
        let url = try url(.owner)
        await #expect { try await GasworksDatabase.open(url: url) } throws: { error in
            guard case GasworksError.databaseNotReady = error else { return false }
            return true
        }
    }

    @Test(.gasworks) func `a real company's clock cannot be moved, by the program or by raw SQL`() async throws {
        try await TestDatabase.current.sql("UPDATE gasworks.installation SET rehearsal = false")
        let url = try url(.administrator)
        await #expect(throws: GasworksError.rehearsalClockRefused) {
            try await GasworksDatabase.open(url: url, at: Instant("2026-01-01T00:00:00Z"))
        }
        let raw = try await session(as: .administrator, at: nil)
        try await raw.simpleQuery(unsafeSQL: "SET gasworks.now = '2020-01-01'")
        let refused = await refusal { try await raw.execute("SELECT present()") }
        #expect(refused?.sqlState == "GW006")
    }

    @Test(.gasworks) func `what a rule refuses comes out as the error a user is told`() async throws {
        let database = try await GasworksDatabase.open(url: url(.crew))
        await #expect(throws: GasworksError.unknownJob("A1-7")) {
            try await database.write("start") {
                try await $0.execute("SELECT start_job(gen_random_uuid(), 'A1', 7, present())")
            }
        }
        await #expect { try await database.read { try await $0.execute("SELECT name FROM household") } } throws: {
            guard case GasworksError.roleRefused = $0 else { return false }
            return true
        }
        database.close()
    }

    private func url(_ role: ClusterRole) throws -> String { try TestDatabase.current.connectionURL(role: role) }
}
