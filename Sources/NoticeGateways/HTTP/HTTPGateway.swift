import GasService

/// A gateway that is reached by HTTP.
struct HTTPGateway: NoticeGateway {
    private let form: RequestForm
    private let rules: AnswerRules
    private let courier: Courier

    /// A gateway by its part of the configuration.
    ///
    /// - Throws: `GasworksError.badGateway`, naming the member that is missing or wrong.
    init(_ section: GatewaySection, courier: Courier) throws(GasworksError) {
        form = try RequestForm(section)
        rules = try AnswerRules(section)
        self.courier = courier
    }

    func send(_ notice: OutgoingNotice) async -> DeliveryOutcome {
        guard let request = try? form.request(for: notice) else { return .rejected(.badRecipient) }
        return rules.outcome(of: await courier.reply(to: request))
    }
}
