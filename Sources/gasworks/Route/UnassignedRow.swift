import Archive
import GasService
import Presentation

/// A household that is owed a visit and is in no route.
struct UnassignedRow: Sendable {
    let district: DistrictID
    let unassigned: DaySummary.Unassigned

    static func listing(in zone: UtilityTimeZone) -> Listing<UnassignedRow> {
        Listing([
            Column("district", .district) { .text($0.district.text) },
            Column("account_no", .account) { .text($0.unassigned.accountNo.text) },
            Column("reason", .reason) { .phrase(Phrase($0.unassigned.reason)) },
            Column("deadline", .deadline) { .date($0.unassigned.deadline) },
            Column("cause", .cause, isFlexible: true) { .phrase(Phrase($0.unassigned.cause)) },
            Column("remedy", .remedy, isFlexible: true) {
                $0.unassigned.remedy.map { .phrase(Phrase($0, in: zone)) } ?? .empty
            },
        ])
    }
}
