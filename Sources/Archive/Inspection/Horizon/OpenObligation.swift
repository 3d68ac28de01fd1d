package import GasService
package import PostgresClient

/// An open obligation as the horizon planner reads it.
package struct OpenObligation: Sendable, Hashable {
    /// The household.
    package let account: AccountNumber
    /// Its class.
    package let customerClass: CustomerClass
    /// Its building.
    package let building: BuildingID
    /// A cycle of its own, in months.
    package let ownMonths: Int16?
    /// Whether it is marked for special care.
    package let needsSpecialCare: Bool
    /// The first day on which it may be fulfilled.
    package let opens: CalendarDate
    /// The last day on which it is on time.
    package let deadline: CalendarDate

    /// The open obligations of a district whose windows open by a day, building by building, by account.
    ///
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package static func all(
        in district: DistrictID, openingBy until: CalendarDate, on connection: PostgresConnection
    ) async throws -> [OpenObligation] {
        try await connection.query(
            """
            SELECT account_no, customer_class, building_id, cycle_months, in_special_care, window_opens, deadline
            FROM household_masked
            WHERE district_id = \(district) AND window_opens <= \(until) AND gas_off IS NULL
            ORDER BY building_id, account_no
            """,
            as: (
                AccountNumber.self, CustomerClass.self, BuildingID.self, Int16?.self, Bool.self, CalendarDate.self,
                CalendarDate.self
            )
        ).map {
            OpenObligation(
                account: $0.0, customerClass: $0.1, building: $0.2, ownMonths: $0.3, needsSpecialCare: $0.4,
                opens: $0.5, deadline: $0.6)
        }
    }
}
