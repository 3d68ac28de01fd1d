package import GasService
package import PostgresClient

/// One place at which a chain of the archive does not hold.
package struct ChainFault: Sendable, Hashable {
    /// The ways in which a chain can be broken; see `gasworks.verify_chains`.
    package enum Kind: String, Sendable, Hashable, PostgresRepresentable {
        /// The event's text is not the one that was hashed.
        case altered
        /// It does not follow the event before it.
        case brokenLink = "broken_link"
        /// The chain does not end where its head says.
        case cut
        /// Events of a household that is not there.
        case orphan
    }

    /// The district.
    package let district: DistrictID
    /// The account; empty for the district's own chain.
    package let account: String
    /// The event's number; 0 when the whole chain is gone.
    package let sequence: Int64
    /// What is wrong.
    package let kind: Kind

    /// Every fault of the chains of a district, or of one household; none means that all hold.
    ///
    /// - Complexity: one pass over the events asked for.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        in district: DistrictID, account: AccountNumber? = nil, on connection: PostgresConnection
    ) async throws -> [ChainFault] {
        try await connection.query(
            "SELECT account_no, seq, fault FROM verify_chains(\(district), \(account))",
            as: (String.self, Int64.self, Kind.self)
        ).map { ChainFault(district: district, account: $0.0, sequence: $0.1, kind: $0.2) }
    }
}
