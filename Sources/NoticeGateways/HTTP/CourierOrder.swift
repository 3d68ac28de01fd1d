/// A request to `gasworks-courier`: one line of JSON on its standard input.
package struct CourierOrder: Sendable, Codable {
    /// The order's number, by which its report is known.
    package let id: Int
    package let request: HTTPRequest
}

/// What `gasworks-courier` brings back: one line of JSON on its standard output.
package struct CourierReport: Sendable, Codable {
    /// The order's number.
    package let id: Int
    package let reply: HTTPReply

    package init(id: Int, reply: HTTPReply) {
        self.id = id
        self.reply = reply
    }
}
