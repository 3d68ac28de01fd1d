package import GasService
package import PostgresClient

/// One event of the archive, as it stands there for good.
package struct ArchiveEvent: Sendable, Hashable {
    /// Its number in its chain, from 1.
    package let sequence: Int64
    /// What happened, such as `household_opened`.
    package let kind: String
    /// When it happened.
    package let occurredAt: Instant
    /// When the archive learnt of it.
    package let recordedAt: Instant
    /// The login under which it was done.
    package let actor: String
    /// The human who did it, as claimed.
    package let operatorName: String
    /// The particulars, as JSON.
    package let payload: String
    /// The event's SHA-256 in hexadecimal, which the next event carries on.
    package let hash: String

    /// The events of a household, oldest first.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of account: AccountNumber, in district: DistrictID, on connection: PostgresConnection
    ) async throws -> [ArchiveEvent] {
        try await connection.query(
            """
            SELECT seq, kind, occurred_at, recorded_at, actor, operator, payload::text, encode(hash, 'hex')
            FROM archive_event
            WHERE district_id = \(district) AND account_no = \(account)
            ORDER BY seq
            """,
            as: (
                Int64.self, String.self, Instant.self, Instant.self, String.self, String.self, String.self, String.self
            )
        ).map {
            ArchiveEvent(
                sequence: $0, kind: $1, occurredAt: $2, recordedAt: $3, actor: $4, operatorName: $5, payload: $6,
                hash: $7)
        }
    }
}
