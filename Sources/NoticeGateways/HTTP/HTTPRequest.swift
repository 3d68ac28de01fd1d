package import Foundation

/// A request as it goes out.
package struct HTTPRequest: Sendable, Codable {
    /// One header.
    package struct Header: Sendable, Codable {
        package let name: String
        package let value: String
    }

    package let method: String
    package let url: String
    package let headers: [Header]
    package let body: Data
    /// How long the whole exchange may take, answer included, in seconds.
    package let limit: Int
}

/// What came back: an answer, or the way in which none did.
package enum HTTPReply: Sendable, Hashable, Codable {
    /// An answer, its body cut at the exchange's limit.
    case answer(status: Int, retryAfter: Int?, body: Data)
    /// No connection came about: nothing was sent.
    case unreachable
    /// The whole exchange took longer than it may.
    case timedOut
    /// The connection broke, or what came was no HTTP.
    case lost
}
