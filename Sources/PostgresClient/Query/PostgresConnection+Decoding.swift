extension PostgresConnection {
    /// Runs a statement and decodes its rows: `try await connection.query(q, as: (Int.self, String.self))`.
    nonisolated(nonsending) public func query<each Value: PostgresDecodable>(
        _ query: PostgresQuery, as types: (repeat (each Value).Type), timeout: Duration? = nil
    ) async throws -> [(repeat each Value)] {
        try await self.query(query, timeout: timeout).decode((repeat (each Value).self))
    }

    /// Runs a statement that must return exactly one row, and decodes it.
    ///
    /// - Throws: ``PostgresError/unexpectedRowCount(expected:actual:sql:)`` for none or several.
    nonisolated(nonsending) public func queryOne<each Value: PostgresDecodable>(
        _ query: PostgresQuery, as types: (repeat (each Value).Type), timeout: Duration? = nil
    ) async throws -> (repeat each Value) {
        let rows = try await self.query(query, timeout: timeout)
        guard rows.count == 1, let row = rows.first else {
            throw PostgresError.unexpectedRowCount(expected: "one row", actual: rows.count, sql: query.sql)
        }
        return try row.decode((repeat (each Value).self))
    }

    /// Runs a statement that returns one row or none, and decodes it.
    ///
    /// - Throws: ``PostgresError/unexpectedRowCount(expected:actual:sql:)`` for several.
    nonisolated(nonsending) public func queryOptional<each Value: PostgresDecodable>(
        _ query: PostgresQuery, as types: (repeat (each Value).Type), timeout: Duration? = nil
    ) async throws -> (repeat each Value)? {
        let rows = try await self.query(query, timeout: timeout)
        guard rows.count <= 1 else {
            throw PostgresError.unexpectedRowCount(expected: "one row or none", actual: rows.count, sql: query.sql)
        }
        return try rows.first?.decode((repeat (each Value).self))
    }
}
