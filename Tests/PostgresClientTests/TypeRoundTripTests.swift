import FoundationEssentials
import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct TypeRoundTripTests {
    /// Sends a value, has the server compare it with a literal, and reads it back.
    private func roundTrip<Value: PostgresEncodable & PostgresDecodable & Equatable & Sendable>(
        _ value: Value, literal: String, _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let (same, back) = try await withConnection { connection in
            try await connection.queryOne(
                "SELECT \(value) IS NOT DISTINCT FROM \(unsafeSQL: literal), \(value)", as: (Bool.self, Value.self))
        }
        #expect(same, "the server takes it for something else than \(literal)", sourceLocation: location)
        #expect(back == value, sourceLocation: location)
    }

    @Test func `numbers keep their value to the extremes`() async throws {
        try await roundTrip(Int16.min, literal: "(-32768)::int2")
        try await roundTrip(Int32.max, literal: "2147483647::int4")
        try await roundTrip(Int64.min, literal: "(-9223372036854775808)::int8")
        try await roundTrip(Int.max, literal: "9223372036854775807::int8")
        try await roundTrip(0, literal: "0")
        try await roundTrip(Double.infinity, literal: "'infinity'::float8")
        try await roundTrip(-0.1, literal: "(-0.1)::float8")
        try await roundTrip(Double.leastNonzeroMagnitude, literal: "'5e-324'::float8")
        try await roundTrip(Float(1.5), literal: "1.5::float4")
        try await roundTrip(true, literal: "true")
        try await roundTrip(false, literal: "false")
    }

    @Test func `a double that is no number stays one`() async throws {
        let back = try await withConnection { try await $0.queryOne("SELECT \(Double.nan)", as: Double.self) }
        #expect(back.isNaN)
    }

    @Test func `text keeps every character, and an empty text is not NULL`() async throws {
        try await roundTrip("", literal: "''")
        try await roundTrip("户内安检 — Жилой дом \u{1F525} e\u{301}", literal: "'户内安检 — Жилой дом \u{1F525} e\u{301}'")
        try await roundTrip("tab\tquote'\"\\line\n\u{1}", literal: "E'tab\\tquote''\"\\\\line\\n\\x01'")
        try await roundTrip(String(repeating: "长", count: 100_000), literal: "repeat('长', 100000)")
    }

    @Test func `bytes may be any, none, and zero`() async throws {
        try await roundTrip([UInt8](), literal: "''::bytea")
        try await roundTrip([UInt8(0), 255, 39, 92], literal: "'\\x00ff275c'::bytea")
    }

    @Test func `dates and instants keep their value, infinities included`() async throws {
        try await roundTrip(PostgresDate(daysSince2000: 0), literal: "date '2000-01-01'")
        try await roundTrip(PostgresDate(daysSince2000: -1), literal: "date '1999-12-31'")
        try await roundTrip(PostgresDate(daysSince2000: -2_451_545), literal: "date '4714-11-24 BC'")
        try await roundTrip(PostgresDate.infinity, literal: "date 'infinity'")
        try await roundTrip(PostgresDate.negativeInfinity, literal: "date '-infinity'")
        try await roundTrip(
            PostgresTimestamp(microsecondsSince2000: -1), literal: "timestamptz '1999-12-31 23:59:59.999999+00'")
        try await roundTrip(PostgresTimestamp.infinity, literal: "timestamptz 'infinity'")
        try await roundTrip(PostgresTimestamp.negativeInfinity, literal: "timestamptz '-infinity'")
    }

    @Test func `UUIDs and JSON keep their value`() async throws {
        let uuid = try #require(UUID(uuidString: "0188D1F0-0000-7000-8000-0000000000FF"))
        try await roundTrip(uuid, literal: "'0188d1f0-0000-7000-8000-0000000000ff'::uuid")
        try await roundTrip(PostgresJSON(text: #"{"a": [1, null]}"#), literal: #"'{"a":[1,null]}'::jsonb"#)
        let text = try await withConnection { connection in
            try await connection.queryOne("SELECT \(PostgresJSONText(text: "{ \"b\":1,  \"a\":2}"))", as: String.self)
        }
        #expect(text == "{ \"b\":1,  \"a\":2}")
    }

    @Test func `arrays keep order, NULLs and emptiness`() async throws {
        try await roundTrip([3, 1, 2], literal: "ARRAY[3,1,2]::int8[]")
        try await roundTrip([Int32](), literal: "'{}'::int4[]")
        try await roundTrip(["a", nil, "", "NULL"], literal: "ARRAY['a',NULL,'','NULL']")
        try await roundTrip([PostgresDate(daysSince2000: 1), .infinity], literal: "'{2000-01-02,infinity}'::date[]")
        try await roundTrip([[UInt8(1)], []], literal: "ARRAY['\\x01','']::bytea[]")
        try await roundTrip([1.5, -2], literal: "'{1.5,-2}'::float8[]")
        try await roundTrip([true, false], literal: "'{t,f}'::bool[]")
    }

    @Test func `nil is NULL and comes back as nil`() async throws {
        try await roundTrip(Int?.none, literal: "NULL")
        try await roundTrip(String?.none, literal: "NULL")
        try await roundTrip([Int]?.none, literal: "NULL")
        try await roundTrip(Int?(7), literal: "7")
    }

    @Test func `a domain type travels as its representation, alone, optional and in arrays`() async throws {
        try await roundTrip(Grade.second, literal: "'second'")
        try await roundTrip(Grade?.none, literal: "NULL")
        try await roundTrip([Grade.first, .second], literal: "ARRAY['first','second']")
        let error = await postgresError {
            try await withConnection { try await $0.query("SELECT 'fourth' AS grade", as: Grade.self) }
        }
        guard case .decoding(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.column == "grade")
        #expect(!failure.description.contains("fourth:"))
    }

    private enum Grade: String, PostgresRepresentable { case first, second }

    @Test func `text is read from every kind of text, and from the labels of an enum`() async throws {
        let rows = try await withConnection { connection in
            try await connection.simpleQuery(unsafeSQL: "CREATE TYPE mood AS ENUM ('calm')")
            return try await connection.query(
                "SELECT 'a'::varchar, 'b '::char(2), 'c'::name, 'calm'::mood, 'd'::\"char\", '1'::json, '[]'::jsonb",
                as: (String.self, String.self, String.self, String.self, String.self, String.self, String.self))
        }
        let row = try #require(rows.first)
        #expect([row.0, row.1, row.2, row.3, row.4, row.5, row.6] == ["a", "b ", "c", "calm", "d", "1", "[]"])
    }

    @Test func `a number that does not fit is an error, never cut off`() async throws {
        let error = await postgresError {
            try await withConnection { try await $0.query("SELECT 70000 AS n", as: Int16.self) }
        }
        guard case .decoding(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.mismatch == .range)
        #expect(failure.column == "n" && failure.actual == .int4 && failure.expected == "Int16")
    }
}
