/// Everything that can go wrong between this program and a PostgreSQL server.
///
/// `description` never holds a password, a parameter or a row's value; `debugDescription` shows what the server said
/// in full.
public enum PostgresError: Error, Sendable {
    /// No connection could be made.
    case connectionFailed(ConnectionFailure)
    /// The connection broke while in use: the server went away or ended the session. What ran is not known to be done.
    case connectionLost(reason: String, server: ServerError?)
    /// The server refused a statement; the connection is usable.
    case server(ServerError)
    /// A value was not what the caller asked for.
    case decoding(DecodingFailure)
    /// The time given had passed. The statement was cancelled, the connection is usable.
    case timeout(Duration)
    /// The task was cancelled, and with it the statement. The connection is usable.
    case cancelled
    /// The connection was closed before the call.
    case closed
    /// The connection is in use: its rows or its COPY have not been read to their end.
    case busy
    /// The exchange did not go as the protocol or this call promises.
    case protocolViolation(String)
    /// A query did not return as many rows as it must.
    case unexpectedRowCount(expected: String, actual: Int, sql: String)
    /// A transaction failed; stage and cause are kept apart from the failure of its rollback.
    indirect case transaction(TransactionFailure)
    /// COMMIT was sent and the connection was lost before its answer: it may be done or not done. Repeat with the same
    /// command id, or look.
    case commitUnknown(reason: String)
    /// The connection URL or a setting in it is wrong.
    case invalidConfiguration(String)
    /// No connection of the pool became free in time.
    case poolExhausted(waited: Duration)
    /// The pool was shut down.
    case poolClosed
}

extension PostgresError {
    /// What the server said, if it said anything, wherever in the error it is.
    public var server: ServerError? {
        switch self {
        case .server(let error): error
        case .connectionLost(_, let error): error
        case .connectionFailed(let failure): failure.server
        case .transaction(let failure): (failure.cause as? PostgresError)?.server
        default: nil
        }
    }

    /// The SQLSTATE, if the server said anything.
    public var sqlState: SQLState? { server?.sqlState }

    /// Whether the same transaction, tried again, may well succeed: serialization failure or deadlock.
    public var isTransient: Bool {
        sqlState == .serializationFailure || sqlState == .deadlockDetected
    }

    /// Whether the server cannot be reached (as opposed to: it answered and refused).
    public var isOutOfReach: Bool {
        switch self {
        case .connectionFailed, .connectionLost: true
        case .transaction(let failure): (failure.cause as? PostgresError)?.isOutOfReach ?? false
        default: false
        }
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// The error without private values.
    public var description: String { text { $0.description } }

    /// The error with everything the server said.
    public var debugDescription: String { text { $0.debugDescription } }

    private func text(_ server: (ServerError) -> String) -> String {
        switch self {
        case .connectionFailed(let failure):
            "could not connect to \(failure.endpoint): \(failure.reason)"
        case .connectionLost(let reason, let error):
            "the connection to the server was lost: \(error.map(server) ?? reason)"
        case .server(let error): server(error)
        case .decoding(let failure): failure.description
        case .timeout(let duration): "the statement took longer than \(duration) and was cancelled"
        case .cancelled: "the statement was cancelled"
        case .closed: "the connection is closed"
        case .busy: "the connection is busy: rows or a COPY on it have not been read to their end"
        case .protocolViolation(let what): what
        case .unexpectedRowCount(let expected, let actual, let sql):
            "expected \(expected), got \(actual) rows from: \(sql)"
        case .transaction(let failure): failure.text(server)
        case .commitUnknown(let reason):
            "the connection was lost before the answer to COMMIT: it may be done or not done (\(reason))"
        case .invalidConfiguration(let what): "the connection settings are wrong: \(what)"
        case .poolExhausted(let waited): "no connection of the pool became free within \(waited)"
        case .poolClosed: "the connection pool is closed"
        }
    }
}
