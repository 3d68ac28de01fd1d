package import GasService
package import PostgresClient

/// A notice of an outage as the office lists it: neither name nor contact.
package struct NoticeEntry: Sendable, Hashable {
    package let id: NoticeID
    package let account: AccountNumber
    package let version: Int32
    package let purpose: NoticePurpose
    package let channel: NoticeChannel
    package let state: String
    package let attempts: Int
    package let dueAt: Instant
    package let sentAt: Instant?
    package let confirmedAt: Instant?
    package let manner: String?
    /// Why the last try failed, as a code.
    package let failure: String?

    /// The notices of an outage, oldest first.
    ///
    /// - Parameters:
    ///   - outage: whose.
    ///   - state: one state alone; `failed` is the list of dead letters.
    ///   - channel: one channel alone.
    ///   - connection: of anybody in the office.
    /// - Returns: the notices, of all terms.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, state: String?, channel: NoticeChannel?, by connection: PostgresConnection
    ) async throws -> [NoticeEntry] {
        try await connection.query(
            """
            SELECT district_id, notice_no, account_no, version, purpose, channel, state, attempts, due_at, sent_at,
                   confirmed_at, manner, failure
            FROM notice
            WHERE district_id = ANY (ARRAY(SELECT outage_districts(\(outage.number))))
              AND outage_no = \(outage.number) AND (\(state)::text IS NULL OR state = \(state))
              AND (\(channel)::text IS NULL OR channel = \(channel))
            ORDER BY district_id, account_no, notice_no
            """,
            as: (
                DistrictID.self, Int64.self, AccountNumber.self, Int32.self, NoticePurpose.self, NoticeChannel.self,
                String.self, Int16.self, Instant.self, Instant?.self, Instant?.self, String?.self, String?.self
            )
        ).compactMap { row in
            NoticeID(district: row.0, number: row.1).map {
                NoticeEntry(
                    id: $0, account: row.2, version: row.3, purpose: row.4, channel: row.5, state: row.6,
                    attempts: Int(row.7), dueAt: row.8, sentAt: row.9, confirmedAt: row.10, manner: row.11,
                    failure: row.12)
            }
        }
    }
}
