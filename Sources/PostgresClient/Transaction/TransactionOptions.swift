/// How much transactions that run at the same time may notice of each other.
public enum IsolationLevel: String, Sendable {
    /// Each statement sees what was committed before it.
    case readCommitted = "READ COMMITTED"
    /// All statements see what was committed before the first.
    case repeatableRead = "REPEATABLE READ"
    /// As if transactions ran one after another; needs retrying.
    case serializable = "SERIALIZABLE"
}

/// What BEGIN says.
public struct TransactionOptions: Sendable {
    /// The isolation; nil for the server's default.
    public var isolation: IsolationLevel?
    /// Whether the transaction may only read.
    public var readOnly: Bool
    /// Whether a serializable read-only transaction waits for a snapshot that cannot fail.
    public var deferrable: Bool

    /// Makes options.
    public init(isolation: IsolationLevel? = nil, readOnly: Bool = false, deferrable: Bool = false) {
        self.isolation = isolation
        self.readOnly = readOnly
        self.deferrable = deferrable
    }

    var begin: String {
        var statement = "BEGIN"
        if let isolation { statement += " ISOLATION LEVEL \(isolation.rawValue)" }
        if readOnly { statement += " READ ONLY" }
        if deferrable { statement += " DEFERRABLE" }
        return statement
    }
}
