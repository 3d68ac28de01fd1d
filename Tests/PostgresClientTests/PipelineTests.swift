import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct PipelineTests {
    @Test func `a batch answers in order`() async throws {
        try await withConnection { connection in
            for _ in 0..<3 {
                let answers = try await connection.pipeline((0..<500).map { "SELECT \($0)" as PostgresQuery })
                let numbers = try answers.map { try $0[0].decode(Int.self) }
                #expect(numbers == Array(0..<500))
            }
        }
    }

    @Test func `a batch larger than all buffers does not get stuck`() async throws {
        let text = String(repeating: "x", count: 20_000)
        try await withConnection { connection in
            let answers = try await connection.pipeline((0..<500).map { "SELECT \($0), \(text)" as PostgresQuery })
            let last = try #require(answers.last?.first)
            #expect(try last.decode((Int.self, String.self)) == (499, text))
        }
    }

    @Test func `an error undoes its batch, names its statement, and leaves the connection usable`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE batch (a int CHECK (a < 10))")
            for _ in 0..<3 {
                let error = await postgresError {
                    try await connection.pipeline([
                        "INSERT INTO batch VALUES (\(1))", "INSERT INTO batch VALUES (\(11)) -- this",
                        "INSERT INTO batch VALUES (\(2))",
                    ])
                }
                #expect(error?.sqlState == .checkViolation)
                #expect(error?.server?.sql?.hasSuffix("-- this") == true)
                #expect(try await connection.queryOne("SELECT count(*) FROM batch", as: Int.self) == 0)
            }
            try await connection.pipeline(["INSERT INTO batch VALUES (\(1))", "INSERT INTO batch VALUES (\(2))"])
            #expect(try await connection.queryOne("SELECT sum(a) FROM batch", as: Int.self) == 3)
        }
    }

    @Test func `a batch is part of its transaction`() async throws {
        struct Enough: Error {}
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE part (a int)")
            await #expect(throws: Enough.self) {
                try await connection.transaction { connection in
                    try await connection.pipeline(["INSERT INTO part VALUES (1)", "INSERT INTO part VALUES (2)"])
                    throw Enough()
                }
            }
            #expect(try await connection.queryOne("SELECT count(*) FROM part", as: Int.self) == 0)
        }
    }
}
