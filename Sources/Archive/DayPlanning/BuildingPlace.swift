package import GasService
package import PostgresClient

/// Where a building stands.
package struct BuildingPlace: Sendable, Hashable {
    /// Degrees north, WGS 84.
    package let latitude: Double
    /// Degrees east, WGS 84.
    package let longitude: Double

    /// The places of all buildings, of one district or of all, for the background of a map.
    ///
    /// - Complexity: one pass over the households.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        in district: DistrictID?, by connection: PostgresConnection
    ) async throws -> [BuildingPlace] {
        try await connection.query(
            """
            SELECT min(latitude), min(longitude) FROM household
            WHERE \(district)::text IS NULL OR district_id = \(district)
            GROUP BY district_id, building_id ORDER BY district_id, building_id
            """,
            as: (Double.self, Double.self)
        ).map { BuildingPlace(latitude: $0.0, longitude: $0.1) }
    }
}
