import EmbeddedPostgres
import PostgresClient
import PostgresTesting
import Testing

struct ThreadTests {
    @Test func `64 slow statements leave Swift's threads free for other work`() async throws {
        // On a cluster of its own, since the shared one has not so many connections to spare.
        let cluster = try await TemporaryCluster.start()
        let settings = try PostgresConfiguration(url: cluster.connectionURL(role: .owner))
        let pool = PostgresPool(settings, options: PoolOptions(maximum: 64, acquireTimeout: .seconds(120)))
        defer { pool.shutDown() }
        try await withConnection(settings) { gate in
            // Held before the first of them asks, so that all have to wait for it.
            try await gate.execute("SELECT pg_advisory_lock(64)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        try await pool.withConnection { connection in
                            _ = try await connection.execute("SELECT pg_advisory_lock_shared(64)")
                        }
                    }
                }
                let allWait = try await eventually {
                    try await gate.queryOne(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND query LIKE '%lock_shared(64)'
                        """, as: Int.self) == 64
                }
                #expect(allWait)
                // There are far fewer threads than statements that wait: were those blocked, this would never end.
                let sum = await withTaskGroup(of: Int.self) { group in
                    for n in 0..<1000 { group.addTask { await Task { n }.value } }
                    return await group.reduce(0, +)
                }
                #expect(sum == 499_500)
                try await gate.execute("SELECT pg_advisory_unlock(64)")
                try await group.waitForAll()
            }
        }
        cluster.remove()
    }
}
