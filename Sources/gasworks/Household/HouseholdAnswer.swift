import Archive
import GasService
import Presentation

/// A household as commands answer it.
struct HouseholdAnswer: Encodable, Sendable {
    let accountNo: AccountNumber
    let district: DistrictID
    let customerClass: CustomerClass
    /// Whether the private fields are masked.
    let masked: Bool
    let name: String?
    let address: String
    let building: BuildingID
    let unit: String?
    let floor: String?
    let latitude: Double
    let longitude: Double
    let supplyNode: NodeID
    let meterNo: String?
    let phone: String?
    let email: String?
    /// Whether special care is needed; why is in `care`, when it was opened.
    let specialCare: Bool
    let care: String?
    let gasOn: CalendarDate
    let gasOff: CalendarDate?
    let lastInspected: CalendarDate?
    let cycleMonths: Int?
    let windowOpens: CalendarDate?
    let deadline: CalendarDate?
    let events: Int64

    init(_ household: MaskedHousehold, opened: PrivateHousehold? = nil) {
        accountNo = household.account
        district = household.district
        customerClass = household.customerClass
        masked = opened == nil
        (name, phone, email) =
            opened.map { ($0.name, $0.phone, $0.email) } ?? (household.name, household.phone, household.email)
        care = opened?.specialCare
        address = household.address
        (building, unit, floor) = (household.building, household.unit, household.floor)
        (latitude, longitude) = (household.latitude, household.longitude)
        (supplyNode, meterNo) = (household.node, household.meter)
        specialCare = household.needsSpecialCare
        (gasOn, gasOff) = (household.gasOn, household.gasOff)
        (lastInspected, cycleMonths) = (household.lastInspected, household.cycleMonths)
        (windowOpens, deadline) = (household.windowOpens, household.deadline)
        events = household.eventCount
    }

    /// The household line by line; what is not known is left out.
    var sheet: Sheet {
        var sheet = Sheet([
            (.account, .text(accountNo.text)), (.district, .text(district.text)),
            (.customerClass, .phrase(Phrase(customerClass))),
        ])
        let known: [(Phrase, Cell?)] = [
            (.householdName, name.map { .text($0) }), (.address, .text(address)), (.building, .text(building.text)),
            (.unit, unit.map { .text($0) }), (.floor, floor.map { .text($0) }),
            (.latitude, .decimal(latitude, places: 6)), (.longitude, .decimal(longitude, places: 6)),
            (.supplyNode, .text(supplyNode.text)), (.meter, meterNo.map { .text($0) }),
            (.phone, phone.map { .text($0) }), (.email, email.map { .text($0) }),
            (.specialCare, care.map { .text($0) } ?? .phrase(.answer(specialCare))), (.gasOn, .date(gasOn)),
            (.gasOff, gasOff.map { .date($0) }), (.lastInspected, lastInspected.map { .date($0) } ?? .phrase(.none)),
            (.cycleMonths, cycleMonths.map { .integer($0) }), (.windowOpens, windowOpens.map { .date($0) }),
            (.deadline, deadline.map { .date($0) }), (.events, .integer(Int(events))),
        ]
        for (name, value) in known {
            if let value { sheet.add(name, value) }
        }
        return sheet
    }

    /// Households as a list.
    static let listing = Listing<HouseholdAnswer>([
        Column("account_no", .account) { .text($0.accountNo.text) },
        Column("district", .district) { .text($0.district.text) },
        Column("customer_class", .customerClass) { .phrase(Phrase($0.customerClass)) },
        Column("address", .address, isFlexible: true) { .text($0.address) },
        Column("unit", .unit) { .optional($0.unit) },
        Column("name", .householdName) { .optional($0.name) },
        Column("meter_no", .meter) { .optional($0.meterNo) },
        Column("last_inspected", .lastInspected) { $0.lastInspected.map { .date($0) } ?? .empty },
        Column("deadline", .deadline) { $0.deadline.map { .date($0) } ?? .empty },
    ])
}
