import Archive
import EmbeddedPostgres
import GasService
import PostgresClient
import PostgresTesting
import Schema
import Testing

/// Functions, views, policies and privileges are what the files of this program say, whatever was there before.
struct RoutineTests {
    @Test(.database) func `routines are applied when they are new or changed, and not otherwise`() async throws {
        let owner = try await session(as: .owner, at: nil)
        #expect(try await migrator(answering: 1).migrate(owner).routinesApplied)
        #expect(try await !migrator(answering: 1).migrate(owner).routinesApplied)
        #expect(try await answer(owner) == 1)
        #expect(try await migrator(answering: 2).status(owner).routines == .outdated)
        #expect(try await migrator(answering: 2).migrate(owner).routinesApplied)
        #expect(try await answer(owner) == 2)
    }

    @Test(.database) func `a function that stands in no file any more is gone`() async throws {
        let owner = try await session(as: .owner, at: nil)
        try await migrator(answering: 1).migrate(owner)
        try await Migrator().migrate(owner)
        let left = try await owner.queryOne(
            "SELECT to_regproc('gasworks.added') IS NOT NULL", as: (Bool.self))
        #expect(!left)
    }

    @Test(
        .database,
        arguments: [
            "GRANT SELECT ON gasworks.household TO gasworks_crew",
            "GRANT SELECT (phone) ON gasworks.household TO gasworks_compliance",
            "GRANT EXECUTE ON FUNCTION gasworks.append_event TO PUBLIC",
            "REVOKE EXECUTE ON FUNCTION gasworks.start_job FROM gasworks_crew",
            "DROP POLICY job_crew ON gasworks.job",
            "CREATE POLICY all_of_it ON gasworks.job FOR SELECT TO gasworks_crew USING (true)",
            "CREATE OR REPLACE FUNCTION gasworks.today() RETURNS date LANGUAGE sql STABLE AS 'SELECT DATE ''2020-01-01'''",
            "CREATE VIEW gasworks.spy AS SELECT phone FROM gasworks.household",
            "ALTER TABLE gasworks.household DISABLE ROW LEVEL SECURITY",
        ])
    func `what was changed by hand is seen, and put right by migrating`(change: String) async throws {
        let owner = try await session(as: .owner, at: nil)
        try await Migrator().migrate(owner)
        let asMade = try await catalogue(owner)
        try await owner.simpleQuery(unsafeSQL: change)
        #expect(try await Migrator().status(owner).routines == .changedByHand)
        #expect(try await Migrator().migrate(owner).routinesApplied)
        #expect(try await Migrator().status(owner).isCurrent)
        #expect(try await catalogue(owner) == asMade)
    }

    @Test(.database) func `an older program does not put its routines back`() async throws {
        let owner = try await session(as: .owner, at: nil)
        try await migrator(answering: 2, revision: Schema.routineRevision + 1).migrate(owner)
        let known = "routines \(Schema.routineRevision)"
        let newer = GasworksError.newerDatabase(version: "routines \(Schema.routineRevision + 1)", known: known)
        await #expect(throws: newer) { try await migrator(answering: 1).migrate(owner) }
        #expect(try await answer(owner) == 2)
        try await owner.execute("SELECT gasworks.install('UTC', true)")
        let url = try TestDatabase.current.connectionURL(role: .dispatcher)
        await #expect(throws: newer) { try await GasworksDatabase.open(url: url) }
    }

    @Test(.database) func `commands wait until the routines were applied after a migration`() async throws {
        let owner = try await session(as: .owner, at: nil)
        try await Migrator().migrate(owner)
        try await owner.execute("SELECT gasworks.install('UTC', true)")
        let url = try TestDatabase.current.connectionURL(role: .dispatcher)
        // As after a migrator that was stopped between the two.
        try await owner.execute("UPDATE gasworks.routine SET migration = migration - 1")
        await #expect(throws: GasworksError.databaseNotReady(.routinesBehind)) {
            try await GasworksDatabase.open(url: url)
        }
        try await Migrator().migrate(owner)
        try await GasworksDatabase.open(url: url).close()
    }

    @Test(.database) func `a routine that does not parse is refused, and the database stays as it was`() async throws {
        let owner = try await session(as: .owner, at: nil)
        try await migrator(answering: 1).migrate(owner)
        let bad = RoutineFile(
            name: "bad", sql: "CREATE FUNCTION gasworks.bad() RETURNS int LANGUAGE sql AS 'SELECT no_such_thing()';")
        let migrator = Migrator(
            migrations: Schema.migrations, routines: [bad] + Schema.routines, revision: Schema.routineRevision)
        await #expect(throws: GasworksError.self) { try await migrator.migrate(owner) }
        #expect(try await answer(owner) == 1)
        #expect(try await self.migrator(answering: 1).status(owner).isCurrent)
    }

    /// A migrator of this program's schema with one function more.
    private func migrator(answering answer: Int, revision: Int32 = Schema.routineRevision) -> Migrator {
        let added = RoutineFile(
            name: "added",
            sql:
                "CREATE OR REPLACE FUNCTION gasworks.added() RETURNS bigint LANGUAGE sql AS 'SELECT \(answer)::bigint';"
        )
        return Migrator(migrations: Schema.migrations, routines: [added] + Schema.routines, revision: revision)
    }

    private func answer(_ owner: PostgresConnection) async throws -> Int {
        try await owner.queryOne("SELECT gasworks.added()", as: (Int.self))
    }

    /// Who may do what, and what functions say.
    private func catalogue(_ owner: PostgresConnection) async throws -> [String] {
        try await owner.query(
            """
            SELECT format('%s %s %s %s', oid::regprocedure, proowner::regrole, g, md5(prosrc))
            FROM pg_proc LEFT JOIN LATERAL aclexplode(proacl) AS g ON true
            WHERE pronamespace = 'gasworks'::regnamespace
            UNION ALL
            SELECT format('%s %s %s %s', relname, relowner::regrole, relrowsecurity, g)
            FROM pg_class LEFT JOIN LATERAL aclexplode(relacl) AS g ON true
            WHERE relnamespace = 'gasworks'::regnamespace AND relkind IN ('r', 'v', 'S')
            UNION ALL
            SELECT format('%s %s %s', attrelid::regclass, attname, g)
            FROM pg_attribute CROSS JOIN LATERAL aclexplode(attacl) AS g
            WHERE attrelid::regclass::text LIKE 'gasworks.%'
            UNION ALL
            SELECT format('%s %s %s %s', tablename, policyname, roles, qual) FROM pg_policies
            WHERE schemaname = 'gasworks'
            ORDER BY 1
            """, as: (String.self))
    }
}
