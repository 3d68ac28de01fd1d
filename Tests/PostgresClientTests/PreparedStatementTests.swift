import PostgresTesting
import Testing

@testable import PostgresClient

@Suite(.database) struct PreparedStatementTests {
    private func preparedCount(_ connection: PostgresConnection, matching pattern: String) async throws -> Int {
        try await connection.queryOne(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE \(pattern)", as: Int.self)
    }

    @Test func `a statement is prepared when it is seen again, once`() async throws {
        try await withConnection { connection in
            for n in 1...5 {
                let sum = try await connection.queryOne("SELECT \(n) + 1000", as: Int.self)
                let prepared = try await preparedCount(connection, matching: "SELECT $1 + 1000")
                #expect(sum == n + 1000)
                #expect(prepared == (n > 1 ? 1 : 0))
            }
        }
    }

    @Test func `a prepared statement survives a change of its table`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE grown (a int)")
            try await connection.execute("INSERT INTO grown VALUES (1)")
            for _ in 0..<3 { _ = try await connection.query("SELECT * FROM grown") }
            try await connection.execute("ALTER TABLE grown ADD COLUMN b int")
            let columns = try await connection.query("SELECT * FROM grown").columns
            #expect(columns.map(\.name) == ["a", "b"])
        }
    }

    @Test func `a prepared statement that was discarded is made again`() async throws {
        try await withConnection { connection in
            for _ in 0..<3 { _ = try await connection.query("SELECT 4711") }
            try await connection.execute("DISCARD ALL")
            #expect(try await connection.queryOne("SELECT 4711", as: Int.self) == 4711)
        }
    }

    @Test func `a connection keeps no more statements than it may`() async throws {
        var settings = try configuration()
        settings.statementCacheSize = 4
        try await withConnection(settings) { connection in
            for _ in 0..<3 {
                for n in 0..<10 {
                    let sql = "SELECT \(n) AS bounded"
                    for _ in 0..<2 { _ = try await connection.query(PostgresQuery(unsafeSQL: sql)) }
                }
            }
            #expect(try await preparedCount(connection, matching: "%AS bounded") <= 5)
        }
    }

    @Test func `the statement unused longest makes room`() {
        var cache = StatementCache(capacity: 2)
        func key(_ sql: String) -> StatementCache.Key { .init(sql: sql, types: []) }
        #expect(cache.plan(for: key("a")) == .direct)
        #expect(cache.plan(for: key("a")) == .prepare(name: "s2"))
        cache.prepared(key("a"), as: "s2")
        #expect(cache.plan(for: key("b")) == .direct)
        #expect(cache.plan(for: key("a")) == .prepared(name: "s2"))
        #expect(cache.plan(for: key("c")) == .direct)
        #expect(cache.takeEvicted() == [])  // "b" made room; the server never had it.
        #expect(cache.plan(for: key("c")) == .prepare(name: "s6"))
        #expect(cache.plan(for: key("d")) == .direct)
        #expect(cache.takeEvicted() == ["s2"])
        #expect(cache.takeEvicted() == [])
    }
}
