import Archive
import GasService
import Operations
import Presentation

/// How an outage stands, as `outage status` answers it.
struct OutageReportAnswer: Encodable, Sendable {
    let id: OutageID
    let state: String
    let emergency: Bool
    let reason: String
    let version: Int
    let startsAt: Instant
    let endsAt: Instant
    let declaredAt: Instant
    /// The login that declared it.
    let declaredBy: String
    /// Who that was, as claimed.
    let declaredByOperator: String
    let startedAt: Instant?
    let closedAt: Instant?
    let households: Int
    let missing: Int
    /// The first instant by which somebody who is missing must have been told.
    let deadline: Instant?
    /// Whether everyone can still be told in time.
    let canBeMade: Bool
    /// The earliest start for which everyone can be told; nil when nobody is missing.
    let earliestStart: Instant?
    let contingencyPlanNeeded: Bool
    let gate: [Standing]
    let notices: [Notices]
    let overlaps: [Overlap]
    let ledger: [String: Int]
    let delivery: [DeliveryDay]
    let undeliverable: Int
    let untold: [Untold]

    struct Standing: Encodable, Sendable {
        let district: DistrictID
        let customerClass: CustomerClass
        let verdict: String
        let households: Int
        let specialCare: Int
        let deadline: Instant
    }

    struct Notices: Encodable, Sendable {
        let channel: NoticeChannel
        let state: String
        let notices: Int
    }

    struct Overlap: Encodable, Sendable {
        let outage: OutageID
        let state: String
        let households: Int
        let decided: Bool
    }

    struct DeliveryDay: Encodable, Sendable {
        let date: CalendarDate
        let planned: Int
        let capacity: Int
        let missing: Int
    }

    struct Untold: Encodable, Sendable {
        let accountNo: AccountNumber
        let district: DistrictID
        let customerClass: CustomerClass
        let address: String
        let unit: String?
        let specialCare: Bool
        let verdict: String
        let onItsWay: String?
        let failure: String?
    }

    init(_ report: OutageReport) {
        let outage = report.outage
        (id, state, emergency, reason) = (outage.id, outage.state, outage.isEmergency, outage.reason)
        (version, startsAt, endsAt) = (Int(outage.version), outage.starts, outage.ends)
        (declaredAt, declaredBy, declaredByOperator) = (outage.declaredAt, outage.declaredBy, outage.operatorName)
        (startedAt, closedAt, households) = (outage.startedAt, outage.closedAt, outage.households)
        (missing, deadline, canBeMade) = (report.missing, report.deadline, report.canBeMade)
        earliestStart = report.earliestStart?.start
        contingencyPlanNeeded = report.contingency?.isNeeded ?? false
        gate = report.standing.map {
            Standing(
                district: $0.district, customerClass: $0.customerClass, verdict: $0.verdict, households: $0.households,
                specialCare: $0.inCare, deadline: $0.deadline)
        }
        notices = report.notices.map { Notices(channel: $0.channel, state: $0.state, notices: $0.notices) }
        overlaps = report.overlaps.map {
            Overlap(outage: $0.other, state: $0.state, households: $0.households, decided: $0.isDecided)
        }
        ledger = Dictionary(uniqueKeysWithValues: report.ledger.map { ($0.state, $0.households) })
        delivery = report.delivery.days.filter { $0.planned > 0 || $0.missing > 0 }.map {
            DeliveryDay(date: $0.date, planned: $0.planned, capacity: $0.capacity, missing: $0.missing)
        }
        undeliverable = report.delivery.missing
        untold = report.untold.map {
            Untold(
                accountNo: $0.account, district: $0.district, customerClass: $0.customerClass, address: $0.address,
                unit: $0.unit, specialCare: $0.inCare, verdict: $0.verdict, onItsWay: $0.onItsWay, failure: $0.failure)
        }
    }

    /// The outage line by line.
    func sheet(in zone: UtilityTimeZone) -> Sheet {
        var sheet = Sheet([
            (.outage, .text(id.text)), (.state, .phrase(Phrase(outageState: state))),
            (.outageStarts, .instant(startsAt, zone)), (.outageEnds, .instant(endsAt, zone)), (.reason, .text(reason)),
            (.households, .integer(households)), (.outageDeclaredAt, .instant(declaredAt, zone)),
            (.outageDeclaredBy, .text(declaredByOperator)),
        ])
        if let startedAt { sheet.add(.outageGasOff, .instant(startedAt, zone)) }
        if let closedAt { sheet.add(.closedAt, .instant(closedAt, zone)) }
        for state in ["off", "lit", "sealed"] where ledger[state] != nil {
            sheet.add(Phrase(code: state), .integer(ledger[state] ?? 0))
        }
        for count in notices {
            sheet.add(.noticesBy(count.channel, count.state), .integer(count.notices))
        }
        return sheet
    }

    /// What somebody must know or do.
    func warnings(in zone: UtilityTimeZone) -> [Phrase] {
        var phrases: [Phrase] = []
        for meeting in overlaps where !meeting.decided {
            phrases.append(.outageMeets(meeting.outage, households: meeting.households))
        }
        if contingencyPlanNeeded { phrases.append(.contingencyPlanNeeded) }
        if missing > 0, let deadline {
            phrases.append(.householdsMissing(missing, by: zone.minuteText(of: deadline)))
            if !canBeMade, let earliestStart {
                phrases.append(.leadTimeCannotBeMade(earliest: zone.minuteText(of: earliestStart)))
            }
        }
        for day in delivery {
            phrases.append(.deliveriesOn(day.date, planned: day.planned, capacity: day.capacity))
        }
        if undeliverable > 0 { phrases.append(.undeliverable(undeliverable)) }
        return phrases
    }

    static let untoldListing = Listing<Untold>([
        Column("account_no", .account) { .text($0.accountNo.text) },
        Column("district", .district) { .text($0.district.text) },
        Column("customer_class", .customerClass) { .phrase(Phrase($0.customerClass)) },
        Column("address", .address, isFlexible: true) { .text($0.address) },
        Column("unit", .unit) { .optional($0.unit) },
        Column("special_care", .specialCare) { .phrase(.answer($0.specialCare)) },
        Column("verdict", .gateVerdict) { .phrase(Phrase(gateVerdict: $0.verdict)) },
        Column("on_its_way", .onItsWay) { $0.onItsWay.map { .phrase(.noticesOnTheirWay($0)) } ?? .empty },
        Column("failure", .failure) { $0.failure.map { .phrase(Phrase(deliveryFailure: $0)) } ?? .empty },
    ])
}
