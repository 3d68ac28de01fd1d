package import GasService
package import PostgresClient

/// What proves how one household was told or waived: a notice that was confirmed, or a waiver, with the event that says so.
package struct NoticeEvidence: Sendable, Hashable {
    package let district: DistrictID
    package let account: AccountNumber
    package let customerClass: CustomerClass
    /// How the household stands in the outage.
    package let state: String
    /// By what its gas is off: `notice`, `waiver`, `emergency`, `joined`.
    ///
    /// Before it is off, by what the gate would let it go off at this moment; nil when it would not.
    package let basis: String?
    /// The terms that were announced or waived; nil when neither was done.
    package let version: Int32?
    package let notice: NoticeID?
    package let channel: String?
    package let manner: String?
    package let sentAt: Instant?
    package let confirmedAt: Instant?
    /// The gateway's name for the message.
    package let receipt: String?
    /// The SHA-256 of the text that was sent.
    package let textDigest: String?
    package let waivedAt: Instant?
    package let waivedBy: String?
    /// The event on the household's chain.
    package let sequence: Int64?
    package let hash: String?
    /// The event's canonical text, whose SHA-256 is `hash`; nil when there is no event.
    package let eventText: String?

    /// The evidence of every household of an outage, by district and account, each household at least once.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, by connection: PostgresConnection
    ) async throws -> [NoticeEvidence] {
        try await connection.query(
            """
            SELECT e.district_id, e.account_no, e.customer_class, e.state, e.basis, e.version, e.notice_no, e.channel, e.manner,
                   e.sent_at, e.confirmed_at, e.gateway_id, e.text_sha256, e.waived_at, e.waived_by, e.event_seq,
                   e.event_hash, event_text(e.district_id, e.account_no, e.event_seq)
            FROM outage_evidence(\(outage.number)) AS e
            ORDER BY e.district_id, e.account_no, e.version, e.notice_no
            """,
            as: (
                DistrictID.self, AccountNumber.self, CustomerClass.self, String.self, String?.self, Int32?.self,
                Int64?.self, String?.self, String?.self, Instant?.self, Instant?.self, String?.self, String?.self,
                Instant?.self, String?.self, Int64?.self, String?.self, String?.self
            )
        ).map { row in
            NoticeEvidence(
                district: row.0, account: row.1, customerClass: row.2, state: row.3, basis: row.4, version: row.5,
                notice: row.6.flatMap { NoticeID(district: row.0, number: $0) }, channel: row.7, manner: row.8,
                sentAt: row.9, confirmedAt: row.10, receipt: row.11, textDigest: row.12, waivedAt: row.13,
                waivedBy: row.14, sequence: row.15, hash: row.16, eventText: row.17)
        }
    }
}
