/// A five-character SQLSTATE code: what went wrong, independent of the server's language and version.
///
/// An open struct, not an enum: servers, extensions and our own functions (class `GW`) add codes of their own.
/// Source: PostgreSQL manual, appendix A.
public struct SQLState: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The five characters, for example `40001`.
    public let rawValue: String

    /// Makes a state from its five characters.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes a state from a literal.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }

    /// The first two characters: the class of the error.
    public var errorClass: String { String(rawValue.prefix(2)) }

    /// The five characters.
    public var description: String { rawValue }
}

extension SQLState {
    /// Another transaction made this one impossible under its isolation; trying again is the cure.
    public static let serializationFailure: SQLState = "40001"
    /// The server broke a deadlock by ending this transaction; trying again is the cure.
    public static let deadlockDetected: SQLState = "40P01"
    /// A statement was sent in a transaction that has failed already.
    public static let inFailedTransaction: SQLState = "25P02"
    /// A write in a read-only transaction.
    public static let readOnlyTransaction: SQLState = "25006"
    /// A lock was asked for with NOWAIT, or waited longer than `lock_timeout`.
    public static let lockNotAvailable: SQLState = "55P03"
    /// The statement was cancelled, by a client or by `statement_timeout`.
    public static let queryCanceled: SQLState = "57014"
    /// The server is shutting down and ended the session.
    public static let adminShutdown: SQLState = "57P01"
    /// Another server process crashed and all sessions were ended.
    public static let crashShutdown: SQLState = "57P02"
    /// The server is starting up, or shutting down.
    public static let cannotConnectNow: SQLState = "57P03"
    /// All connection slots are taken.
    public static let tooManyConnections: SQLState = "53300"
    /// A row with this key exists.
    public static let uniqueViolation: SQLState = "23505"
    /// A referenced row is missing, or a referencing one still there.
    public static let foreignKeyViolation: SQLState = "23503"
    /// A column that must be filled was not.
    public static let notNullViolation: SQLState = "23502"
    /// A named CHECK refused the row.
    public static let checkViolation: SQLState = "23514"
    /// An exclusion constraint refused the row.
    public static let exclusionViolation: SQLState = "23P01"
    /// The role may not do this.
    public static let insufficientPrivilege: SQLState = "42501"
    /// The statement is not SQL.
    public static let syntaxError: SQLState = "42601"
    /// No such table.
    public static let undefinedTable: SQLState = "42P01"
    /// No such column.
    public static let undefinedColumn: SQLState = "42703"
    /// No such function for these argument types.
    public static let undefinedFunction: SQLState = "42883"
    /// No such prepared statement.
    public static let invalidStatementName: SQLState = "26000"
    /// A feature is not supported; also: a cached plan's result type changed.
    public static let featureNotSupported: SQLState = "0A000"
    /// The bytes are not text in the database's encoding.
    public static let characterNotInRepertoire: SQLState = "22021"
    /// The password is wrong.
    public static let invalidPassword: SQLState = "28P01"
    /// The server's rules do not let this role connect.
    public static let invalidAuthorization: SQLState = "28000"
    /// `RAISE EXCEPTION` without a code of its own.
    public static let raiseException: SQLState = "P0001"
}
