public import Foundation

/// What `gasworks-callback` says: a line of JSON on its standard output.
public enum CallbackReport: Sendable, Hashable, Codable {
    /// It listens on a port.
    case listening(port: Int)
    /// It cannot listen, for a reason in the system's words.
    case refused(String)
    /// A request came in and waits for its answer.
    case request(CallbackRequest)
}

/// A request of a gateway.
public struct CallbackRequest: Sendable, Hashable, Codable {
    /// The request's number, by which its answer is known.
    public let id: Int
    /// The address's path, without what follows a question mark.
    public let path: String
    /// The headers, each name in lower case; of one that came twice, both.
    public let headers: [String: [String]]
    /// The body.
    public let body: Data

    /// A request.
    public init(id: Int, path: String, headers: [String: [String]], body: Data) {
        self.id = id
        self.path = path
        self.headers = headers
        self.body = body
    }
}
