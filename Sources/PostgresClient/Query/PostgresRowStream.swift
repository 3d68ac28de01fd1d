internal import CLibPQ

/// Rows that are read from the server as they are used, so that any number of them needs little memory.
///
/// It is read once, by one task. Until it has been read to its end, or let go, its connection takes no other statement;
/// when it is let go before its end, the statement is cancelled.
public struct PostgresRowStream: AsyncSequence, Sendable {
    let connection: PostgresConnection
    let reader: AnswerReader

    /// Reads the rows, some hundreds at a time.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let connection: PostgresConnection
        let reader: AnswerReader
        var batch: [PostgresRow] = []
        var position = 0

        /// The next row.
        public mutating func next() async throws -> PostgresRow? {
            if position == batch.count {
                batch = try await connection.nextRows(of: reader.answer)
                position = 0
                guard !batch.isEmpty else { return nil }
            }
            defer { position += 1 }
            return batch[position]
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(connection: connection, reader: reader)
    }

    /// Decodes each row: `for try await (id, name) in stream.decode((Int.self, String.self))`.
    public func decode<each Value: PostgresDecodable>(
        _ types: (repeat (each Value).Type)
    ) -> AsyncThrowingMapSequence<PostgresRowStream, (repeat each Value)> {
        map { row in try row.decode((repeat (each Value).self)) }
    }
}

/// Keeps an answer open as long as somebody may read it.
final class AnswerReader: Sendable {
    let answer: UnreadAnswer

    init(_ answer: UnreadAnswer) {
        self.answer = answer
    }

    deinit {
        answer.abandon()
    }
}

extension PostgresConnection {
    /// Runs a statement whose rows are read as they are used; `timeout` limits the wait for the first of them.
    public func stream(_ query: PostgresQuery, timeout: Duration? = nil) async throws -> PostgresRowStream {
        let answer = try await perform(timeout: timeout) { exchange throws(PostgresError) in
            try self.send(query, by: .direct, &exchange)
            PQsetSingleRowMode(exchange.handle.pointer)
            try exchange.flush()
            let answer = UnreadAnswer(kind: .rows, sql: query.sql)
            self.reading = answer
            return answer
        }
        return PostgresRowStream(connection: self, reader: AnswerReader(answer))
    }

    /// The rows that have arrived, at least one; none at the end.
    func nextRows(of answer: UnreadAnswer) async throws -> [PostgresRow] {
        guard reading === answer else {
            if let failure = answer.takeFailure() ?? breakage { throw failure }
            return []
        }
        return try await perform(resuming: answer) { exchange throws(PostgresError) in
            var rows: [PostgresRow] = []
            while rows.count < 256, rows.isEmpty || PQisBusy(exchange.handle.pointer) == 0 {
                let result = try exchange.next()
                guard let result, result.status == PGRES_SINGLE_TUPLE else {
                    self.reading = nil
                    // What follows the last row is an empty result or an error.
                    do throws(PostgresError) {
                        _ = try self.collect(&exchange, first: result, sql: answer.sql)
                    } catch {
                        guard !rows.isEmpty, error.isRefusal, exchange.interruption == nil else { throw error }
                        answer.postpone(error)
                    }
                    break
                }
                let header = answer.header(of: result)
                rows.append(PostgresRow(result: result, index: 0, header: header))
            }
            return rows
        }
    }
}
