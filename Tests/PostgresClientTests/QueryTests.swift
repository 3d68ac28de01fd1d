import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct QueryTests {
    @Test func `a value in a hole is a value, whatever SQL it spells`() async throws {
        let attempts = ["'; DROP TABLE victim; --", "\\'; SELECT 1; --", "$1", "$$x$$", "\u{2019} OR 1=1", "%s\"'`"]
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE victim (name text)")
            for attempt in attempts {
                try await connection.execute("INSERT INTO victim VALUES (\(attempt))")
                let found = try await connection.queryOne(
                    "SELECT count(*) FROM victim WHERE name = \(attempt)", as: Int.self)
                #expect(found == 1)
                let back = try await connection.queryOne("SELECT \(attempt)", as: String.self)
                #expect(back == attempt)
            }
            let count = try await connection.queryOne("SELECT count(*) FROM victim", as: Int.self)
            #expect(count == attempts.count)
        }
    }

    @Test func `an identifier in a hole is quoted`() async throws {
        let name = #"odd "name"; DROP TABLE x"#
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE \(identifier: name) (a int)")
            let found = try await connection.queryOne(
                "SELECT count(*) FROM pg_class WHERE relname = \(name)", as: Int.self)
            #expect(found == 1)
        }
    }

    @Test func `a query within a query brings its values along`() async throws {
        let condition: PostgresQuery = "n > \(2) AND n < \(6)"
        let query: PostgresQuery = "SELECT n FROM generate_series(\(1), \(9)) n WHERE \(condition) AND n <> \(4)"
        #expect(query.sql == "SELECT n FROM generate_series($1, $2) n WHERE n > $3 AND n < $4 AND n <> $5")
        let numbers = try await withConnection { try await $0.query(query, as: Int.self) }
        #expect(numbers == [3, 5])
    }

    @Test func `a NUL in a text is refused by the server, in SQL by the client`() async throws {
        try await withConnection { connection in
            let inText = await postgresError { try await connection.query("SELECT \("a\0b")") }
            #expect(inText?.sqlState == .characterNotInRepertoire)
            let inSQL = await postgresError { try await connection.query(PostgresQuery(unsafeSQL: "SELECT 1 \0 x")) }
            guard case .protocolViolation = inSQL else {
                Issue.record("\(String(describing: inSQL))")
                return
            }
            try await expectUsable(connection)
        }
    }

    @Test func `rows decode to tuples, and columns by name`() async throws {
        try await withConnection { connection in
            let rows = try await connection.query("SELECT n AS id, 'name ' || n AS name FROM generate_series(1, 3) n")
            var names: [Int: String] = [:]
            for (id, name) in try rows.decode((Int.self, String.self)) { names[id] = name }
            #expect(names == [1: "name 1", 2: "name 2", 3: "name 3"])
            let row = try #require(rows.last)
            let name: String = try row["name"]
            let id = try row[0, as: Int.self]
            #expect(name == "name 3" && id == 3)
            #expect(rows.columns.map(\.name) == ["id", "name"])
            #expect(await postgresError { try row["nobody", as: String.self] } != nil)
            #expect(await postgresError { try row.decode((Int.self, String.self, Bool.self)) } != nil)
            #expect(await postgresError { try row.decode(Int.self) } != nil)
        }
    }

    @Test func `a NULL for a type that has none names the column and hides other values`() async throws {
        let error = await postgresError {
            try await withConnection { connection in
                try await connection.query(
                    "SELECT \("secret") AS open, NULL::text AS phone", as: (String.self, String.self))
            }
        }
        guard case .decoding(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.column == "phone" && failure.index == 1 && failure.mismatch == .null)
        #expect(failure.sql == "SELECT $1 AS open, NULL::text AS phone")
        #expect(!String(reflecting: failure).contains("secret"))
    }

    @Test func `one row means one row`() async throws {
        try await withConnection { connection in
            for count in [0, 2] {
                let error = await postgresError {
                    try await connection.queryOne("SELECT * FROM generate_series(1, \(count))", as: Int.self)
                }
                guard case .unexpectedRowCount(_, count, _) = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            let none = try await connection.queryOptional("SELECT 1 WHERE \(false)", as: Int.self)
            #expect(none == nil)
        }
    }

    @Test func `statements tell how many rows they touched`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TEMP TABLE t (a int)")
            #expect(try await connection.execute("INSERT INTO t SELECT generate_series(1, 5)") == 5)
            #expect(try await connection.execute("UPDATE t SET a = 0 WHERE a > 2") == 3)
            #expect(try await connection.execute("DELETE FROM t WHERE a = 99") == 0)
        }
    }

    @Test func `a script runs all its statements, or none`() async throws {
        try await withConnection { connection in
            let tags = try await connection.simpleQuery(unsafeSQL: "CREATE TABLE s1 (a int); INSERT INTO s1 VALUES (1)")
            #expect(tags == ["CREATE TABLE", "INSERT 0 1"])
            let error = await postgresError {
                try await connection.simpleQuery(unsafeSQL: "CREATE TABLE s2 (a int); SELECT 1 / 0; CREATE TABLE s3 ()")
            }
            #expect(error?.sqlState == "22012")
            let found = try await connection.queryOne(
                "SELECT count(*) FROM pg_class WHERE relname = ANY(\(["s2", "s3"]))", as: Int.self)
            #expect(found == 0)
        }
    }
}
