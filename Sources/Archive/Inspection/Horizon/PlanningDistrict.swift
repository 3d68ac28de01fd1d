package import GasService
package import PostgresClient

/// A district as the horizon planner meets it: its latest plan and its households by class.
package struct PlanningDistrict: Sendable, Hashable {
    /// The district.
    package let district: DistrictID
    /// The version of its latest horizon plan; 0 when it has none.
    package let planVersion: Int32
    /// Its active households by class.
    package let households: [CustomerClass: Int]

    /// All districts, the company left out, in their order.
    ///
    /// - Complexity: one pass over the households.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(on connection: PostgresConnection) async throws
        -> [PlanningDistrict]
    {
        let heads = try await connection.query(
            """
            SELECT d.district_id, coalesce(max(p.version), 0)
            FROM district AS d LEFT JOIN horizon_plan AS p ON p.district_id = d.district_id
            WHERE d.district_id <> '-'
            GROUP BY d.district_id
            ORDER BY d.district_id
            """,
            as: (DistrictID.self, Int32.self))
        let counts = try await connection.query(
            """
            SELECT district_id, customer_class, count(*) FROM household WHERE gas_off IS NULL
            GROUP BY district_id, customer_class
            """,
            as: (DistrictID.self, CustomerClass.self, Int.self))
        var households: [DistrictID: [CustomerClass: Int]] = [:]
        for (district, customerClass, count) in counts { households[district, default: [:]][customerClass] = count }
        return heads.map {
            PlanningDistrict(district: $0.0, planVersion: $0.1, households: households[$0.0] ?? [:])
        }
    }
}
