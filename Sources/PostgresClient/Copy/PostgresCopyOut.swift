internal import CLibPQ

/// The data of a COPY out, in pieces of some ten thousand bytes; a piece ends where a row ends.
///
/// It is read once, by one task, like a ``PostgresRowStream``.
public struct PostgresCopyOut: AsyncSequence, Sendable {
    let connection: PostgresConnection
    let reader: AnswerReader

    /// Reads the pieces.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let connection: PostgresConnection
        let reader: AnswerReader

        /// The next piece.
        public mutating func next() async throws -> [UInt8]? {
            try await connection.nextCopyPiece(of: reader.answer)
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(connection: connection, reader: reader)
    }
}

extension PostgresConnection {
    /// Streams the rows of a query out of the server, in one of COPY's formats.
    ///
    /// The protocol cannot bind values to a COPY: they are written into the SQL as literals, safely.
    public func copyOut(_ query: PostgresQuery, format: CopyFormat) async throws -> PostgresCopyOut {
        try await startCopyOut("COPY (\(try query.inlined())) TO STDOUT \(format.options)")
    }

    /// Streams a table's rows out of the server; all its columns when none are named.
    public func copyOut(
        from table: PostgresTable, columns: [String] = [], format: CopyFormat
    ) async throws -> PostgresCopyOut {
        let names = columns.map { quoted(identifier: $0) }.joined(separator: ", ")
        let list = columns.isEmpty ? "" : " (\(names))"
        return try await startCopyOut("COPY \(table.sql)\(list) TO STDOUT \(format.options)")
    }

    private func startCopyOut(_ sql: String) async throws -> PostgresCopyOut {
        let answer = try await perform { exchange throws(PostgresError) in
            try self.checkText(sql)
            guard PQsendQuery(exchange.handle.pointer, sql) == 1 else { throw exchange.lost() }
            try exchange.flush()
            let result = try exchange.next()
            guard result?.status == PGRES_COPY_OUT else { throw self.refusal(&exchange, first: result, sql: sql) }
            let answer = UnreadAnswer(kind: .copyOut, sql: sql)
            self.reading = answer
            return answer
        }
        return PostgresCopyOut(connection: self, reader: AnswerReader(answer))
    }

    /// The data that has arrived, at least a row; nil at the end.
    func nextCopyPiece(of answer: UnreadAnswer) async throws -> [UInt8]? {
        guard reading === answer else {
            if let breakage { throw breakage }
            return nil
        }
        return try await perform(resuming: answer) { exchange throws(PostgresError) in
            var piece: [UInt8] = []
            piece.reserveCapacity(80 * 1024)
            while piece.count < 64 * 1024 {
                guard let row = try exchange.copyData(orNothing: !piece.isEmpty) else {
                    self.reading = nil
                    _ = try self.collect(&exchange, sql: answer.sql)
                    break
                }
                guard !row.isEmpty else { break }
                defer { PQfreemem(UnsafeMutablePointer(mutating: row.baseAddress)) }
                piece.append(contentsOf: UnsafeRawBufferPointer(row))
            }
            return piece.isEmpty ? nil : piece
        }
    }
}
