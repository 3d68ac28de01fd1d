import GasService

/// The columns of `households.csv`, in the order in which they are written.
package enum HouseholdColumn: Int, CaseIterable, Sendable {
    /// The account number, which names the household for good.
    case account
    /// What the household uses gas for.
    case customerClass
    /// The customer's name; private.
    case name
    /// Street and number.
    case address
    /// The building, by which crews' visits are bundled.
    case building
    /// Flat, shop or door.
    case unit
    /// The floor.
    case floor
    /// The district that dispatches for it.
    case district
    /// Degrees north.
    case latitude
    /// Degrees east.
    case longitude
    /// The node of the supply network from which its gas comes.
    case supplyNode
    /// The meter's number.
    case meter
    /// Telephone number; private.
    case phone
    /// E-mail address; private.
    case email
    /// Why the household needs special care; private, health data.
    case specialCare
    /// The day from which gas was on.
    case gasOn
    /// The day of the last completed inspection; empty when it never was inspected.
    case lastInspected

    /// What the column must look like.
    package var column: ImportColumn {
        switch self {
        case .account: ImportColumn("account_no", isRequired: true, longest: AccountNumber.longest)
        case .customerClass: ImportColumn("customer_class", isRequired: true, longest: 32)
        case .name: ImportColumn("name", longest: 200, isPrivate: true)
        case .address: ImportColumn("address", isRequired: true, longest: 300)
        case .building: ImportColumn("building", isRequired: true, longest: BuildingID.longest)
        case .unit: ImportColumn("unit", longest: 32)
        case .floor: ImportColumn("floor", longest: 16)
        case .district: ImportColumn("district", isRequired: true, longest: DistrictID.longest)
        case .latitude: ImportColumn("latitude", isRequired: true, longest: 24)
        case .longitude: ImportColumn("longitude", isRequired: true, longest: 24)
        case .supplyNode: ImportColumn("supply_node", isRequired: true, longest: NodeID.longest)
        case .meter: ImportColumn("meter_no", longest: 64)
        case .phone: ImportColumn("phone", longest: 64, isPrivate: true)
        case .email: ImportColumn("email", longest: 254, isPrivate: true)
        case .specialCare: ImportColumn("special_care", longest: 32, isPrivate: true)
        case .gasOn: ImportColumn("gas_on", isRequired: true, longest: 10)
        case .lastInspected: ImportColumn("last_inspected", longest: 10)
        }
    }

    /// All columns as a file must have them.
    package static let columns = allCases.map(\.column)
}
