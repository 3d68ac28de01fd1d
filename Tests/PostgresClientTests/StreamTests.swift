import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct StreamTests {
    @Test func `rows stream in order`() async throws {
        try await withConnection { connection in
            let stream = try await connection.stream("SELECT n, n::text FROM generate_series(1, \(10_000)) n")
            var expected = 1
            for try await (number, text) in stream.decode((Int.self, String.self)) {
                #expect(number == expected && text == String(expected))
                expected += 1
            }
            #expect(expected == 10_001)
            try await expectUsable(connection)
        }
    }

    @Test func `a stream that is left early does not hold up its connection`() async throws {
        try await withConnection { connection in
            for _ in 0..<20 {
                for try await row in try await connection.stream("SELECT generate_series(1, 10000000)") {
                    let first = try row[0, as: Int.self]
                    #expect(first == 1)
                    break
                }
                try await expectUsable(connection)
            }
        }
    }

    @Test func `a connection says that its rows are still being read`() async throws {
        try await withConnection { connection in
            let stream = try await connection.stream("SELECT n FROM generate_series(1, 100000) n")
            var rows = stream.makeAsyncIterator()
            _ = try await rows.next()
            let error = await postgresError { try await connection.query("SELECT 1") }
            guard case .busy = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            var count = 1
            while try await rows.next() != nil { count += 1 }
            #expect(count == 100_000)
        }
    }

    @Test func `an error after some rows comes after those rows`() async throws {
        try await withConnection { connection in
            let stream = try await connection.stream("SELECT 10 / (500 - n) FROM generate_series(1, 1000) n")
            var count = 0
            let error = await postgresError { for try await _ in stream { count += 1 } }
            #expect(error?.sqlState == "22012")
            #expect(count == 499)
            try await expectUsable(connection)
        }
    }

    @Test func `no rows are no rows`() async throws {
        try await withConnection { connection in
            for try await _ in try await connection.stream("SELECT 1 WHERE false") { Issue.record("a row") }
            try await expectUsable(connection)
        }
    }
}
