/// How a transaction failed, with the failure of its rollback kept apart from its cause.
public struct TransactionFailure: Error, Sendable {
    /// Where in its life the transaction failed.
    public enum Stage: String, Sendable {
        /// BEGIN was refused; nothing ran.
        case begin
        /// The work threw, and then ROLLBACK failed too. The connection was closed, so the server rolls back.
        case rollback
        /// COMMIT was refused; the server rolled back.
        case commit
    }

    /// Where the transaction failed.
    public var stage: Stage
    /// What made it fail: for `.rollback`, what the work threw.
    public var cause: any Error
    /// Why ROLLBACK failed, for `.rollback`.
    public var rollbackError: PostgresError?

    func text(_ server: (ServerError) -> String) -> String {
        let why = (cause as? PostgresError)?.server.map(server) ?? String(describing: cause)
        return switch stage {
        case .begin: "the transaction could not begin: \(why)"
        case .commit: "the transaction could not commit: \(why)"
        case .rollback:
            "the transaction failed: \(why); its rollback failed too: \(rollbackError.map { "\($0)" } ?? "unknown")"
        }
    }
}
