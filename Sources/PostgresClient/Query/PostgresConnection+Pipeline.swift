internal import CLibPQ

extension PostgresConnection {
    /// Sends several statements at once and takes all their answers in one round trip.
    ///
    /// Outside a transaction the batch is one of its own: an error undoes all of it. Inside, an error spoils the
    /// transaction as usual. Either way the connection is usable afterwards.
    ///
    /// - Returns: the rows of each statement, in order.
    /// - Throws: the error of the first statement that failed; its ``ServerError/sql`` tells which.
    @discardableResult
    public func pipeline(_ queries: [PostgresQuery], timeout: Duration? = nil) async throws -> [PostgresRows] {
        guard !queries.isEmpty else { return [] }
        return try await perform(timeout: timeout) { exchange throws(PostgresError) in
            guard PQenterPipelineMode(exchange.handle.pointer) == 1 else { throw exchange.lost() }
            let expected = try self.sendBatch(queries, &exchange)
            guard PQpipelineSync(exchange.handle.pointer) == 1 else { throw exchange.lost() }
            try exchange.flush()
            return try self.collectBatch(expected, &exchange)
        }
    }

    /// What the next answers of a pipeline belong to.
    private enum Expected {
        case rows(PostgresQuery)
        case preparation(PostgresQuery)
        case closing

        var query: PostgresQuery? {
            switch self {
            case .rows(let query), .preparation(let query): query
            case .closing: nil
            }
        }
    }

    private func sendBatch(
        _ queries: [PostgresQuery], _ exchange: inout Exchange
    ) throws(PostgresError) -> [Expected] {
        let connection = exchange.handle.pointer
        var expected: [Expected] = []
        for query in queries {
            let key = StatementCache.Key(query)
            var plan = statements.plan(for: key)
            if case .prepare(let name) = plan {
                for evicted in statements.takeEvicted() {
                    let close = PostgresQuery(unsafeSQL: "DEALLOCATE \(quoted(identifier: evicted))")
                    try send(close, by: .direct, &exchange)
                    expected.append(.closing)
                }
                let types = query.bindings.types.map(\.rawValue)
                let count = Int32(truncatingIfNeeded: types.count)
                guard PQsendPrepare(connection, name, query.sql, count, types) == 1 else { throw exchange.lost() }
                expected.append(.preparation(query))
                statements.prepared(key, as: name)
                plan = .prepared(name: name)
            }
            try send(query, by: plan, &exchange)
            expected.append(.rows(query))
        }
        return expected
    }

    private func collectBatch(
        _ expected: [Expected], _ exchange: inout Exchange
    ) throws(PostgresError) -> [PostgresRows] {
        var rows: [PostgresRows] = []
        var failure: PostgresError?
        for expectation in expected {
            // Each statement's results end with a nil, except that of a lost connection.
            while let result = try exchange.next() {
                switch expectation {
                case _ where result.isError:
                    failure = failure ?? .server(ServerError(result: result.pointer, sql: expectation.query?.sql))
                case .rows(let query): rows.append(PostgresRows(result: result, sql: query.sql))
                case .preparation, .closing: break
                }
                // Prepared or not, after an error the server knows best: forgotten, it is prepared anew.
                if result.status != PGRES_TUPLES_OK, result.status != PGRES_COMMAND_OK {
                    expectation.query.map { statements.forget(StatementCache.Key($0)) }
                }
                guard !exchange.handle.isBroken else {
                    throw .connectionLost(reason: exchange.handle.message, server: failure?.server)
                }
            }
        }
        while let result = try exchange.next(), result.status != PGRES_PIPELINE_SYNC {}
        guard PQexitPipelineMode(exchange.handle.pointer) == 1 else { throw exchange.lost() }
        if let failure { throw failure }
        return rows
    }
}
