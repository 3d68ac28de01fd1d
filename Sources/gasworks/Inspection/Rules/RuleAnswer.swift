import Archive
import GasService
import Presentation

/// A version of a cycle rule as commands answer it.
struct RuleAnswer: Encodable, Sendable {
    let id: Int
    let district: DistrictID
    let customerClass: CustomerClass
    let validFrom: CalendarDate
    let kind: IntervalKind
    let months: Int
    let earlyMonths: Int
    let capMonths: Int?
    let transitionMonths: Int?

    init(_ stored: StoredCycleRule) {
        id = Int(stored.id)
        let rule = stored.rule
        (district, customerClass, validFrom) = (rule.district, rule.customerClass, rule.validFrom)
        (kind, months) = (rule.interval.kind, rule.interval.months)
        (earlyMonths, capMonths) = (rule.interval.earlyMonths, rule.interval.capMonths)
        transitionMonths = rule.transitionMonths
    }

    static let listing = Listing<RuleAnswer>([
        Column("id", .sequence, .trailing) { .integer($0.id) },
        Column("district", .district) { $0.district.isCompany ? .phrase(.allDistricts) : .text($0.district.text) },
        Column("customer_class", .customerClass) { .phrase(Phrase($0.customerClass)) },
        Column("valid_from", .validFrom) { .date($0.validFrom) },
        Column("kind", .intervalKind) { .phrase(Phrase($0.kind)) },
        Column("months", .months, .trailing) { .integer($0.months) },
        Column("early_months", .earlyMonths, .trailing) { .integer($0.earlyMonths) },
        Column("cap_months", .capMonths, .trailing) { $0.capMonths.map { .integer($0) } ?? .empty },
        Column("transition_months", .transitionMonths, .trailing) {
            $0.transitionMonths.map { .integer($0) } ?? .empty
        },
    ])
}
