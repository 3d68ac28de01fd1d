import Archive
import GasService
import Operations
import Presentation

/// Why a visit is where it is, as `route explain` answers it.
struct ExplanationAnswer: Encodable, Sendable {
    /// The job; nil when the household has none on the day.
    let id: JobID?
    let accountNo: AccountNumber
    let date: CalendarDate
    let planned: Bool
    let reason: VisitReason?
    let cause: UnassignedCause?
    let remedy: UnassignedRemedy?
    let deadline: CalendarDate?
    let campaignDate: CalendarDate?
    let attempts: Int
    let crewID: CrewID?
    let sequence: Int?
    let arrival: Instant?
    let window: RouteJob.Appointment?
    let minutesBefore: Int?
    let minutesAfter: Int?

    init(_ explanation: VisitExplanation) {
        id = explanation.job
        accountNo = explanation.account
        date = explanation.date
        planned = explanation.place != nil
        reason = explanation.reason
        cause = explanation.cause
        remedy = explanation.remedy
        deadline = explanation.deadline
        campaignDate = explanation.campaignDate
        attempts = explanation.attempts
        crewID = explanation.place?.crew
        sequence = explanation.place?.sequence
        arrival = explanation.place?.arrival
        window = explanation.agreed.map { .init(startsAt: $0.from, endsAt: $0.until) }
        minutesBefore = explanation.place?.minutesSinceStopBefore
        minutesAfter = explanation.place?.minutesToStopAfter
    }

    /// The explanation line by line.
    func sheet(in zone: UtilityTimeZone) -> Sheet {
        var sheet = Sheet([(.account, .text(accountNo.text)), (.date, .date(date))])
        let known: [(Phrase, Cell?)] = [
            (.job, id.map { .text($0.text) }), (.reason, reason.map { .phrase(Phrase($0)) }),
            (.cause, cause.map { .phrase(Phrase($0)) }),
            (.remedy, remedy.map { .phrase(Phrase($0, in: zone)) }), (.campaignDay, campaignDate.map { .date($0) }),
            (.deadline, deadline.map { .date($0) }), (.attempts, attempts > 0 ? .integer(attempts) : nil),
            (.appointment, window.map { .phrase(.span(zone.minute(of: $0.startsAt), zone.minute(of: $0.endsAt))) }),
            (.crew, crewID.map { .text($0.text) }), (.sequence, sequence.map { .integer($0) }),
            (.arrival, arrival.map { .text(zone.minute(of: $0).description) }),
            (.stopBefore, minutesBefore.map { .phrase(.minutes($0)) }),
            (.stopAfter, minutesAfter.map { .phrase(.minutes($0)) }),
        ]
        for case (let name, let value?) in known { sheet.add(name, value) }
        if !planned, cause == nil { sheet.add(.cause, .phrase(.nothingAsksForIt)) }
        return sheet
    }
}
