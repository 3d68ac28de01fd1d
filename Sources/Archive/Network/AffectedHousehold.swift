package import GasService
package import PostgresClient

/// A household that is without gas when a node of the network is closed.
package struct AffectedHousehold: Sendable, Hashable {
    /// The district that dispatches for it.
    package let district: DistrictID
    /// Its account.
    package let account: AccountNumber
    /// What it uses gas for.
    package let customerClass: CustomerClass
    /// The address.
    package let address: String
    /// The unit in the building.
    package let unit: String?
    /// The node it hangs on.
    package let node: NodeID
    /// Whether it must be told in person or by telephone.
    package let needsSpecialCare: Bool

    /// Every household with gas that a node feeds, directly or through nodes below it, by district and account.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        below node: NodeID, on connection: PostgresConnection
    ) async throws -> [AffectedHousehold] {
        try await connection.query(
            """
            SELECT h.district_id, h.account_no, h.customer_class, h.address, h.unit, h.node_id, h.in_special_care
            FROM household_masked AS h
            WHERE h.node_id IN (SELECT below FROM supply_subtree(\(node)) AS below)
              AND (h.gas_off IS NULL OR h.gas_off > today())
            ORDER BY h.district_id, h.account_no
            """,
            as: (
                DistrictID.self, AccountNumber.self, CustomerClass.self, String.self, String?.self, NodeID.self,
                Bool.self
            )
        ).map {
            AffectedHousehold(
                district: $0, account: $1, customerClass: $2, address: $3, unit: $4, node: $5, needsSpecialCare: $6)
        }
    }
}
