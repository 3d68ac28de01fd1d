package import GasService

/// What a deadline is derived from, of a household's row, once the row is known to be right.
package struct CheckedHousehold: Sendable, Hashable {
    /// The household.
    package let account: AccountNumber
    /// What it uses gas for.
    package let customerClass: CustomerClass
    /// The district that dispatches for it.
    package let district: DistrictID
    /// The day from which gas was on.
    package let gasOn: CalendarDate
    /// The last completed inspection; nil when it never was inspected.
    package let lastInspected: CalendarDate?
    /// Whether it is marked for special care.
    package let needsSpecialCare: Bool
}

/// Checks what can be seen in one household's row by itself.
struct HouseholdCheck {
    /// Today by the utility's clock.
    let today: CalendarDate

    /// The row's values, or nil after noting in `table` everything that is wrong with it.
    func check(_ row: TableRow, in table: TableReader) -> CheckedHousehold? {
        let account = table.code(AccountNumber.self, HouseholdColumn.account.rawValue, of: row)
        let customerClass = table.word(CustomerClass.self, HouseholdColumn.customerClass.rawValue, of: row)
        let building = table.code(BuildingID.self, HouseholdColumn.building.rawValue, of: row)
        let district = districtCode(row, in: table)
        let latitude = table.degrees(HouseholdColumn.latitude.rawValue, of: row, bound: 90)
        let longitude = table.degrees(HouseholdColumn.longitude.rawValue, of: row, bound: 180)
        let node = table.code(NodeID.self, HouseholdColumn.supplyNode.rawValue, of: row)
        let care = HouseholdColumn.specialCare.rawValue
        let hasKnownCare = row.isEmpty(care) || table.word(SpecialCare.self, care, of: row) != nil
        let gasOn = table.pastDate(HouseholdColumn.gasOn.rawValue, of: row, today: today)
        let inspection = HouseholdColumn.lastInspected.rawValue
        let lastInspected = table.pastDate(inspection, of: row, today: today)
        let hasSoundInspection = row.isEmpty(inspection) || lastInspected != nil
        let isInOrder = isInspectedAfterGasOn(lastInspected, gasOn, row, in: table)
        guard row.isSound, let account, let customerClass, building != nil, let district, latitude != nil,
            longitude != nil, node != nil, hasKnownCare, let gasOn, hasSoundInspection, isInOrder
        else { return nil }
        return CheckedHousehold(
            account: account, customerClass: customerClass, district: district, gasOn: gasOn,
            lastInspected: lastInspected, needsSpecialCare: !row.isEmpty(care))
    }

    /// A district's code; the code of the company as a whole is no place where a household can be.
    private func districtCode(_ row: TableRow, in table: TableReader) -> DistrictID? {
        guard let district = table.code(DistrictID.self, HouseholdColumn.district.rawValue, of: row) else { return nil }
        guard !district.isCompany else {
            table.note(.unknownDistrict, HouseholdColumn.district.rawValue, of: row)
            return nil
        }
        return district
    }

    private func isInspectedAfterGasOn(
        _ lastInspected: CalendarDate?, _ gasOn: CalendarDate?, _ row: TableRow, in table: TableReader
    ) -> Bool {
        guard let lastInspected, let gasOn, lastInspected < gasOn else { return true }
        table.note(
            .inspectedBeforeGasOn, HouseholdColumn.lastInspected.rawValue, of: row, expected: gasOn.description)
        return false
    }
}
