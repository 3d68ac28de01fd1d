import Archive
import GasService
import Presentation

/// A campaign as commands answer it.
struct CampaignAnswer: Encodable, Sendable {
    let id: CampaignID
    let district: DistrictID
    let date: CalendarDate
    let building: BuildingID
    let address: String?
    let round: Int
    let minutes: Int
    let householdCount: Int
    let inspected: Int
    let frozen: Bool
    /// Only when one campaign is shown.
    let households: [CampaignHouseholdAnswer]?

    init(_ campaign: Campaign, households: [CampaignHousehold]? = nil) {
        (id, district, date) = (campaign.id, campaign.id.district, campaign.date)
        (building, address) = (campaign.building, campaign.address)
        (round, minutes) = (campaign.round, campaign.minutes)
        (householdCount, inspected, frozen) = (campaign.households, campaign.inspected, campaign.isFrozen)
        self.households = households?.map { CampaignHouseholdAnswer($0) }
    }

    /// The campaign line by line.
    var sheet: Sheet {
        Sheet([
            (.campaign, .text(id.text)), (.date, .date(date)), (.building, .text(building.text)),
            (.address, .optional(address)), (.round, .phrase(.round(round))), (.minutes, .integer(minutes)),
            (.households, .integer(householdCount)), (.inspectedSince, .integer(inspected)),
            (.frozen, .phrase(.answer(frozen))),
        ])
    }

    static let listing = Listing<CampaignAnswer>([
        Column("planned_date", .planned) { .date($0.date) },
        Column("campaign_id", .campaign) { .text($0.id.text) },
        Column("building", .building) { .text($0.building.text) },
        Column("address", .address, isFlexible: true) { .optional($0.address) },
        Column("round", .round) { .phrase(.round($0.round)) },
        Column("households", .households, .trailing) { .integer($0.householdCount) },
        Column("inspected", .inspectedSince, .trailing) { .integer($0.inspected) },
        Column("minutes", .minutes, .trailing) { .integer($0.minutes) },
        Column("frozen", .frozen) { .phrase(.answer($0.frozen)) },
    ])
}

/// A household of a campaign as commands answer it.
struct CampaignHouseholdAnswer: Encodable, Sendable {
    let accountNo: AccountNumber
    let customerClass: CustomerClass
    let floor: String?
    let unit: String?
    let deadline: CalendarDate
    let state: String
    let visits: Int
    let lastResult: VisitResult?

    init(_ household: CampaignHousehold) {
        (accountNo, customerClass) = (household.account, household.customerClass)
        (floor, unit, deadline) = (household.floor, household.unit, household.deadline)
        state = household.isOpen ? "open" : "fulfilled"
        (visits, lastResult) = (household.visits, household.lastResult)
    }

    static let listing = Listing<CampaignHouseholdAnswer>([
        Column("account_no", .account) { .text($0.accountNo.text) },
        Column("customer_class", .customerClass) { .phrase(Phrase($0.customerClass)) },
        Column("floor", .floor) { .optional($0.floor) },
        Column("unit", .unit) { .optional($0.unit) },
        Column("deadline", .deadline) { .date($0.deadline) },
        Column("state", .state) { .phrase(Phrase(code: $0.state)) },
        Column("visits", .visitsMade, .trailing) { .integer($0.visits) },
        Column("last_result", .lastResult) { $0.lastResult.map { .phrase(Phrase($0)) } ?? .empty },
    ])
}
