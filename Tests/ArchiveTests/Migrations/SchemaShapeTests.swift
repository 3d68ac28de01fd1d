import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// What the schema promises to an operator at night, and to Citus, which refuses what breaks it.
struct SchemaShapeTests {
    /// Small tables that every node holds whole; they are keyed by their own ids.
    private static let referenceTables = [
        "absence", "certificate", "crew", "crew_member", "cycle_rule", "installation", "migration", "notice_channel",
        "outage", "outage_area", "outage_gate", "outage_overlap", "outage_publication", "outage_terms", "routine",
        "set_aside", "shift", "staff_login", "standby", "supply_node",
    ]

    /// What only an owner of tables may do, called by the functions of an import.
    private static let ownersFunctions = ["bring_back_keys", "refresh_statistics", "set_aside_keys"]

    @Test(.gasworks) func `every key of a customer's table contains the district`() async throws {
        let owner = try await session(as: .owner, at: nil)
        let without = try await owner.query(
            """
            SELECT t.relname || ' ' || i.indexrelid::regclass::text
            FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid
            WHERE t.relnamespace = 'gasworks'::regnamespace AND i.indisunique AND t.relname <> ALL (\(Self.referenceTables))
              AND NOT EXISTS (SELECT FROM pg_attribute AS a
                              WHERE a.attrelid = t.oid AND a.attname = 'district_id' AND a.attnum = ANY (i.indkey))
            """, as: (String.self))
        #expect(without.isEmpty)
    }

    @Test(.gasworks) func `no trigger hides a rule, and every check has a name that says what it is for`() async throws
    {
        let owner = try await session(as: .owner, at: nil)
        let triggers = try await owner.query(
            """
            SELECT tgname::text FROM pg_trigger AS g JOIN pg_class AS t ON t.oid = g.tgrelid
            WHERE t.relnamespace = 'gasworks'::regnamespace AND NOT g.tgisinternal
            """, as: (String.self))
        #expect(triggers.isEmpty)
        // PostgreSQL's own names end in _check.
        let unnamed = try await owner.query(
            """
            SELECT conname::text FROM pg_constraint
            WHERE connamespace = 'gasworks'::regnamespace AND contype = 'c' AND conname LIKE '%\\_check'
            """, as: (String.self))
        #expect(unnamed.isEmpty)
    }

    @Test(.gasworks) func `functions that change state cannot be led astray and are nobody's who was not named`()
        async throws
    {
        let owner = try await session(as: .owner, at: nil)
        let loose = try await owner.query(
            """
            SELECT proname::text FROM pg_proc
            WHERE pronamespace = 'gasworks'::regnamespace
              AND ((prosecdef AND NOT coalesce('search_path=gasworks, pg_temp' = ANY (proconfig), false))
                   OR EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0))
            """, as: (String.self))
        #expect(loose.isEmpty)
        let owners = try await owner.query(
            """
            SELECT DISTINCT proowner::regrole::text FROM pg_proc
            WHERE pronamespace = 'gasworks'::regnamespace AND prosecdef AND proname <> ALL (\(Self.ownersFunctions))
            """, as: (String.self))
        #expect(owners == ["gasworks_keeper"])
    }
}
