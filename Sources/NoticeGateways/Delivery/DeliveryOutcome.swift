/// What came of one try to hand a notice to a gateway.
package enum DeliveryOutcome: Sendable, Hashable {
    /// The gateway took it, under a name of its own; whether it arrived, a receipt will tell.
    case accepted(reference: String?)
    /// The gateway says that it has arrived.
    case delivered(reference: String?)
    /// It will never reach this recipient by this channel.
    case rejected(DeliveryFailure)
    /// It failed, or nobody knows: to be tried again under the same key, not before so many seconds if the gateway asked.
    case uncertain(DeliveryFailure, retryAfter: Int?)
    /// The gateway cannot be reached or will not deal with us: it is certain that nothing was sent, and pointless to try others.
    case unavailable(DeliveryFailure, retryAfter: Int?)
}

/// Why a notice was not handed over; the raw value is stable and is kept with the notice.
package enum DeliveryFailure: String, Sendable, Hashable, CaseIterable {
    /// Nobody answered in time; the message may have gone.
    case timedOut = "timed_out"
    /// The connection broke after the request was sent; the message may have gone.
    case connectionLost = "connection_lost"
    /// No connection came about.
    case unreachable
    /// The gateway does not accept our credentials.
    case unauthorized
    /// The gateway sends us elsewhere: its address has changed.
    case redirected
    /// The gateway asks to slow down.
    case tooMany = "too_many"
    /// The gateway failed by itself.
    case serverError = "server_error"
    /// The gateway does not know the address or method that we use.
    case wrongRequest = "wrong_request"
    /// What the gateway answered is not what it should.
    case unreadableAnswer = "unreadable_answer"
    /// The gateway, or a look at it, says that the recipient cannot be one.
    case badRecipient = "bad_recipient"
    /// The system's mailer failed.
    case mailerFailed = "mailer_failed"
}

/// A way out of the house for notices of one channel.
package protocol NoticeGateway: Sendable {
    /// Tries once to hand a notice over; what goes wrong is an outcome, not an error.
    func send(_ notice: OutgoingNotice) async -> DeliveryOutcome
}
