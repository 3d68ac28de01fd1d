package import GasService
package import PostgresClient

/// An event of an outage on a district's own chain: declared, announced, changed, started, closed.
package struct OutageEvent: Sendable, Hashable {
    package let district: DistrictID
    package let sequence: Int64
    package let hash: String
    /// The event's canonical text, whose SHA-256 is `hash`.
    package let text: String

    /// The events of an outage, district by district.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, by connection: PostgresConnection
    ) async throws -> [OutageEvent] {
        try await connection.query(
            """
            SELECT district_id, seq, encode(hash, 'hex'), event_text(district_id, '', seq)
            FROM archive_event
            WHERE district_id = ANY (ARRAY(SELECT outage_districts(\(outage.number)))) AND account_no = ''
              AND kind LIKE 'outage\\_%' AND payload ->> 'outage' = \(outage.text)
            ORDER BY district_id, seq
            """,
            as: (DistrictID.self, Int64.self, String.self, String.self)
        ).map { OutageEvent(district: $0, sequence: $1, hash: $2, text: $3) }
    }
}
