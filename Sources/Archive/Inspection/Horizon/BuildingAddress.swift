package import GasService
package import PostgresClient

/// Where a building stands.
package enum BuildingAddress {
    /// An address of every building of a district; the first of those of a corner house.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        in district: DistrictID, on connection: PostgresConnection
    ) async throws -> [BuildingID: String] {
        let rows = try await connection.query(
            "SELECT building_id, min(address) FROM building WHERE district_id = \(district) GROUP BY building_id",
            as: (BuildingID.self, String.self))
        return Dictionary(rows.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    }
}
