internal import CLibPQ

extension PostgresConnection {
    /// Runs a statement and holds all its rows in memory.
    ///
    /// It is cancelled when it takes longer than `timeout` (by default as configured).
    public func query(_ query: PostgresQuery, timeout: Duration? = nil) async throws -> PostgresRows {
        try await perform(timeout: timeout) { exchange throws(PostgresError) in
            try self.run(query, &exchange)
        }
    }

    /// Runs a statement for its effect.
    ///
    /// - Returns: how many rows were inserted, updated, deleted or selected.
    @discardableResult
    public func execute(_ query: PostgresQuery, timeout: Duration? = nil) async throws -> Int {
        try await self.query(query, timeout: timeout).affectedRows
    }

    /// Runs a script of several statements, without values; together they are one transaction unless the script says
    /// otherwise.
    ///
    /// - Returns: the server's word for each statement, for example `CREATE TABLE`.
    @discardableResult
    public func simpleQuery(unsafeSQL script: String, timeout: Duration? = nil) async throws -> [String] {
        try await perform(timeout: timeout) { exchange throws(PostgresError) in
            try self.runScript(script, &exchange).map(\.commandTag)
        }
    }

    /// Sends a script by the simple protocol and takes all results.
    func runScript(_ script: String, _ exchange: inout Exchange) throws(PostgresError) -> [ResultHandle] {
        try checkText(script)
        guard PQsendQuery(exchange.handle.pointer, script) == 1 else { throw exchange.lost() }
        return try collect(&exchange, sql: script)
    }

    /// Sends a statement, prepared when it has been seen before, and takes its result.
    func run(_ query: PostgresQuery, _ exchange: inout Exchange) throws(PostgresError) -> PostgresRows {
        let key = StatementCache.Key(query)
        let plan = statements.plan(for: key)
        do throws(PostgresError) {
            try send(query, by: plan, &exchange)
            return try rows(of: query, collect(&exchange, sql: query.sql))
        } catch {
            guard plan != .direct, isStale(error) else { throw error }
            statements.forget(key)
            // In a transaction the failure has spoilt it, and only its owner can begin again.
            guard !isInTransaction else { throw error }
            try send(query, by: .direct, &exchange)
            return try rows(of: query, collect(&exchange, sql: query.sql))
        }
    }

    /// Sends a statement; the answer is still to be read.
    func send(
        _ query: PostgresQuery, by plan: StatementCache.Plan, _ exchange: inout Exchange
    ) throws(PostgresError) {
        try checkText(query.sql)
        let connection = exchange.handle.pointer
        let count = Int32(truncatingIfNeeded: query.bindings.count)
        switch plan {
        case .direct:
            let sent = query.bindings.withParameters { types, values, lengths, formats in
                PQsendQueryParams(connection, query.sql, count, types, values, lengths, formats, 1)
            }
            guard sent == 1 else { throw exchange.lost() }
        case .prepare(let name):
            for evicted in statements.takeEvicted() {
                _ = try runScript("DEALLOCATE \(quoted(identifier: evicted))", &exchange)
            }
            let types = query.bindings.types.map(\.rawValue)
            guard PQsendPrepare(connection, name, query.sql, count, types) == 1 else { throw exchange.lost() }
            _ = try collect(&exchange, sql: query.sql)
            statements.prepared(StatementCache.Key(query), as: name)
            try send(query, by: .prepared(name: name), &exchange)
        case .prepared(let name):
            let sent = query.bindings.withParameters { _, values, lengths, formats in
                PQsendQueryPrepared(connection, name, count, values, lengths, formats, 1)
            }
            guard sent == 1 else { throw exchange.lost() }
        }
    }

    /// SQL goes to libpq as a C string: what lies after a NUL would silently not be sent.
    func checkText(_ sql: String) throws(PostgresError) {
        guard !sql.utf8.contains(0) else { throw .protocolViolation("the SQL contains a NUL") }
    }

    private func rows(of query: PostgresQuery, _ results: [ResultHandle]) throws(PostgresError) -> PostgresRows {
        guard let result = results.last else { throw .protocolViolation("no answer to: \(query.sql)") }
        return PostgresRows(result: result, sql: query.sql)
    }

    /// Whether a prepared statement is gone (DISCARD ALL) or returns other columns now (ALTER TABLE).
    private func isStale(_ error: PostgresError) -> Bool {
        error.sqlState == .invalidStatementName
            || (error.sqlState == .featureNotSupported && error.server?.message.contains("cached plan") == true)
    }
}

extension StatementCache.Key {
    init(_ query: PostgresQuery) {
        self.init(sql: query.sql, types: query.bindings.types)
    }
}
