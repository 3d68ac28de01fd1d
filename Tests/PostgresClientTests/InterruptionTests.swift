import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct InterruptionTests {
    /// Runs a statement in a task, cancels the task once the server is at work, and returns the error.
    private func cancelled(
        _ connection: PostgresConnection, _ work: @escaping @Sendable (PostgresConnection) async throws -> Void
    ) async throws -> PostgresError? {
        let process = await connection.serverProcessID
        let task = Task { try await work(connection) }
        let active = try await eventually {
            try await TestDatabase.current.sql(
                "SELECT state FROM pg_stat_activity WHERE pid = \(process) AND query LIKE '%slow%'") == "active"
        }
        #expect(active)
        task.cancel()
        return await postgresError { try await task.value }
    }

    @Test func `a cancelled task stops its statement at the server, and the connection stays usable`() async throws {
        try await withConnection { connection in
            for _ in 0..<5 {
                let error = try await cancelled(connection) { connection in
                    try await connection.execute("SELECT pg_sleep(60) -- slow")
                }
                guard case .cancelled = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                for _ in 0..<20 { try await expectUsable(connection) }
            }
        }
    }

    @Test func `a cancelled COPY in stores nothing, and the connection stays usable`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE slow_endless (n int8)")
            let error = try await cancelled(connection) { connection in
                try await connection.transaction { connection in
                    _ = try await connection.copyIn(into: "slow_endless", columns: ["n"], format: .binary) { writer in
                        while true { try await writer.write(row: 1) }
                    }
                }
            }
            guard case .cancelled = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let count = try await connection.queryOne("SELECT count(*) FROM slow_endless", as: Int.self)
            #expect(count == 0)
        }
    }

    @Test func `a task that is cancelled already sends nothing`() async throws {
        try await withConnection { connection in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await connection.execute("CREATE TABLE unborn ()")
            }
            let error = await postgresError { try await task.value }
            guard case .cancelled = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let count = try await connection.queryOne(
                "SELECT count(*) FROM pg_class WHERE relname = 'unborn'", as: Int.self)
            #expect(count == 0)
        }
    }

    @Test func `a statement that takes too long is stopped, and the connection stays usable`() async throws {
        try await withConnection { connection in
            for _ in 0..<5 {
                let error = await postgresError {
                    try await connection.query("SELECT pg_sleep(60)", timeout: .milliseconds(20))
                }
                guard case .timeout(.milliseconds(20)) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                try await expectUsable(connection)
            }
        }
    }

    @Test func `a timeout in the settings holds for every statement`() async throws {
        var settings = try configuration()
        settings.statementTimeout = .milliseconds(20)
        try await withConnection(settings) { connection in
            let error = await postgresError { try await connection.query("SELECT pg_sleep(60)") }
            guard case .timeout = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            try await expectUsable(connection)
        }
    }
}
