import Foundation
package import GasService

/// How a gateway writes a receipt: JSON or a form, which fields say what, and which words mean that a message arrived.
struct ReceiptForm: Sendable {
    /// How the body is written.
    private enum Body: String {
        case json, form
    }

    /// How an instant is written.
    private enum Clock: String {
        /// ISO 8601, with an offset from UTC.
        case iso8601
        /// Seconds since 1970.
        case unix
        /// Milliseconds since 1970.
        case unixMilliseconds = "unix_ms"

        func instant(_ text: String) -> Instant? {
            guard self != .iso8601 else { return Instant(text) }
            let unit: Decimal = self == .unix ? 1_000_000 : 1000
            guard let number = Decimal(string: text, locale: nil), number.magnitude < 100_000_000_000_000 else {
                return nil
            }
            return Instant(microseconds: NSDecimalNumber(decimal: number * unit).int64Value)
        }
    }

    private let body: Body
    private let clock: Clock
    private let eachAt: String?
    private let noticeAt: String?
    private let referenceAt: String?
    private let stateAt: String
    private let instantAt: String?
    private let delivered: Set<String>
    private let failed: Set<String>

    /// Reads the form from a `callback` part.
    ///
    /// - Throws: `GasworksError.badGateway`, naming the member that is missing or wrong.
    init(_ section: GatewaySection) throws(GasworksError) {
        guard let body = Body(rawValue: try section.text("body") ?? "json") else {
            throw section.wrong("body", "json_or_form")
        }
        guard let clock = Clock(rawValue: try section.text("clock") ?? "iso8601") else {
            throw section.wrong("clock", "receipt_clock")
        }
        guard let state = try section.text("state") else { throw section.wrong("state", "receipt_fields") }
        guard let delivered = try section.words("delivered"), !delivered.isEmpty else {
            throw section.wrong("delivered", "receipt_fields")
        }
        (self.body, self.clock, stateAt, self.delivered) = (body, clock, state, delivered)
        failed = try section.words("failed") ?? []
        eachAt = try section.text("each")
        noticeAt = try section.text("notice")
        referenceAt = try section.text("reference")
        instantAt = try section.text("instant")
        guard noticeAt != nil || referenceAt != nil else { throw section.wrong("notice", "receipt_fields") }
    }

    /// The receipts in a body: one, or a list of them; nil when a part of it cannot be read.
    func receipts(in content: Data) -> [ReportedReceipt]? {
        let whole =
            switch body {
            case .json: GatewayJSON(parsing: content)
            case .form: FormFields.read(content)
            }
        guard let whole, let found = eachAt.map({ whole.value(at: $0) }) ?? whole else { return nil }
        let items = if case .list(let list) = found { list } else { [found] }
        let receipts = items.compactMap(receipt)
        return receipts.count == items.count ? receipts : nil
    }

    private func receipt(_ item: GatewayJSON) -> ReportedReceipt? {
        func text(_ path: String?) -> String? {
            path.flatMap { item.value(at: $0)?.scalar }.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let state = text(stateAt) else { return nil }
        var reference: String?
        if let found = text(referenceAt) {
            guard let name = GatewayReference(found) else { return nil }
            reference = name.text
        }
        let notice = text(noticeAt)
        guard notice != nil || reference != nil else { return nil }
        var instant: Instant?
        if let found = text(instantAt) {
            guard let read = clock.instant(found) else { return nil }
            instant = read
        }
        let arrival: ReportedReceipt.Arrival? =
            delivered.contains(state) ? .delivered : failed.contains(state) ? .failed : nil
        return ReportedReceipt(notice: notice, reference: reference, arrival: arrival, instant: instant)
    }
}

/// What a gateway reports of a message.
package struct ReportedReceipt: Sendable, Hashable {
    /// Whether a message arrived.
    package enum Arrival: Sendable, Hashable {
        case delivered, failed
    }

    /// Our name for the notice, as it came back; nil when only the gateway's is known.
    package let notice: String?
    /// The gateway's name for the message.
    package let reference: String?
    /// Whether it arrived; nil for a word that decides nothing yet, such as "sent".
    package let arrival: Arrival?
    /// When, by the gateway's clock; nil when it does not say.
    package let instant: Instant?
}
