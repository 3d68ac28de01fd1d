package import GasService
import PostgresClient

/// A household as everyone in the office may see it: name, telephone and e-mail masked, health data as a mere mark.
package struct MaskedHousehold: Sendable, Hashable {
    /// The district that dispatches for it.
    package let district: DistrictID
    /// Its account.
    package let account: AccountNumber
    /// What it uses gas for.
    package let customerClass: CustomerClass
    /// The name, masked; nil when none is on file.
    package let name: String?
    /// The address.
    package let address: String
    /// The building.
    package let building: BuildingID
    /// The unit in the building.
    package let unit: String?
    /// The floor, as the company writes it.
    package let floor: String?
    /// Degrees north, WGS 84.
    package let latitude: Double
    /// Degrees east, WGS 84.
    package let longitude: Double
    /// Where its gas branches off.
    package let node: NodeID
    /// The meter's number.
    package let meter: String?
    /// The telephone, masked.
    package let phone: String?
    /// The e-mail, masked.
    package let email: String?
    /// Whether it is marked for special care.
    package let needsSpecialCare: Bool
    /// The day gas was turned on.
    package let gasOn: CalendarDate
    /// The day from which it is off; nil while it is on.
    package let gasOff: CalendarDate?
    /// The last completed inspection.
    package let lastInspected: CalendarDate?
    /// A cycle of its own, in months.
    package let cycleMonths: Int?
    /// The first day on which the open inspection may be made; nil when none is open.
    package let windowOpens: CalendarDate?
    /// The last day on which it is in time.
    package let deadline: CalendarDate?
    /// The number of events in its archive.
    package let eventCount: Int64

    /// The columns this type reads, for `WHERE` to be added.
    static let columns: PostgresQuery = """
        SELECT district_id, account_no, customer_class, name_masked, address, building_id, unit, floor, latitude, longitude,
               node_id, meter_no, phone_masked, email_masked, in_special_care, gas_on, gas_off, last_inspected, cycle_months,
               window_opens, deadline, archive_seq
        FROM household_masked
        """

    init(_ row: PostgresRow) throws(PostgresError) {
        let cycle: Int16?
        (
            district, account, customerClass, name, address, building, unit, floor, latitude, longitude, node, meter,
            phone,
            email, needsSpecialCare, gasOn, gasOff, lastInspected, cycle, windowOpens, deadline, eventCount
        ) = try row.decode(
            (
                DistrictID.self, AccountNumber.self, CustomerClass.self, String?.self, String.self, BuildingID.self,
                String?.self, String?.self, Double.self, Double.self, NodeID.self, String?.self, String?.self,
                String?.self,
                Bool.self, CalendarDate.self, CalendarDate?.self, CalendarDate?.self, Int16?.self, CalendarDate?.self,
                CalendarDate?.self, Int64.self
            ))
        cycleMonths = cycle.map(Int.init)
    }
}
