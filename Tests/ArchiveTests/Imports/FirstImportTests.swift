import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// A first import sets indexes and foreign keys aside; nobody may be able to tell afterwards.
struct FirstImportTests {
    @Test(.gasworks) func `a first import leaves every index and key as it found them`() async throws {
        let before = try await keys()
        try await SmallCity.found()
        #expect(try await keys() == before)
        #expect(before.contains("household_node_fkey") && before.contains("obligation_one_open"))
        #expect(try await SmallCity.faults().isEmpty)
    }

    @Test(.gasworks) func `a first import that is taken back leaves every index and key as it found them`() async throws
    {
        let administrator = try await session(as: .administrator)
        try await administrator.simpleQuery(unsafeSQL: SmallCity.network)
        let before = try await keys()
        try await administrator.simpleQuery(
            unsafeSQL: SmallCity.households().replacing("COMMIT;", with: "ROLLBACK;"))
        #expect(try await keys() == before)
        #expect(try await TestDatabase.current.sql("SELECT count(*) FROM gasworks.household") == "0")
    }

    @Test(.gasworks) func `a first import does without setting keys aside while somebody reads`() async throws {
        let reader = try await session(as: .dispatcher)
        try await reader.simpleQuery(unsafeSQL: "BEGIN; SELECT count(*) FROM household;")
        let before = try await keys()
        try await SmallCity.found()
        try await reader.simpleQuery(unsafeSQL: "COMMIT")
        #expect(try await keys() == before)
        #expect(try await TestDatabase.current.sql("SELECT count(*) FROM gasworks.household") == "20")
        #expect(try await SmallCity.faults().isEmpty)
    }

    @Test(.gasworks, arguments: applicationRoles) func `no role sets keys aside by itself`(role: ClusterRole)
        async throws
    {
        let connection = try await session(as: role, at: nil)
        for statement in [
            "SELECT set_aside_keys()", "SELECT bring_back_keys()",
            "INSERT INTO set_aside VALUES (1, 'DROP SCHEMA gasworks')",
        ] {
            let refused = await refusal { try await connection.simpleQuery(unsafeSQL: statement) }
            #expect(refused?.sqlState == .insufficientPrivilege, "\(role) \(statement)")
        }
    }

    /// Every index and foreign key, with its definition and whether it holds.
    private func keys() async throws -> String {
        try await TestDatabase.current.sql(
            """
            SELECT pg_get_indexdef(indexrelid), indisvalid AND indisready FROM pg_index AS i
            JOIN pg_class AS t ON t.oid = i.indrelid WHERE t.relnamespace = 'gasworks'::regnamespace
            UNION ALL
            SELECT conname || ' ' || pg_get_constraintdef(oid), convalidated FROM pg_constraint
            WHERE connamespace = 'gasworks'::regnamespace
            ORDER BY 1
            """)
    }
}
