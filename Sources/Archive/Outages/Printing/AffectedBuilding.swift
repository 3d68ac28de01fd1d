package import GasService
package import PostgresClient

/// A building with households that an outage affects: for a poster at its door, and for the authority.
package struct AffectedBuilding: Sendable, Hashable {
    package let district: DistrictID
    package let building: BuildingID
    package let address: String
    /// Households by class.
    package private(set) var classes: [CustomerClass: Int]
    /// Households in special care.
    package private(set) var inCare: Int

    /// All its households that are affected.
    package var households: Int { classes.values.reduce(0, +) }

    /// The buildings of an outage, by district and address.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, by connection: PostgresConnection
    ) async throws -> [AffectedBuilding] {
        let rows = try await connection.query(
            """
            SELECT district_id, building_id, address, customer_class, households, in_care
            FROM outage_buildings(\(outage.number))
            """,
            as: (DistrictID.self, BuildingID.self, String.self, CustomerClass.self, Int.self, Int.self))
        var buildings: [AffectedBuilding] = []
        for (district, building, address, customers, households, inCare) in rows {
            if let last = buildings.last, last.district == district, last.building == building {
                buildings[buildings.count - 1].classes[customers, default: 0] += households
                buildings[buildings.count - 1].inCare += inCare
            } else {
                buildings.append(
                    AffectedBuilding(
                        district: district, building: building, address: address, classes: [customers: households],
                        inCare: inCare))
            }
        }
        return buildings
    }
}
