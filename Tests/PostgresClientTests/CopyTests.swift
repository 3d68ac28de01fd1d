import FoundationEssentials
import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct CopyTests {
    private struct Interrupted: Error {}

    private func count(_ table: String, _ connection: PostgresConnection) async throws -> Int {
        try await connection.queryOne("SELECT count(*) FROM \(identifier: table)", as: Int.self)
    }

    @Test func `rows in binary arrive with their values`() async throws {
        try await withConnection { connection in
            try await connection.execute(
                "CREATE TABLE kinds (a int8, b text, c date, d timestamptz, e float8, f bool, g int4[], h uuid)")
            let uuid = UUID()
            let stored = try await connection.copyIn(into: "kinds", columns: [], format: .binary) { writer in
                try await writer.write(
                    row: 1, "ü\t\\.\n", PostgresDate(daysSince2000: 3), PostgresTimestamp.infinity, 0.5, true,
                    [Int32(1)], uuid)
                try await writer.write(
                    row: Int?.none, "", PostgresDate?.none, PostgresTimestamp(microsecondsSince2000: 0), Double?.none,
                    false, [Int32](), UUID?.none)
            }
            #expect(stored == 2)
            let rows = try await connection.query(
                "SELECT a, b, c, d = 'infinity', e, f, g, h FROM kinds",
                as: (
                    Int?.self, String.self, PostgresDate?.self, Bool.self, Double?.self, Bool.self, [Int32].self,
                    UUID?.self
                ))
            #expect(rows[0].1 == "ü\t\\.\n" && rows[0].2 == PostgresDate(daysSince2000: 3) && rows[0].7 == uuid)
            #expect(rows[0].3 && rows[0].6 == [1])
            #expect(rows[1].0 == nil && rows[1].1 == "" && rows[1].2 == nil && rows[1].4 == nil && rows[1].7 == nil)
        }
    }

    @Test func `two hundred thousand rows go in and come out again`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE many (n int8, name text)")
            let stored = try await connection.copyIn(into: "many", columns: ["n", "name"], format: .binary) { writer in
                for n in 0..<200_000 { try await writer.write(row: n, "household \(n)") }
            }
            #expect(stored == 200_000)
            var bytes = 0
            var lines = 0
            for try await piece in try await connection.copyOut(
                "SELECT n, name FROM many WHERE n >= \(100_000) AND name LIKE \("household%")", format: .csv())
            {
                bytes += piece.count
                lines += piece.count { $0 == UInt8(ascii: "\n") }
                #expect(piece.last == UInt8(ascii: "\n"))
            }
            #expect(lines == 100_000)
            #expect(bytes == 100_000 * "100000,household 100000\n".utf8.count)
        }
    }

    @Test func `text and CSV may be cut anywhere`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE cut (n int, name text)")
            let text = Array((0..<1000).map { "\($0)\tline \($0)\n" }.joined().utf8)
            let stored = try await connection.copyIn(into: "public.cut", columns: ["n", "name"], format: .text) {
                writer in
                for start in stride(from: 0, to: text.count, by: 7) {
                    try await writer.write(Array(text[start..<min(start + 7, text.count)]))
                }
            }
            #expect(stored == 1000)
            let large = "n,name\n" + (0..<50_000).map { "\($0),\"quoted, \($0)\"\n" }.joined()
            let more = try await connection.copyIn(
                into: PostgresTable("cut", schema: "public"), columns: [], format: .csv(header: true)
            ) { try await $0.write(Array(large.utf8)) }
            #expect(more == 50_000)
        }
    }

    @Test func `a thrown error calls the COPY off and is thrown on`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE half (n int8)")
            for rows in [0, 10, 100_000] {
                await #expect(throws: Interrupted.self) {
                    try await connection.copyIn(into: "half", columns: ["n"], format: .binary) { writer in
                        for n in 0..<rows { try await writer.write(row: n) }
                        throw Interrupted()
                    }
                }
                #expect(try await count("half", connection) == 0)
            }
        }
    }

    @Test func `a bad row refuses the whole COPY and says where it is`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE bad (n int8)")
            let error = await postgresError {
                try await connection.copyIn(into: "bad", columns: ["n"], format: .text) { writer in
                    for n in 0..<100_000 { try await writer.write(n == 777 ? "oops\n" : "\(n)\n") }
                }
            }
            #expect(error?.sqlState == "22P02")
            #expect(error?.server?.context?.contains("line 778") == true)
            #expect(try await count("bad", connection) == 0)
        }
    }

    @Test func `an unknown table is an error before anything is written`() async throws {
        try await withConnection { connection in
            let error = await postgresError {
                try await connection.copyIn(into: "nowhere", columns: [], format: .text) { _ in
                    Issue.record("written")
                }
            }
            #expect(error?.sqlState == .undefinedTable)
        }
    }

    @Test func `a COPY in belongs to its transaction, and keeps others off its connection`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE owned (n int8)")
            await #expect(throws: Interrupted.self) {
                try await connection.transaction { connection in
                    try await connection.copyIn(into: "owned", columns: ["n"], format: .binary) { writer in
                        try await writer.write(row: 1)
                        let error = await postgresError { try await connection.query("SELECT 1") }
                        guard case .busy = error else {
                            Issue.record("\(String(describing: error))")
                            return
                        }
                    }
                    #expect(try await count("owned", connection) == 1)
                    throw Interrupted()
                }
            }
            #expect(try await count("owned", connection) == 0)
        }
    }

    @Test func `a COPY out that is left early does not hold up its connection`() async throws {
        try await withConnection { connection in
            for _ in 0..<10 {
                for try await _ in try await connection.copyOut(
                    "SELECT generate_series(1, 10000000)", format: .binary)
                { break }
                try await expectUsable(connection)
            }
        }
    }

    @Test func `an error in a COPY out comes to its reader`() async throws {
        try await withConnection { connection in
            let error = await postgresError {
                for try await _ in try await connection.copyOut(
                    "SELECT 1 / (5000 - n) FROM generate_series(1, 10000) n", format: .text)
                {}
            }
            #expect(error?.sqlState == "22012")
            try await expectUsable(connection)
        }
    }

    @Test func `values of a COPY out's query are literals that mean the same`() async throws {
        let uuid = UUID()
        let values: PostgresQuery = """
            SELECT \(-5), \("a'b\\c"), \(true), \(0.1), \(PostgresDate(daysSince2000: -400)),
                   \(PostgresTimestamp(microsecondsSince2000: 1)), \([1, 2]), \(["x'", nil]), \([UInt8(7)]), \(uuid),
                   \(nil as Int?), \(PostgresJSON(text: #"{"k":"\\"}"#)), \(PostgresDate.infinity)
            """
        try await withConnection { connection in
            let bound = try await connection.query("SELECT v::text FROM (\(values)) v", as: String.self)
            var copied: [UInt8] = []
            for try await piece in try await connection.copyOut("SELECT v::text FROM (\(values)) v", format: .binary) {
                copied += piece
            }
            // Header of 19 bytes, field count, length; trailer of two bytes.
            #expect(copied.dropFirst(25).dropLast(2).elementsEqual(bound[0].utf8))
        }
    }
}
