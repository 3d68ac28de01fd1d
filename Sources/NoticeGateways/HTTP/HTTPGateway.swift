import GasService

/// A gateway that is reached by HTTP.
package struct HTTPGateway: NoticeGateway {
    private let form: RequestForm
    private let rules: AnswerRules
    private let exchange: HTTPExchange

    /// A gateway by its part of the configuration.
    ///
    /// - Throws: `GasworksError.badGateway`, naming the member that is missing or wrong.
    init(_ section: GatewaySection) throws(GasworksError) {
        form = try RequestForm(section)
        rules = try AnswerRules(section)
        exchange = HTTPExchange(limit: .seconds(try section.seconds("timeout_seconds", standard: 20)))
    }

    package func send(_ notice: OutgoingNotice) async -> DeliveryOutcome {
        guard let request = try? form.request(for: notice) else { return .rejected(.badRecipient) }
        return rules.outcome(of: await exchange.reply(to: request))
    }
}
