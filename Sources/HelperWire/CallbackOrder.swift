/// What `gasworks-callback` is told: a line of JSON on its standard input, the first of which says how to listen.
///
/// When the input ends, whoever tells it is gone: it answers what waits with 503, and ends.
public enum CallbackOrder: Sendable, Hashable, Codable {
    /// To listen.
    case listen(CallbackTerms)
    /// A request is answered.
    case answer(CallbackAnswer)
    /// Nothing more is taken; it ends when what waits is answered.
    case finish
}

/// How `gasworks-callback` is to listen.
public struct CallbackTerms: Sendable, Hashable, Codable {
    /// The address to listen on.
    public let host: String
    /// The port; 0 for any that is free.
    public let port: Int
    /// The largest body that is taken, in bytes.
    public let largestBody: Int
    /// Requests that are answered at the same time; whoever comes when they are used up is asked to come again.
    public let atOnce: Int
    /// How long a request may take to come in, and how long it may wait for its answer, in seconds.
    public let limit: Int

    /// Terms of listening.
    public init(host: String, port: Int, largestBody: Int, atOnce: Int, limit: Int) {
        self.host = host
        self.port = port
        self.largestBody = largestBody
        self.atOnce = atOnce
        self.limit = limit
    }
}

/// The answer to a gateway.
public struct CallbackAnswer: Sendable, Hashable, Codable {
    /// The request's number.
    public let id: Int
    /// The HTTP status.
    public let status: Int
    /// After how many seconds to come again, where that is asked for.
    public let retryAfter: Int?

    /// An answer.
    public init(id: Int, status: Int, retryAfter: Int? = nil) {
        self.id = id
        self.status = status
        self.retryAfter = retryAfter
    }
}
