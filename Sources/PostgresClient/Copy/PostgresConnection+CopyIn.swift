internal import CLibPQ

extension PostgresConnection {
    /// Streams rows into a table.
    ///
    /// ```swift
    /// let count = try await connection.copyIn(into: "crew", columns: ["crew_id", "name"], format: .binary) { writer in
    ///     for crew in crews { try await writer.write(row: crew.id, crew.name) }
    /// }
    /// ```
    /// When the closure throws, the COPY is called off, nothing of it is stored, the connection remains usable, and what
    /// was thrown is thrown on.
    ///
    /// - Returns: the number of rows stored.
    @discardableResult
    nonisolated(nonsending) public func copyIn(
        into table: PostgresTable, columns: [String], format: CopyFormat,
        _ write: nonisolated(nonsending) (PostgresCopyWriter) async throws -> Void
    ) async throws -> Int {
        let names = columns.map { quoted(identifier: $0) }.joined(separator: ", ")
        let list = columns.isEmpty ? "" : " (\(names))"
        let sql = "COPY \(table.sql)\(list) FROM STDIN \(format.options)"
        let answer = try await startCopyIn(sql)
        let writer = PostgresCopyWriter(connection: self, answer: answer, format: format)
        do {
            try await write(writer)
            try await writer.finish()
        } catch {
            try await endCopyIn(answer, failing: true)
            throw error
        }
        return try await endCopyIn(answer, failing: false)
    }

    private func startCopyIn(_ sql: String) async throws -> UnreadAnswer {
        try await perform { exchange throws(PostgresError) in
            guard PQsendQuery(exchange.handle.pointer, sql) == 1 else { throw exchange.lost() }
            try exchange.flush()
            let result = try exchange.next()
            guard result?.status == PGRES_COPY_IN else { throw self.refusal(&exchange, first: result, sql: sql) }
            let answer = UnreadAnswer(kind: .copyIn, sql: sql)
            self.reading = answer
            return answer
        }
    }

    /// Sends a piece, and waits until the network has taken it.
    @usableFromInline
    func sendCopy(_ bytes: [UInt8], of answer: UnreadAnswer) async throws {
        try await perform(resuming: answer) { exchange throws(PostgresError) in
            let queued = bytes.withUnsafeBytes { raw in
                PQputCopyData(
                    exchange.handle.pointer, raw.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(truncatingIfNeeded: raw.count))
            }
            guard queued == 1 else { throw exchange.lost() }
            try exchange.flush()
            if let interruption = exchange.interruption { throw interruption.error }
        }
    }

    @discardableResult
    private func endCopyIn(_ answer: UnreadAnswer, failing: Bool) async throws -> Int {
        // The connection may be gone, or closed by the closure: then what the closure threw tells the cause.
        if failing, reading !== answer || handle == nil { return 0 }
        // Called off in a cancelled task too, hence without regard to its cancellation.
        let flag = failing ? nil : CancellationFlag()
        let thread = thread
        return try await withTaskCancellationHandler {
            try performNow(flag: flag, timeout: nil, resuming: answer) { exchange throws(PostgresError) in
                self.reading = nil
                PQputCopyEnd(exchange.handle.pointer, failing ? "called off by the client" : nil)
                do throws(PostgresError) {
                    return try self.collect(&exchange, sql: answer.sql).last?.affectedRows ?? 0
                } catch {
                    // Called off: 57014 is the answer that was asked for.
                    if failing, error.isRefusal { return 0 }
                    throw error
                }
            }
        } onCancel: {
            flag?.set()
            thread.wake()
        }
    }

    /// The error in an answer that should have been the start of a COPY.
    func refusal(_ exchange: inout Exchange, first: ResultHandle?, sql: String) -> PostgresError {
        do throws(PostgresError) {
            _ = try collect(&exchange, first: first, sql: sql)
        } catch {
            return error
        }
        return .protocolViolation("this statement is no COPY of the kind expected: \(sql)")
    }
}
