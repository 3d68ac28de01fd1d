package import GasService

/// What one notice says, before it is put into words.
package struct NoticeFacts: Sendable, Hashable {
    package var purpose: NoticePurpose
    package var isEmergency: Bool
    package var span: OutageSpan
    /// Where the gas is off, as the declaration names it.
    package var area: String
    package var reason: String
    package var outage: String
    /// When this customer's gas is expected back.
    package var restoration: Instant
    /// The household's account and address; nil on a sheet for a whole building.
    package var account: String?
    package var address: String

    package init(
        purpose: NoticePurpose, isEmergency: Bool, span: OutageSpan, area: String, reason: String, outage: String,
        restoration: Instant, account: String?, address: String
    ) {
        self.purpose = purpose
        self.isEmergency = isEmergency
        self.span = span
        self.area = area
        self.reason = reason
        self.outage = outage
        self.restoration = restoration
        self.account = account
        self.address = address
    }

    /// What the text is about.
    package var subject: NoticeSection.Subject { NoticeSection.Subject(purpose, isEmergency: isEmergency) }
}

/// A notice in words.
package struct NoticeText: Sendable, Hashable {
    /// The heading of an e-mail or a sheet; empty for a text message.
    package let heading: String
    /// The text.
    package let body: String
}
