import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct ErrorTests {
    @Test func `an error carries what the server knows, and hides values in its description`() async throws {
        try await withConnection { connection in
            try await connection.execute(
                "CREATE TABLE person (phone text CONSTRAINT one_phone UNIQUE, age int CONSTRAINT of_age CHECK (age > 17))"
            )
            try await connection.execute("INSERT INTO person VALUES (\("555-SECRET"), 20)")
            let duplicate = await postgresError {
                try await connection.execute("INSERT INTO person VALUES (\("555-SECRET"), 21)")
            }
            let error = try #require(duplicate)
            let server = try #require(error.server)
            #expect(server.sqlState == .uniqueViolation && server.severity == "ERROR")
            #expect(server.constraint == "one_phone" && server.table == "person" && server.schema == "public")
            #expect(server.detail?.contains("555-SECRET") == true)
            #expect(server.sql == "INSERT INTO person VALUES ($1, 21)")
            #expect(!"\(error)".contains("SECRET"))
            #expect(String(reflecting: error).contains("SECRET"))
            let minor = await postgresError { try await connection.execute("INSERT INTO person VALUES ('1', 3)") }
            #expect(minor?.sqlState == .checkViolation && minor?.server?.constraint == "of_age")
        }
    }

    @Test func `a syntax error tells its place, also within a function`() async throws {
        try await withConnection { connection in
            let error = await postgresError { try await connection.query("SELECT 1 FROM FROM x") }
            #expect(error?.sqlState == .syntaxError && error?.server?.position == 15)
            try await connection.simpleQuery(
                unsafeSQL: """
                    CREATE FUNCTION faulty() RETURNS void LANGUAGE plpgsql AS $$
                    BEGIN EXECUTE 'SELECT * FROM nowhere'; END $$
                    """)
            let inner = await postgresError { try await connection.query("SELECT faulty()") }
            #expect(inner?.sqlState == .undefinedTable)
            #expect(inner?.server?.internalQuery == "SELECT * FROM nowhere" && inner?.server?.internalPosition == 15)
        }
    }

    @Test func `codes of our own come through as they are`() async throws {
        try await withConnection { connection in
            let error = await postgresError {
                try await connection.simpleQuery(
                    unsafeSQL: """
                        DO $$ BEGIN
                            RAISE EXCEPTION 'plan_conflict' USING ERRCODE = 'GW002', DETAIL = '{"by":"x"}', HINT = 'R7';
                        END $$
                        """)
            }
            #expect(error?.sqlState == "GW002" && error?.sqlState?.errorClass == "GW")
            #expect(error?.server?.message == "plan_conflict" && error?.server?.hint == "R7")
        }
    }

    @Test func `a connection is usable after any number of errors`() async throws {
        try await withConnection { connection in
            for n in 0..<200 {
                let error = await postgresError { try await connection.query("SELECT \(n) / 0") }
                #expect(error?.sqlState == "22012")
            }
            try await expectUsable(connection)
        }
    }

    @Test func `COPY as a plain query is refused and does no harm`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE target (a int)")
            for sql in ["COPY target FROM STDIN", "COPY (SELECT generate_series(1, 100000)) TO STDOUT"] {
                let error = await postgresError { try await connection.query(PostgresQuery(unsafeSQL: sql)) }
                guard case .protocolViolation = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                try await expectUsable(connection)
            }
        }
    }
}
