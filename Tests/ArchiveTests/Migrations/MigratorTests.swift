import Archive
import EmbeddedPostgres
import GasService
import PostgresClient
import PostgresTesting
import Schema
import Testing

struct MigratorTests {
    @Test(.database) func `two processes that migrate at once apply each file once`() async throws {
        let (first, second) = (try await owner(), try await owner())
        async let one = Migrator().migrate(first)
        async let two = Migrator().migrate(second)
        let reports = try await [one, two]
        #expect(reports.flatMap(\.applied).sorted() == Schema.migrations.map(\.name))
        #expect(reports.count(where: \.routinesApplied) == 1)
        #expect(try await Migrator().status(first).isCurrent)
        #expect(try await Migrator().migrate(second).isEmpty)
    }

    @Test(.database) func `a file that changed after it was applied is refused`() async throws {
        let owner = try await owner()
        try await Migrator(migrations: [step(1, "CREATE TABLE gasworks.a ()")]).migrate(owner)
        await #expect(throws: GasworksError.changedMigration(name: "m1")) {
            try await Migrator(migrations: [step(1, "CREATE TABLE gasworks.b ()"), step(2, "SELECT 1")]).migrate(owner)
        }
        let second = try await owner.queryOne("SELECT count(*) FROM gasworks.migration", as: (Int.self))
        #expect(second == 1)
    }

    @Test(.database) func `a database that a newer program migrated is refused`() async throws {
        let owner = try await owner()
        try await Migrator(migrations: [step(1, "SELECT 1"), step(2, "SELECT 2")]).migrate(owner)
        await #expect(throws: GasworksError.newerDatabase(version: "m2", known: "m1")) {
            try await Migrator(migrations: [step(1, "SELECT 1")]).migrate(owner)
        }
    }

    @Test(.database) func `a migration that fails leaves nothing of itself and can be tried again`() async throws {
        let owner = try await owner()
        let good = step(1, "CREATE TABLE gasworks.a ()")
        let bad = step(2, "CREATE TABLE gasworks.b (); SELECT 1 / 0")
        await #expect(throws: GasworksError.self) { try await Migrator(migrations: [good, bad]).migrate(owner) }
        #expect(try await Migrator(migrations: [good, bad]).status(owner).missing == ["m2"])
        let left = try await owner.queryOne("SELECT to_regclass('gasworks.b') IS NOT NULL", as: (Bool.self))
        #expect(!left)
        let mended = [good, step(2, "CREATE TABLE gasworks.b ()")]
        #expect(try await Migrator(migrations: mended).migrate(owner).applied == ["m2"])
    }

    @Test(.database) func `a database that remembers a former text of a migration is as good as a new one`()
        async throws
    {
        let owner = try await owner()
        let former = step(1, "CREATE TABLE gasworks.a (); CREATE FUNCTION gasworks.f() RETURNS int RETURN 1")
        try await Migrator(migrations: [former]).migrate(owner)
        let remembered = try await owner.queryOne("SELECT checksum FROM gasworks.migration", as: (String.self))
        let now = Migration(
            number: 1, name: "m1", sql: "CREATE TABLE gasworks.a ()", formerChecksums: ["0123", remembered])
        #expect(try await Migrator(migrations: [now, step(2, "SELECT 1")]).migrate(owner).applied == ["m2"])
        #expect(try await Migrator(migrations: [now, step(2, "SELECT 1")]).status(owner).isCurrent)
    }

    private func owner() async throws -> PostgresConnection {
        try await session(as: .owner, at: nil)
    }

    private func step(_ number: Int32, _ sql: String) -> Migration {
        Migration(number: number, name: "m\(number)", sql: sql)
    }
}
