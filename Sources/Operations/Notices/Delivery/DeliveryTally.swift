import Archive
package import GasService
package import NoticeGateways

/// What a delivery did.
package struct DeliveryTally: Sendable, Hashable {
    /// Notices that gateways took.
    package private(set) var sent = 0
    /// Notices that gateways say were delivered.
    package private(set) var confirmed = 0
    /// Notices that will be tried again.
    package private(set) var requeued = 0
    /// Notices whose channel was given up.
    package private(set) var failed = 0
    /// Notices that another worker had meanwhile.
    package private(set) var stale = 0

    mutating func add(_ notice: SettledNotice) {
        guard notice.isSettled else {
            stale += 1
            return
        }
        switch notice.state {
        case "confirmed": confirmed += 1
        case "sent": sent += 1
        case "failed": failed += 1
        default: requeued += 1
        }
    }
}

/// How a delivery ended.
package struct DeliveryReport: Sendable, Hashable {
    /// What it did.
    package let tally: DeliveryTally
    /// The channels whose gateways were out of reach, and why.
    package let unavailable: [NoticeChannel: DeliveryFailure]
}
