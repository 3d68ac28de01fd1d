package import GasService
package import PostgresClient

/// A notice that a crew is to carry to a household, as far as a sheet of paper needs it: no name and no number.
package struct PrintableNotice: Sendable, Hashable {
    package let id: NoticeID
    package let purpose: NoticePurpose
    package let account: AccountNumber
    package let customerClass: CustomerClass
    package let building: BuildingID
    package let address: String
    package let unit: String?

    /// The notices of an outage's present terms that wait to be delivered by hand, house by house.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of terms: AnnouncedTerms, by connection: PostgresConnection
    ) async throws -> [PrintableNotice] {
        try await connection.query(
            """
            SELECT n.district_id, n.notice_no, n.purpose, n.account_no, h.customer_class, h.building_id, h.address, h.unit
            FROM notice AS n
            JOIN household AS h ON h.district_id = n.district_id AND h.account_no = n.account_no
            WHERE n.district_id = ANY (ARRAY(SELECT outage_districts(\(terms.outage.number))))
              AND n.outage_no = \(terms.outage.number) AND n.version = \(terms.version) AND n.channel = 'hand'
              AND n.state = 'queued'
            ORDER BY h.district_id, h.address, h.building_id, h.unit, h.account_no
            """,
            as: (
                DistrictID.self, Int64.self, NoticePurpose.self, AccountNumber.self, CustomerClass.self,
                BuildingID.self, String.self, String?.self
            )
        ).compactMap { district, number, purpose, account, customers, building, address, unit in
            NoticeID(district: district, number: number).map {
                PrintableNotice(
                    id: $0, purpose: purpose, account: account, customerClass: customers, building: building,
                    address: address, unit: unit)
            }
        }
    }
}

/// A building with households that an outage affects, for a poster at its door.
package struct AffectedBuilding: Sendable, Hashable {
    package let building: BuildingID
    package let address: String
    package let households: Int

    /// The buildings of an outage, by address.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of outage: OutageID, by connection: PostgresConnection
    ) async throws -> [AffectedBuilding] {
        try await connection.query(
            """
            SELECT h.building_id, min(h.address), count(*)
            FROM outage_household AS l
            JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
            WHERE l.district_id = ANY (ARRAY(SELECT outage_districts(\(outage.number))))
              AND l.outage_no = \(outage.number) AND l.state <> 'released'
            GROUP BY h.district_id, h.building_id
            ORDER BY min(h.address), h.building_id
            """,
            as: (BuildingID.self, String.self, Int64.self)
        ).map { AffectedBuilding(building: $0, address: $1, households: Int($2)) }
    }
}
