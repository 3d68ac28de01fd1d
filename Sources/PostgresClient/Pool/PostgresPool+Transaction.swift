extension PostgresPool {
    /// Does work in a transaction, and does it again from the start after a serialization failure or a deadlock.
    ///
    /// The work may run several times: it must have no effect outside the database. An unknown commit is never retried.
    ///
    /// - Throws: what ``PostgresConnection/transaction(_:_:)`` throws, of the last try.
    nonisolated(nonsending) public func withTransaction<Result>(
        isolation: IsolationLevel? = nil, readOnly: Bool = false, deferrable: Bool = false,
        retrying policy: RetryPolicy = .standard,
        _ work: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let options = TransactionOptions(isolation: isolation, readOnly: readOnly, deferrable: deferrable)
        var attempt = 1
        while true {
            do {
                return try await withConnection { connection in
                    try await connection.transaction(options, work)
                }
            } catch let error as PostgresError where error.isTransient && attempt < policy.attempts {
                // The pause holds no connection.
                try await Task.sleep(for: policy.delay(afterAttempt: attempt, random: .random(in: 0...1)))
                attempt += 1
            }
        }
    }
}
