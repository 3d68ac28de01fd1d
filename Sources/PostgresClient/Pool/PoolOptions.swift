/// How many connections a pool holds, and for how long.
public struct PoolOptions: Sendable {
    /// Connections kept open even when nobody needs them.
    public var minimum: Int
    /// Connections open at the same time, at most.
    public var maximum: Int
    /// How long a connection above the minimum may lie idle before it is closed.
    public var idleTimeout: Duration
    /// How long a caller waits for a connection before ``PostgresError/poolExhausted(waited:)``.
    public var acquireTimeout: Duration

    /// Makes options; `maximum` is at least 1 and `minimum` at most `maximum`.
    public init(
        minimum: Int = 0, maximum: Int = 8, idleTimeout: Duration = .seconds(60),
        acquireTimeout: Duration = .seconds(30)
    ) {
        self.maximum = max(1, maximum)
        self.minimum = min(max(0, minimum), self.maximum)
        self.idleTimeout = idleTimeout
        self.acquireTimeout = acquireTimeout
    }
}
