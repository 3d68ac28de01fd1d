import Archive
import GasService
import Presentation

/// A job as `job show` answers it.
struct JobAnswer: Encodable, Sendable {
    let id: JobID
    let kind: String
    let state: String
    let result: String?
    let reason: VisitReason?
    let date: CalendarDate
    let crewID: CrewID?
    let version: Int?
    let sequence: Int?
    let arrival: Instant?
    let departure: Instant?
    let startedAt: Instant?
    let closedAt: Instant?
    let accountNo: AccountNumber?
    let customerClass: CustomerClass?
    let address: String?
    let unit: String?
    let floor: String?
    let meterNo: String?
    let deadline: CalendarDate?
    let lastInspected: CalendarDate?
    let attempts: Int
    let appointment: RouteJob.Appointment?
    let note: String?
    let findings: [JobSheet.Finding]

    init(_ sheet: JobSheet) {
        id = sheet.job
        (kind, state, result, reason) = (sheet.kind, sheet.state, sheet.result, sheet.reason)
        (date, crewID) = (sheet.date, sheet.crew)
        (version, sequence) = (sheet.version.map(Int.init), sheet.sequence.map(Int.init))
        (arrival, departure) = (sheet.arrival, sheet.departure)
        (startedAt, closedAt) = (sheet.startedAt, sheet.closedAt)
        (accountNo, customerClass) = (sheet.account, sheet.customerClass)
        (address, unit, floor, meterNo) = (sheet.address, sheet.unit, sheet.floor, sheet.meter)
        (deadline, lastInspected, attempts) = (sheet.deadline, sheet.lastInspected, Int(sheet.attempts))
        appointment = sheet.agreed.map { .init(startsAt: $0.from, endsAt: $0.until) }
        (note, findings) = (sheet.note, sheet.findings)
    }

    /// The job line by line, with what is known.
    func sheet(in zone: UtilityTimeZone) -> Sheet {
        func span(_ from: Instant, _ until: Instant) -> Cell {
            .phrase(.span(zone.minute(of: from), zone.minute(of: until)))
        }
        var sheet = Sheet([
            (.job, .text(id.text)), (.jobKind, .phrase(Phrase(code: kind))), (.state, .phrase(Phrase(code: state))),
        ])
        let known: [(Phrase, Cell?)] = [
            (.result, result.map { .phrase(Phrase(code: $0)) }), (.reason, reason.map { .phrase(Phrase($0)) }),
            (.date, .date(date)), (.crew, crewID.map { .text($0.text) }), (.version, version.map { .integer($0) }),
            (.sequence, sequence.map { .integer($0) }),
            (.arrival, arrival.flatMap { from in departure.map { span(from, $0) } }),
            (.appointment, appointment.map { span($0.startsAt, $0.endsAt) }),
            (.startedAt, startedAt.map { .instant($0, zone) }), (.closedAt, closedAt.map { .instant($0, zone) }),
            (.account, accountNo.map { .text($0.text) }), (.customerClass, customerClass.map { .phrase(Phrase($0)) }),
            (.address, address.map { .text($0) }), (.floor, floor.map { .text($0) }), (.unit, unit.map { .text($0) }),
            (.meter, meterNo.map { .text($0) }), (.lastInspected, lastInspected.map { .date($0) }),
            (.deadline, deadline.map { .date($0) }), (.attempts, attempts > 0 ? .integer(attempts) : nil),
            (.note, note.map { .text($0) }),
        ]
        for case (let name, let value?) in known { sheet.add(name, value) }
        for finding in findings {
            sheet.add(
                .finding,
                .phrase(.finding(finding.item, grade: finding.grade, reading: finding.reading, by: .first)))
        }
        return sheet
    }
}
