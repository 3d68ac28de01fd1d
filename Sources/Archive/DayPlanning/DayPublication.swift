package import FoundationEssentials
package import GasService
package import PostgresClient

/// That a version of a district's day became the one that crews see.
package struct DayPublication: Sendable, Hashable {
    /// The district.
    package let district: DistrictID
    /// The version.
    package let version: Int32
    /// Jobs that crews now have.
    package let planned: Int32
    /// Jobs that they had, or were proposed, and that are no more.
    package let withdrawn: Int32

    /// Publishes a version of a district's day.
    ///
    /// Districts that are published in one transaction are published in the order of their codes, and `together` names
    /// them: what a crew of the company does in one is held against what it will do in the others, not what it did.
    ///
    /// - Throws: `PostgresError`; the schema refuses an outdated version, a crew without certificate or away.
    nonisolated(nonsending) package static func publish(
        _ version: Int32, of district: DistrictID, together: [DistrictID], on date: CalendarDate, as command: UUID,
        by connection: PostgresConnection
    ) async throws -> DayPublication {
        let (planned, withdrawn) = try await connection.queryOne(
            """
            SELECT (answer ->> 'planned')::integer, (answer ->> 'withdrawn')::integer
            FROM publish_day_plan(\(command), \(district), \(date), \(version), \(together)) AS answer
            """,
            as: (Int32.self, Int32.self))
        return DayPublication(district: district, version: version, planned: planned, withdrawn: withdrawn)
    }
}
