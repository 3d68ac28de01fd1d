import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct TransactionTests {
    private struct Refused: Error, Equatable {}

    private func makeTable(_ name: String, _ connection: PostgresConnection) async throws {
        try await connection.execute("CREATE TABLE \(identifier: name) (id int PRIMARY KEY, n int NOT NULL)")
        try await connection.execute("INSERT INTO \(identifier: name) VALUES (1, 0), (2, 0)")
    }

    @Test func `what the work throws undoes the work and is thrown on unchanged`() async throws {
        try await withConnection { connection in
            try await makeTable("undone", connection)
            await #expect(throws: Refused()) {
                try await connection.transaction { connection in
                    try await connection.execute("UPDATE undone SET n = 1")
                    throw Refused()
                }
            }
            #expect(try await connection.queryOne("SELECT sum(n) FROM undone", as: Int.self) == 0)
            #expect(await !connection.isInTransaction)
        }
    }

    @Test func `a transaction runs as it was asked to`() async throws {
        try await withConnection { connection in
            let settings = try await connection.transaction(
                isolation: .serializable, readOnly: true, deferrable: true
            ) { connection in
                try await connection.queryOne(
                    """
                    SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only'),
                           current_setting('transaction_deferrable')
                    """, as: (String.self, String.self, String.self))
            }
            #expect(settings == ("serializable", "on", "on"))
        }
    }

    @Test func `after a failed statement the transaction is refused, and a new one works`() async throws {
        try await withConnection { connection in
            let error = await postgresError {
                try await connection.transaction { connection in
                    _ = try? await connection.query("SELECT 1 / 0")
                    try await connection.execute("SELECT 1")
                }
            }
            #expect(error?.sqlState == .inFailedTransaction)
            try await connection.transaction { try await expectUsable($0) }
        }
    }

    @Test func `a swallowed error does not pass for a commit`() async throws {
        try await withConnection { connection in
            let error = await postgresError {
                try await connection.transaction { connection in _ = try? await connection.query("SELECT 1 / 0") }
            }
            guard case .transaction(let failure) = error, failure.stage == .commit else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `a constraint that waits for the commit tells its name`() async throws {
        try await withConnection { connection in
            try await connection.simpleQuery(
                unsafeSQL: """
                    CREATE TABLE parent (id int PRIMARY KEY);
                    CREATE TABLE child (id int CONSTRAINT child_parent REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                    """)
            let error = await postgresError {
                try await connection.transaction { try await $0.execute("INSERT INTO child VALUES (7)") }
            }
            #expect(error?.sqlState == .foreignKeyViolation)
            #expect(error?.server?.constraint == "child_parent")
        }
    }

    @Test func `transactions do not nest`() async throws {
        try await withConnection { connection in
            let error = await postgresError {
                try await connection.transaction { outer in try await outer.transaction { _ in } }
            }
            guard case .protocolViolation = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(await !connection.isInTransaction)
        }
    }

    @Test func `a cancelled task rolls back`() async throws {
        try await withConnection { connection in
            try await makeTable("cancelled", connection)
            let task = Task {
                try await connection.transaction { connection in
                    try await connection.execute("UPDATE cancelled SET n = 1")
                    try await connection.execute("SELECT pg_sleep(60)")
                }
            }
            #expect(
                try await eventually {
                    try await TestDatabase.current.sql(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(60)' AND state = 'active'"
                            + " AND datname = current_database()") != "0"
                })
            task.cancel()
            let error = await postgresError { try await task.value }
            guard case .cancelled = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try await connection.queryOne("SELECT sum(n) FROM cancelled", as: Int.self) == 0)
        }
    }

    @Test func `a serialization failure is tried again until it succeeds`() async throws {
        try await withPool { pool in
            try await pool.withConnection { try await makeTable("counter", $0) }
            let tries = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<5 {
                            try await pool.withTransaction(
                                isolation: .serializable, retrying: RetryPolicy(attempts: 200)
                            ) { connection in
                                tries.count()
                                let n = try await connection.queryOne(
                                    "SELECT n FROM counter WHERE id = 1", as: Int32.self)
                                try await connection.execute("UPDATE counter SET n = \(n + 1) WHERE id = 1")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let total = try await pool.withConnection {
                try await $0.queryOne("SELECT n FROM counter WHERE id = 1", as: Int.self)
            }
            #expect(total == 20)
            #expect(tries.value >= 20)
        }
    }

    @Test func `two transactions in a deadlock both succeed in the end`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await makeTable("crossed", connection)
            }
            let tries = Counter()
            // Both hold their first row before either wants its second: the first tries must deadlock.
            let (arrivals, arrive) = AsyncStream.makeStream(of: Void.self)
            let held = Task {
                var count = 0
                for await _ in arrivals {
                    count += 1
                    if count == 2 { return }
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        try await pool.withTransaction { connection in
                            tries.count()
                            try await connection.execute("UPDATE crossed SET n = n + 1 WHERE id = \(first)")
                            arrive.yield()
                            await held.value
                            try await connection.execute("UPDATE crossed SET n = n + 1 WHERE id = \(second)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let total = try await pool.withConnection {
                try await $0.queryOne("SELECT sum(n) FROM crossed", as: Int.self)
            }
            #expect(total == 4)
            #expect(tries.value >= 3)
        }
    }

    @Test func `a failure that is no accident is not tried again`() async throws {
        try await withPool { pool in
            let tries = Counter()
            let error = await postgresError {
                try await pool.withTransaction { connection in
                    tries.count()
                    try await connection.execute("SELECT 1 / 0")
                }
            }
            #expect(error?.sqlState == "22012")
            #expect(tries.value == 1)
        }
    }

    @Test func `pauses between tries grow, up to a limit`() {
        let policy = RetryPolicy(attempts: 9, baseDelay: .milliseconds(10), maximumDelay: .milliseconds(100))
        let pauses = (1...8).map { policy.delay(afterAttempt: $0, random: 1) }
        #expect(pauses.prefix(4) == [.milliseconds(10), .milliseconds(20), .milliseconds(40), .milliseconds(80)])
        #expect(pauses.dropFirst(4).allSatisfy { $0 == .milliseconds(100) })
        #expect(policy.delay(afterAttempt: 3, random: 0) == .zero)
    }
}
