package import GasService
package import PostgresClient

/// An outage as it stands.
package struct Outage: Sendable, Hashable {
    /// Its name.
    package let id: OutageID
    /// `declared`, `announced`, `in_progress`, `restoring`, `closed` or `cancelled`.
    package let state: String
    /// Whether it needs no lead time.
    package let isEmergency: Bool
    /// Why gas goes off, as households are told.
    package let reason: String
    /// The version of the terms in force.
    package let version: Int32
    /// When gas goes off.
    package let starts: Instant
    /// When it is to be back.
    package let ends: Instant
    /// When it was declared.
    package let declaredAt: Instant
    /// The login that declared it.
    package let declaredBy: String
    /// Who declared it, as claimed.
    package let operatorName: String
    /// When gas really went off.
    package let startedAt: Instant?
    /// When all were lit or sealed.
    package let closedAt: Instant?
    /// Households on its ledger that are or were concerned.
    package let households: Int

    /// The outage with a name.
    ///
    /// - Throws: `GasworksError.unknownOutage`; `PostgresError`.
    nonisolated(nonsending) package static func named(
        _ id: OutageID, on connection: PostgresConnection
    ) async throws -> Outage {
        guard let found = try await read("o.outage_no = \(id.number)", on: connection).first else {
            throw GasworksError.unknownOutage(id.text)
        }
        return found
    }

    /// All outages, the latest start first; only those that are not over when `onlyOpen`.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        onlyOpen: Bool, on connection: PostgresConnection
    ) async throws -> [Outage] {
        try await read("NOT \(onlyOpen) OR o.state NOT IN ('closed', 'cancelled')", on: connection)
    }

    /// The districts in which an outage finds households, in order.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func districts(
        of id: OutageID, on connection: PostgresConnection
    ) async throws -> [DistrictID] {
        try await connection.query("SELECT outage_districts(\(id.number))", as: (DistrictID.self))
    }

    nonisolated(nonsending) private static func read(
        _ condition: PostgresQuery, on connection: PostgresConnection
    ) async throws -> [Outage] {
        try await connection.query(
            """
            SELECT o.outage_no, o.state, o.emergency, o.reason, o.terms_version, o.starts_at, o.ends_at,
                   o.declared_at, o.declared_by, o.operator, o.started_at, o.closed_at,
                   (SELECT count(*) FROM outage_household AS l
                    WHERE l.district_id = ANY (ARRAY(SELECT outage_districts(o.outage_no)))
                      AND l.outage_no = o.outage_no
                      AND l.state <> 'released')
            FROM outage AS o
            WHERE \(condition)
            ORDER BY o.starts_at DESC, o.outage_no DESC
            """,
            as: (
                Int32.self, String.self, Bool.self, String.self, Int32.self, Instant.self, Instant.self,
                Instant.self, String.self, String.self, Instant?.self, Instant?.self, Int.self
            )
        ).compactMap { row in
            OutageID(number: row.0).map {
                Outage(
                    id: $0, state: row.1, isEmergency: row.2, reason: row.3, version: row.4, starts: row.5, ends: row.6,
                    declaredAt: row.7, declaredBy: row.8, operatorName: row.9, startedAt: row.10, closedAt: row.11,
                    households: row.12)
            }
        }
    }
}
