import Archive
package import GasService
package import NoticeGateways

/// How a delivery ended.
package struct DeliveryReport: Sendable, Hashable {
    /// What it did.
    package let tally: NoticeTally
    /// The channels whose gateways were out of reach, and why.
    package let unavailable: [NoticeChannel: DeliveryFailure]
}

extension NoticeTally {
    /// Counts a notice by what the database made of its settlement.
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
