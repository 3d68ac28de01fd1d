package import GasService
package import PostgresClient

/// What an outage announces now.
package struct AnnouncedTerms: Sendable, Hashable {
    /// The outage.
    package let outage: OutageID
    /// Its state.
    package let state: String
    /// Whether it was declared an emergency.
    package let isEmergency: Bool
    /// Why.
    package let reason: String
    /// The version of the terms.
    package let version: Int32
    /// From when to when.
    package let span: OutageSpan
    /// Where, by the names of nodes and buildings; nil where single households were declared.
    package let area: String?

    /// Reads an outage's present terms.
    ///
    /// - Throws: `GasworksError.unknownOutage`; `PostgresError`.
    nonisolated(nonsending) package static func read(
        _ outage: OutageID, by connection: PostgresConnection
    ) async throws -> AnnouncedTerms {
        let row = try await connection.queryOptional(
            """
            SELECT state, emergency, reason, terms_version, starts_at, ends_at, outage_places(outage_no, terms_version)
            FROM outage WHERE outage_no = \(outage.number)
            """,
            as: (String.self, Bool.self, String.self, Int32.self, Instant.self, Instant.self, String?.self))
        guard let row, let span = OutageSpan(start: row.4, end: row.5) else {
            throw GasworksError.unknownOutage(outage.text)
        }
        return AnnouncedTerms(
            outage: outage, state: row.0, isEmergency: row.1, reason: row.2, version: row.3, span: span, area: row.6)
    }
}
