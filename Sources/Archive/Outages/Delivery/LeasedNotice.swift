package import GasService

/// A notice that a worker was handed: for so long it alone may send it.
package struct LeasedNotice: Sendable, Hashable {
    /// The notice.
    package let id: NoticeID
    /// The fencing token: who comes back with an older one changes nothing.
    package let token: Int64
    /// The idempotency key, the same for every try.
    package let key: String
    /// By which channel it goes.
    package let channel: NoticeChannel
    /// Which try this is, from 1.
    package let attempt: Int
    /// The telephone number or e-mail address.
    package let contact: String
    /// What it announces.
    package let content: Content

    /// What a notice announces, and to whom.
    package struct Content: Sendable, Hashable {
        package let outage: OutageID
        package let purpose: NoticePurpose
        package let isEmergency: Bool
        package let span: OutageSpan
        /// Where the gas is off, as the declaration names it.
        package let area: String
        package let reason: String
        package let account: AccountNumber
        package let customerClass: CustomerClass
        package let address: String

        package init(
            outage: OutageID, purpose: NoticePurpose, isEmergency: Bool, span: OutageSpan, area: String, reason: String,
            account: AccountNumber, customerClass: CustomerClass, address: String
        ) {
            self.outage = outage
            self.purpose = purpose
            self.isEmergency = isEmergency
            self.span = span
            self.area = area
            self.reason = reason
            self.account = account
            self.customerClass = customerClass
            self.address = address
        }
    }

    package init(
        id: NoticeID, token: Int64, key: String, channel: NoticeChannel, attempt: Int, contact: String, content: Content
    ) {
        self.id = id
        self.token = token
        self.key = key
        self.channel = channel
        self.attempt = attempt
        self.contact = contact
        self.content = content
    }
}
