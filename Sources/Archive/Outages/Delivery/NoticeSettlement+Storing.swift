import FoundationEssentials
import GasService
package import PostgresClient

extension NoticeSettlement {
    /// Stores what came of notices; one whose token is old changes nothing.
    ///
    /// - Returns: what the database made of each, in the same order.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func store(
        _ settlements: [NoticeSettlement], as worker: String, by connection: PostgresConnection
    ) async throws -> [SettledNotice] {
        let text = String(decoding: try JSONEncoder().encode(settlements.map(Row.init)), as: UTF8.self)
        return try await connection.query(
            "SELECT notice, verdict, coalesce(state, '') FROM settle_notices(\(worker), \(PostgresJSONText(text: text)))",
            as: (NoticeID.self, String.self, String.self)
        ).map { SettledNotice(notice: $0, isSettled: $1 == "settled", state: $2) }
    }

    /// A settlement as `settle_notices` reads it.
    private struct Row: Encodable {
        let notice: NoticeID
        let token: Int64
        let outcome: String
        var gatewayId: String?
        var retrySeconds: Int?
        var failure: String?
        let textSha256: String?

        init(_ settlement: NoticeSettlement) {
            notice = settlement.notice
            token = settlement.token
            textSha256 = settlement.textDigest
            switch settlement.result {
            case .sent(let reference): (outcome, gatewayId) = ("sent", reference)
            case .confirmed(let reference): (outcome, gatewayId) = ("confirmed", reference)
            case .retry(let seconds, let reason): (outcome, retrySeconds, failure) = ("retry", seconds, reason)
            case .postponed(let seconds, let reason):
                (outcome, retrySeconds, failure) = ("postponed", seconds, reason)
            case .failed(let reason): (outcome, failure) = ("failed", reason)
            }
        }

        enum CodingKeys: String, CodingKey {
            case notice, token, outcome, failure
            case gatewayId = "gateway_id"
            case retrySeconds = "retry_seconds"
            case textSha256 = "text_sha256"
        }
    }
}
