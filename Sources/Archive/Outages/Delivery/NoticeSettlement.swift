package import GasService

/// What a worker brings back for a notice it was handed.
package struct NoticeSettlement: Sendable, Hashable {
    /// The notice.
    package let notice: NoticeID
    /// The token of the lease.
    package let token: Int64
    /// What came of it.
    package let result: Result
    /// The SHA-256 of the text that was sent, in hexadecimal; nil when none was.
    package let textDigest: String?

    /// What came of a try.
    package enum Result: Sendable, Hashable {
        /// The gateway has it, under a name of its own.
        case sent(reference: String?)
        /// The gateway says that it was delivered.
        case confirmed(reference: String?)
        /// To be tried again after so many seconds, unless that was the last try.
        case retry(seconds: Int, failure: String)
        /// It was not sent, for a reason that is none of its own: again after so many seconds, and this was no try.
        case postponed(seconds: Int, failure: String)
        /// Never by this channel.
        case failed(String)
    }

    package init(notice: NoticeID, token: Int64, result: Result, textDigest: String?) {
        self.notice = notice
        self.token = token
        self.result = result
        self.textDigest = textDigest
    }
}

/// What the database made of a settlement.
package struct SettledNotice: Sendable, Hashable {
    /// The notice.
    package let notice: NoticeID
    /// Whether it changed anything: not when another worker has the notice meanwhile, or it was done.
    package let isSettled: Bool
    /// The notice's state now.
    package let state: String

    package init(notice: NoticeID, isSettled: Bool, state: String) {
        self.notice = notice
        self.isSettled = isSettled
        self.state = state
    }
}
