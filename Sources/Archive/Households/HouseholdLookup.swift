package import GasService
package import PostgresClient

/// Where an account is kept, without its district being known.
package struct HouseholdLookup: Sendable {
    private let connection: PostgresConnection

    /// Looks things up over a connection of any role; a crew finds the households of its own route of the day.
    package init(on connection: PostgresConnection) {
        self.connection = connection
    }

    /// The district of an account.
    ///
    /// - Throws: `GasworksError.unknownAccount`; `PostgresError`.
    nonisolated(nonsending) package func district(of account: AccountNumber) async throws -> DistrictID {
        let found = try await connection.queryOptional(
            "SELECT district_id FROM household WHERE account_no = \(account)", as: (DistrictID.self))
        guard let found else { throw GasworksError.unknownAccount(account.text) }
        return found
    }

    /// A household with its private fields masked.
    ///
    /// - Throws: `GasworksError.unknownAccount`; `PostgresError`.
    nonisolated(nonsending) package func household(_ account: AccountNumber) async throws -> MaskedHousehold {
        let rows = try await connection.query("\(MaskedHousehold.columns) WHERE account_no = \(account)")
        guard let row = rows.first else { throw GasworksError.unknownAccount(account.text) }
        return try MaskedHousehold(row)
    }

    /// Households by account, meter, any part of the address, or the beginning of a name; the best matches first.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - limit: the most households to return.
    /// - Returns: the households, masked.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package func search(_ text: String, limit: Int = 50) async throws -> [MaskedHousehold] {
        let rows = try await connection.query(
            """
            SELECT found.* FROM search_households(\(text), \(Int32(limit))) WITH ORDINALITY AS hit (district, account, kind, place)
            JOIN (\(MaskedHousehold.columns)) AS found ON found.district_id = hit.district AND found.account_no = hit.account
            ORDER BY hit.place
            """)
        return try rows.map { try MaskedHousehold($0) }
    }
}
