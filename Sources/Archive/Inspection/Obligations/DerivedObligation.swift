package import GasService
package import PostgresClient

/// An open obligation with all that its deadline is derived from.
package struct DerivedObligation: Sendable, Hashable {
    /// The household.
    package let account: AccountNumber
    /// What its deadline is derived from.
    package let facts: HouseholdFacts
    /// Its building.
    package let building: BuildingID
    /// The obligation's number among those of the household.
    package let number: Int32
    /// The first day on which it may be fulfilled, as stored.
    package let opens: CalendarDate
    /// The last day on which it is on time, as stored.
    package let deadline: CalendarDate
    /// The day from which the cycle counts, as stored.
    package let deemedDate: CalendarDate
    /// The rule that governs it.
    package let ruleID: Int32

    /// The open obligations of a class in a district, building by building.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        of customerClass: CustomerClass, in district: DistrictID, on connection: PostgresConnection
    ) async throws -> [DerivedObligation] {
        try await read(
            "m.district_id = \(district) AND m.customer_class = \(customerClass) AND m.gas_off IS NULL", on: connection)
    }

    /// The open obligation of a household; nil while nothing is due.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func open(
        of account: AccountNumber, in district: DistrictID, on connection: PostgresConnection
    ) async throws -> DerivedObligation? {
        try await read("m.district_id = \(district) AND m.account_no = \(account)", on: connection).first
    }

    nonisolated(nonsending) private static func read(
        _ condition: PostgresQuery, on connection: PostgresConnection
    ) async throws -> [DerivedObligation] {
        try await connection.query(
            """
            SELECT m.account_no, m.customer_class, m.gas_on, m.gas_off, m.cycle_months, m.in_special_care, m.building_id,
                   o.obligation_no, o.window_opens, o.deadline, o.basis, o.basis_date, o.deemed_date, o.rule_id
            FROM household_masked AS m
            JOIN inspection_obligation AS o
                ON o.district_id = m.district_id AND o.account_no = m.account_no AND o.state = 'open'
            WHERE \(condition)
            ORDER BY m.building_id, m.account_no
            """,
            as: (
                AccountNumber.self, CustomerClass.self, CalendarDate.self, CalendarDate?.self, Int16?.self, Bool.self,
                BuildingID.self, Int32.self, CalendarDate.self, CalendarDate.self, ObligationBasis.self,
                CalendarDate.self, CalendarDate.self, Int32.self
            )
        ).map { row in
            let (basis, basisDate, deemed) = (row.10, row.11, row.12)
            // A deemed date later than the inspection is the deadline that it kept.
            let inspection = CompletedInspection(actual: basisDate, deadline: deemed > basisDate ? deemed : nil)
            return DerivedObligation(
                account: row.0,
                facts: HouseholdFacts(
                    customerClass: row.1, gasOn: basis == .gasOn ? basisDate : min(row.2, basisDate), gasOff: row.3,
                    lastInspection: basis == .inspection ? inspection : nil, overrideMonths: row.4.map(Int.init),
                    specialCare: row.5),
                building: row.6, number: row.7, opens: row.8, deadline: row.9, deemedDate: deemed, ruleID: row.13)
        }
    }
}
