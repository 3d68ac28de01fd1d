import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct PoolTests {
    @Test func `many tasks share few connections, each alone on one at a time`() async throws {
        try await withPool(PoolOptions(maximum: 4, acquireTimeout: .seconds(600))) { pool in
            let processes = try await withThrowingTaskGroup(of: Int.self) { group in
                for n in 0..<100 {
                    group.addTask {
                        try await pool.withConnection { connection in
                            try await connection.execute("SELECT set_config('test.owner', \(String(n)), false)")
                            await Task.yield()
                            let owner = try await connection.queryOne(
                                "SELECT current_setting('test.owner')", as: String.self)
                            #expect(owner == String(n))
                            return await connection.serverProcessID
                        }
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(processes.count <= 4)
            #expect(pool.connectionCount <= 4)
        }
    }

    @Test func `an exhausted pool says so in time`() async throws {
        try await withPool(PoolOptions(maximum: 1, acquireTimeout: .seconds(2))) { pool in
            try await pool.withConnection { connection in
                let error = await postgresError { try await pool.withConnection { _ in } }
                guard case .poolExhausted = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                try await expectUsable(connection)
            }
            try await pool.withConnection { try await expectUsable($0) }
        }
    }

    @Test func `a waiter can be cancelled`() async throws {
        try await withPool(PoolOptions(maximum: 1)) { pool in
            try await pool.withConnection { _ in
                let task = Task { try await pool.withConnection { _ in } }
                task.cancel()
                let error = await postgresError { try await task.value }
                guard case .cancelled = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
            try await pool.withConnection { try await expectUsable($0) }
        }
    }

    @Test func `whatever is left behind is undone before the next one comes`() async throws {
        try await withPool(PoolOptions(maximum: 1)) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TABLE leftover (a int)")
                try await connection.execute("BEGIN")
                try await connection.execute("INSERT INTO leftover VALUES (1)")
                _ = try await connection.listen(to: "leftover")
                var rows = try await connection.stream("SELECT generate_series(1, 1000000)").makeAsyncIterator()
                _ = try await rows.next()
            }
            try await pool.withConnection { connection in
                let state = try await connection.queryOne(
                    "SELECT (SELECT count(*) FROM leftover), (SELECT count(*) FROM pg_listening_channels())",
                    as: (Int.self, Int.self))
                #expect(state == (0, 0))
                #expect(await !connection.isInTransaction)
            }
        }
    }

    @Test func `a session ended by the server is an error to its user, and none to the next`() async throws {
        try await withPool(PoolOptions(maximum: 1)) { pool in
            let error = await postgresError {
                try await pool.withConnection { connection in
                    let process = await connection.serverProcessID
                    try await TestDatabase.current.sql("SELECT pg_terminate_backend(\(process))")
                    try await connection.execute("SELECT 1")
                }
            }
            #expect(error?.isOutOfReach == true && error?.sqlState == .adminShutdown)
            let process = try await pool.withConnection { await $0.serverProcessID }
            try await TestDatabase.current.sql("SELECT pg_terminate_backend(\(process))")
            // This one died in idleness: it is replaced without anybody noticing.
            let gone = try await eventually {
                try await TestDatabase.current.sql("SELECT count(*) FROM pg_stat_activity WHERE pid = \(process)")
                    == "0"
            }
            #expect(gone)
            try await pool.withConnection { try await expectUsable($0) }
        }
    }

    @Test func `a pool that was shut down refuses, clearly`() async throws {
        try await withPool { pool in
            try await pool.withConnection { try await expectUsable($0) }
            pool.shutDown()
            let error = await postgresError { try await pool.withConnection { _ in } }
            guard case .poolClosed = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }
}
