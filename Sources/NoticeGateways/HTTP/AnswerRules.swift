import Foundation
import GasService

/// How a gateway's answer is read: which statuses and words mean what, and where its message id is.
struct AnswerRules: Sendable, Hashable {
    private let accepted: Set<Int>
    private let rejected: Set<Int>
    private let stateAt: String?
    private let acceptedStates: Set<String>
    private let deliveredStates: Set<String>
    private let rejectedStates: Set<String>
    private let referenceAt: String?

    /// Reads the rules from a gateway's configuration.
    init(_ section: GatewaySection) throws(GasworksError) {
        accepted = try section.statuses("accepted.status") ?? Set(200..<300)
        rejected = try section.statuses("rejected.status") ?? [422]
        stateAt = try section.text("state")
        acceptedStates = try section.words("accepted.state") ?? []
        deliveredStates = try section.words("delivered.state") ?? []
        rejectedStates = try section.words("rejected.state") ?? []
        referenceAt = try section.text("reference")
    }

    /// The longest that a gateway may ask us to rest, in seconds: one that asks for a week is asked again within the hour.
    private static let longestRest = 3600

    /// What an exchange came to.
    func outcome(of reply: HTTPReply) -> DeliveryOutcome {
        switch reply {
        case .unreachable: .unavailable(.unreachable, retryAfter: nil)
        case .timedOut: .uncertain(.timedOut, retryAfter: nil)
        case .lost: .uncertain(.connectionLost, retryAfter: nil)
        case .answer(let status, let asked, let body):
            if accepted.contains(status) {
                outcome(ofBody: body)
            } else if rejected.contains(status) {
                .rejected(.badRecipient)
            } else {
                Self.outcome(ofStatus: status, retryAfter: asked.map { min(max($0, 0), Self.longestRest) })
            }
        }
    }

    /// A status that no rule of the configuration names.
    ///
    /// What is our own fault (credentials, address) is no household's: it must not use up the household's tries.
    private static func outcome(ofStatus status: Int, retryAfter: Int?) -> DeliveryOutcome {
        switch status {
        case 300..<400: .unavailable(.redirected, retryAfter: nil)
        case 401, 403, 407: .unavailable(.unauthorized, retryAfter: retryAfter)
        case 429, 503: .unavailable(.tooMany, retryAfter: retryAfter)
        case 408, 409, 425: .uncertain(.serverError, retryAfter: retryAfter)
        case 400..<500: .unavailable(.wrongRequest, retryAfter: nil)
        default: .uncertain(.serverError, retryAfter: retryAfter)
        }
    }

    /// An accepted status: the body may say more, and where it must say something and does not, nobody knows.
    private func outcome(ofBody body: Data) -> DeliveryOutcome {
        guard stateAt != nil || referenceAt != nil else { return .accepted(reference: nil) }
        guard let json = GatewayJSON(parsing: body) else { return .uncertain(.unreadableAnswer, retryAfter: nil) }
        var reference: String?
        if let referenceAt {
            guard let found = json.value(at: referenceAt)?.scalar.flatMap(GatewayReference.init) else {
                return refusedOr(json, .uncertain(.unreadableAnswer, retryAfter: nil))
            }
            reference = found.text
        }
        guard let stateAt else { return .accepted(reference: reference) }
        guard let state = json.value(at: stateAt)?.scalar else {
            return .uncertain(.unreadableAnswer, retryAfter: nil)
        }
        if deliveredStates.contains(state) { return .delivered(reference: reference) }
        if rejectedStates.contains(state) { return .rejected(.badRecipient) }
        if acceptedStates.isEmpty || acceptedStates.contains(state) { return .accepted(reference: reference) }
        return .uncertain(.unreadableAnswer, retryAfter: nil)
    }

    /// A message that the gateway rejects may have no id.
    private func refusedOr(_ json: GatewayJSON, _ other: DeliveryOutcome) -> DeliveryOutcome {
        let state = stateAt.flatMap { json.value(at: $0)?.scalar }
        return state.map { rejectedStates.contains($0) } == true ? .rejected(.badRecipient) : other
    }
}
