internal import CLibPQ

extension PostgresConnection {
    /// Does the work in one transaction: commits when it returns, rolls back when it throws.
    ///
    /// What the work throws is thrown on unchanged, if the rollback succeeded. The connection is the transaction: nothing
    /// else may use it meanwhile, which a connection from a pool's `withConnection` makes sure of.
    ///
    /// - Throws: what `work` throws; ``PostgresError/transaction(_:)`` when BEGIN or COMMIT was refused or ROLLBACK
    ///   failed; ``PostgresError/commitUnknown(reason:)`` when the answer to COMMIT was lost.
    nonisolated(nonsending) public func transaction<Result>(
        isolation: IsolationLevel? = nil, readOnly: Bool = false, deferrable: Bool = false,
        _ work: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        try await transaction(
            TransactionOptions(isolation: isolation, readOnly: readOnly, deferrable: deferrable), work)
    }

    /// Does the work in one transaction with these options; see ``transaction(isolation:readOnly:deferrable:_:)``.
    nonisolated(nonsending) public func transaction<Result>(
        _ options: TransactionOptions, _ work: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        try await begin(options)
        let result: Result
        do {
            result = try await work(self)
        } catch {
            try await rollBack(because: error)
            throw error
        }
        try await commit()
        return result
    }

    private func begin(_ options: TransactionOptions) async throws {
        guard !isInTransaction else { throw PostgresError.protocolViolation("a transaction is open already") }
        do {
            try await simpleQuery(unsafeSQL: options.begin)
        } catch let error as PostgresError where error.isRefusal {
            throw PostgresError.transaction(TransactionFailure(stage: .begin, cause: error))
        }
    }

    /// Rolls back whatever state the work has left behind, also in a cancelled task.
    private func rollBack(because cause: any Error) throws {
        guard isUsable else { return }  // The server rolls back by itself when its client is gone.
        do throws(PostgresError) {
            try performNow(flag: nil, timeout: Exchange.grace) { exchange throws(PostgresError) in
                _ = try self.runScript("ROLLBACK", &exchange)
            }
        } catch {
            close()
            throw PostgresError.transaction(
                TransactionFailure(stage: .rollback, cause: cause, rollbackError: error))
        }
    }

    /// Commits.
    ///
    /// Not cancellable: a cancelled COMMIT would only make its outcome unknown.
    private func commit() throws {
        do throws(PostgresError) {
            let tag = try performNow(flag: nil, timeout: nil) { exchange throws(PostgresError) in
                try self.runScript("COMMIT", &exchange).last?.commandTag
            }
            guard tag == "COMMIT" else {
                // The server answers ROLLBACK to the COMMIT of a transaction in which a statement has failed.
                throw PostgresError.protocolViolation(
                    "a statement failed and its error was swallowed; the transaction was rolled back")
            }
        } catch {
            switch error {
            case .connectionLost(let reason, let server):
                throw PostgresError.commitUnknown(reason: server?.description ?? reason)
            case .timeout:
                throw PostgresError.commitUnknown(reason: "\(error)")
            case .closed:
                throw error
            default:
                throw PostgresError.transaction(TransactionFailure(stage: .commit, cause: error))
            }
        }
    }
}

extension PostgresError {
    /// Whether the server answered and refused.
    var isRefusal: Bool {
        if case .server = self { return true }
        return false
    }
}
