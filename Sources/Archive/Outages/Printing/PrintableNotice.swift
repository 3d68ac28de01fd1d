package import GasService
package import PostgresClient

/// A notice that a crew is to carry to a household, as far as a sheet of paper needs it: no name and no number.
package struct PrintableNotice: Sendable, Hashable {
    package let id: NoticeID
    package let purpose: NoticePurpose
    package let account: AccountNumber
    package let customerClass: CustomerClass
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
            SELECT n.district_id, n.notice_no, n.purpose, n.account_no, h.customer_class, h.address, h.unit
            FROM notice AS n
            JOIN household AS h ON h.district_id = n.district_id AND h.account_no = n.account_no
            WHERE n.district_id = ANY (ARRAY(SELECT outage_districts(\(terms.outage.number))))
              AND n.outage_no = \(terms.outage.number) AND n.version = \(terms.version) AND n.channel = 'hand'
              AND n.state = 'queued'
            ORDER BY h.district_id, h.address, h.building_id, h.unit, h.account_no
            """,
            as: (
                DistrictID.self, Int64.self, NoticePurpose.self, AccountNumber.self, CustomerClass.self, String.self,
                String?.self
            )
        ).compactMap { district, number, purpose, account, customers, address, unit in
            NoticeID(district: district, number: number).map {
                PrintableNotice(
                    id: $0, purpose: purpose, account: account, customerClass: customers, address: address,
                    unit: unit)
            }
        }
    }
}
