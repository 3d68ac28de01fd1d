/// One message on its way to one household.
package struct OutgoingNotice: Sendable, Hashable {
    /// The same for every try of this notice, so that a gateway that has seen it sends no second message.
    package let key: String
    /// The notice's public name.
    package let notice: String
    /// The telephone number or e-mail address.
    package let recipient: String
    /// The subject of an e-mail; empty for a text message.
    package let heading: String
    /// The text.
    package let body: String

    package init(key: String, notice: String, recipient: String, heading: String, body: String) {
        self.key = key
        self.notice = notice
        self.recipient = recipient
        self.heading = heading
        self.body = body
    }
}

extension OutgoingNotice: CustomStringConvertible {
    /// The notice without recipient and text, which are private and have no place in a log.
    package var description: String { "notice \(notice)" }
}
