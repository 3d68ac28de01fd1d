import Archive
import GasService
import Presentation

/// A line of the list behind a figure as the command answers it.
struct CoverageEntryAnswer: Encodable, Sendable {
    let accountNo: AccountNumber
    let district: DistrictID
    let customerClass: CustomerClass
    let addressMasked: String
    let deadline: CalendarDate?
    let standing: String
    let plannedDate: CalendarDate?
    let visits: Int
    let visitedAt: Instant?
    let result: VisitResult?
    let noEntryReason: VisitResult?
    let crewID: CrewID?
    let gravestHazard: String?
    let nextDeadline: CalendarDate?

    init(_ entry: CoverageEntry) {
        (accountNo, district, customerClass) = (entry.account, entry.district, entry.customerClass)
        (addressMasked, deadline, standing) = (entry.maskedAddress, entry.deadline, entry.standing)
        (plannedDate, visits, visitedAt) = (entry.plannedDate, entry.visits, entry.visitedAt)
        (result, noEntryReason, crewID) = (entry.result, entry.hindrance, entry.crew)
        (gravestHazard, nextDeadline) = (entry.gravestHazard, entry.nextDeadline)
    }

    private enum CodingKeys: String, CodingKey {
        case accountNo
        case district
        case customerClass
        case addressMasked
        case deadline
        case standing
        case plannedDate
        case visits
        case visitedAt
        case result
        case noEntryReason
        case crewID = "crew_id"
        case gravestHazard
        case nextDeadline
    }

    static func listing(in zone: UtilityTimeZone) -> Listing<CoverageEntryAnswer> {
        Listing([
            Column("account_no", .account) { .text($0.accountNo.text) },
            Column("district", .district) { .text($0.district.text) },
            Column("customer_class", .customerClass) { .phrase(Phrase($0.customerClass)) },
            Column("address_masked", .address, isFlexible: true) { .text($0.addressMasked) },
            Column("deadline", .deadline) { $0.deadline.map { .date($0) } ?? .empty },
            Column("standing", .standing) { entry in
                .phrase(CoverageStanding(rawValue: entry.standing).map { Phrase($0) } ?? Phrase(code: entry.standing))
            },
            Column("planned_date", .planned) { $0.plannedDate.map { .date($0) } ?? .empty },
            Column("visits", .visitsMade, .trailing) { .integer($0.visits) },
            Column("visited_at", .visitedAt) { $0.visitedAt.map { .instant($0, zone) } ?? .empty },
            Column("result", .result) { $0.result.map { .phrase(Phrase($0)) } ?? .empty },
            Column("next_deadline", .nextDeadline) { $0.nextDeadline.map { .date($0) } ?? .empty },
        ])
    }
}
