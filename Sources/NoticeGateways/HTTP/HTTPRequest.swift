/// A request as it goes out.
package struct HTTPRequest: Sendable {
    package let method: String
    package let url: String
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    package init(method: String, url: String, headers: [(name: String, value: String)], body: [UInt8]) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// What came back: an answer, or the way in which none did.
package enum HTTPReply: Sendable, Hashable {
    /// An answer, its body cut at the exchange's limit.
    case answer(status: Int, retryAfter: Int?, body: [UInt8])
    /// No connection came about: nothing was sent.
    case unreachable
    /// The whole exchange took longer than it may.
    case timedOut
    /// The connection broke, or what came was no HTTP.
    case lost
}
