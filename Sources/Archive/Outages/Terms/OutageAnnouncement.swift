package import FoundationEssentials
package import GasService
package import PostgresClient

/// That an outage was announced, and what was queued for it.
package struct OutageAnnouncement: Sendable, Hashable {
    /// The outage.
    package let outage: OutageID
    /// Its state now.
    package let state: String
    /// Notices of the present terms that wait or are on their way, by channel.
    package let queued: [NoticeChannel: Int]

    private struct Answer: Decodable {
        let state: String
    }

    /// Announces an outage; one that was announced already gets what is missing.
    ///
    /// - Throws: `PostgresError`; the schema refuses undecided overlaps and an outage that is over.
    nonisolated(nonsending) package static func announce(
        _ outage: OutageID, as command: UUID, by connection: PostgresConnection
    ) async throws -> OutageAnnouncement {
        let text = try await connection.queryOne(
            "SELECT announce_outage(\(command), \(outage.number))", as: (String.self))
        let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
        let counts = try await connection.query(
            """
            SELECT n.channel, count(*)
            FROM notice AS n JOIN outage AS o ON o.outage_no = n.outage_no AND o.terms_version = n.version
            WHERE n.district_id = ANY (ARRAY(SELECT outage_districts(\(outage.number))))
              AND n.outage_no = \(outage.number) AND n.state IN ('queued', 'leased')
            GROUP BY n.channel
            """, as: (NoticeChannel.self, Int64.self))
        return OutageAnnouncement(
            outage: outage, state: answer.state,
            queued: Dictionary(uniqueKeysWithValues: counts.map { ($0, Int($1)) }))
    }
}
