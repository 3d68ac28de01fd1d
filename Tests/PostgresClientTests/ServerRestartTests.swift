import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

/// On a cluster of their own, since these stop and crash it.
struct ServerRestartTests {
    @Test func `after a restart of the server: a clear error first, then a working pool`() async throws {
        let cluster = try await TemporaryCluster.start()
        let settings = try PostgresConfiguration(url: cluster.connectionURL(role: .owner))
        let pool = PostgresPool(settings, options: PoolOptions(maximum: 4))
        defer { pool.shutDown() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { try await pool.withConnection { _ = try await $0.execute("SELECT pg_sleep(0.05)") } }
            }
            try await group.waitForAll()
        }
        let interrupted = Task { try await pool.withConnection { try await $0.execute("SELECT pg_sleep(60)") } }
        let sleeping = try await eventually {
            try await cluster.sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(60)'") != "0"
        }
        #expect(sleeping)

        try await cluster.embedded.stop(.fast)
        let lost = await postgresError { try await interrupted.value }
        #expect(lost?.isOutOfReach == true)
        let refused = await postgresError { try await pool.withConnection { try await expectUsable($0) } }
        guard case .connectionFailed = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }

        try await cluster.embedded.start()
        for _ in 0..<8 { try await pool.withConnection { try await expectUsable($0) } }

        try await cluster.crash()
        try await cluster.restart()
        for _ in 0..<8 { try await pool.withConnection { try await expectUsable($0) } }
        cluster.remove()
    }

    @Test func `a commit whose answer was lost is unknown, not failed`() async throws {
        let cluster = try await TemporaryCluster.start()
        let settings = try PostgresConfiguration(url: cluster.connectionURL(role: .owner))
        let connection = try await PostgresConnection.connect(settings)
        try await connection.simpleQuery(
            unsafeSQL: """
                CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
                CREATE TABLE slow (a int);
                CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON slow
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle();
                """)
        let commit = Task {
            try await connection.transaction { try await $0.execute("INSERT INTO slow VALUES (1)") }
        }
        let committing = try await eventually {
            try await cluster.sql("SELECT count(*) FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'")
                != "0"
        }
        #expect(committing)
        try await cluster.crash()
        let error = await postgresError { try await commit.value }
        guard case .commitUnknown = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        cluster.remove()
    }
}
