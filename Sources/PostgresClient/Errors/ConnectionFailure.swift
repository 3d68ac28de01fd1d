/// Why no connection could be made.
public struct ConnectionFailure: Sendable, Equatable {
    /// Where to: host or socket directory, port, database and user; never the password.
    public var endpoint: String
    /// libpq's or the server's words, on one line.
    public var reason: String
    /// Whether the time for connecting had passed.
    public var timedOut: Bool
    /// The server's answer, when one came and its code is known.
    public var server: ServerError?

    /// Makes a failure from its parts.
    public init(endpoint: String, reason: String, timedOut: Bool = false, server: ServerError? = nil) {
        self.endpoint = endpoint
        self.reason = reason
        self.timedOut = timedOut
        self.server = server
    }
}
