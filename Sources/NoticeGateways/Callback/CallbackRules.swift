package import GasService
package import HelperWire

/// How one gateway reports receipts by HTTP: where, how it proves who it is, and what its words mean.
package struct CallbackRules: Sendable {
    /// The channel whose gateway it is.
    package let channel: NoticeChannel
    /// The path that it calls.
    package let path: String
    /// What a receipt is answered that cannot be kept and was repeated long enough: a status that ends the repeating.
    package let refusedStatus: Int
    /// How long a gateway is asked to repeat a receipt that cannot be kept yet, for instance because it was faster than the
    /// worker that sent the message.
    package let patience: Duration
    private let locks: [CallbackLock]
    private let form: ReceiptForm

    /// Reads the rules from the part `callback` of a gateway's configuration.
    ///
    /// - Throws: `GasworksError.badGateway`; also when anybody could report receipts.
    init(_ section: GatewaySection, channel: NoticeChannel) throws(GasworksError) {
        self.channel = channel
        guard let path = try section.text("path"), path.hasPrefix("/"), path.utf8.count <= 200,
            path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "?") })
        else { throw section.wrong("path", "callback_path") }
        self.path = path
        locks = try CallbackLock.all(in: section)
        form = try ReceiptForm(section)
        refusedStatus = try section.number("refused_status", in: 200...599, standard: 200, "http_status")
        let minutes = try section.number("patience_minutes", in: 0...1440, standard: 10, "minutes_0_to_1440")
        patience = .seconds(60 * minutes)
    }

    /// Whether a request is the gateway's own.
    package func admits(_ request: CallbackRequest) -> Bool { locks.allSatisfy { $0.opens(to: request) } }

    /// The receipts that a request reports; nil when it is not what the gateway should send.
    package func receipts(in request: CallbackRequest) -> [ReportedReceipt]? { form.receipts(in: request.body) }
}
