package import GasService
package import PostgresClient

/// How much of the archive a district has.
package struct ArchiveSize: Sendable, Hashable {
    /// The district; the company as a whole has a chain of its own.
    package let district: DistrictID
    /// Chains: one for each household and one for the district itself.
    package let chains: Int
    /// Events in all of them, as their heads say.
    package let events: Int

    /// Every district's, by its code.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(on connection: PostgresConnection) async throws -> [ArchiveSize] {
        try await connection.query(
            """
            SELECT d.district_id, count(h.account_no) + 1,
                   (d.archive_seq + coalesce(sum(h.archive_seq), 0))::bigint
            FROM district_archive AS d LEFT JOIN household AS h ON h.district_id = d.district_id
            GROUP BY d.district_id, d.archive_seq
            ORDER BY d.district_id
            """,
            as: (DistrictID.self, Int.self, Int.self)
        ).map { ArchiveSize(district: $0, chains: $1, events: $2) }
    }
}
