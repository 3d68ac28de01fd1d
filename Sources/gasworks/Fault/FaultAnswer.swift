import Archive
import GasService
import Operations
import Presentation

/// A deadline of a fault, as programs read it.
struct SLADeadlineAnswer: Encodable {
    let milestone: SLAMilestone
    let targetMinutes: Int
    let due: Instant
    let reachedAt: Instant?
    let standing: String
    /// Minutes of the clock that are left, pauses left out; negative once it is missed, absent once it is settled.
    let netMinutesLeft: Int64?
    /// Minutes by the wall, likewise.
    let wallMinutesLeft: Int64?

    init(_ deadline: SLADeadline, of clock: SLAClock, at now: Instant) {
        milestone = deadline.milestone
        targetMinutes = deadline.targetMinutes
        due = deadline.due
        reachedAt = deadline.reachedAt ?? deadline.referredAt
        standing =
            switch clock.standing(of: deadline, at: now) {
            case .running: "running"
            case .paused(let reason, _): reason.rawValue
            case .kept: "kept"
            case .breached: "breached"
            case .excused: "excused"
            }
        netMinutesLeft = deadline.isSettled ? nil : clock.netLeft(to: deadline, at: now) / 60_000_000
        wallMinutesLeft = deadline.isSettled ? nil : deadline.due.microseconds(since: now) / 60_000_000
    }
}

/// A fault as programs read it.
struct FaultAnswer: Encodable {
    let id: FaultID
    let accountNo: AccountNumber?
    let nodeID: NodeID?
    let place: String
    let severity: FaultSeverity
    let scope: FaultScope
    let state: String
    let joinedTo: FaultID?
    let reportedAt: Instant
    let crewID: CrewID?
    let job: JobID?
    let promisedAt: Instant?
    let temporary: Bool
    let doubtfulDeviceClocks: Int
    let deadlines: [SLADeadlineAnswer]

    init(_ standing: FaultStanding, at now: Instant) {
        let record = standing.record
        id = record.id
        accountNo = record.account
        nodeID = record.node
        place = record.place
        severity = record.severity
        scope = record.scope
        state = record.state
        joinedTo = record.joinedTo
        reportedAt = standing.clock.reportedAt
        crewID = record.assignment?.crew
        job = record.assignment?.job
        promisedAt = standing.promisedAt
        temporary = standing.clock.isTemporary
        doubtfulDeviceClocks = standing.clock.doubtfulEvents
        deadlines = standing.clock.deadlines.map { SLADeadlineAnswer($0, of: standing.clock, at: now) }
    }

    enum CodingKeys: String, CodingKey {
        case id
        case accountNo = "account_no"
        case nodeID = "node_id"
        case place
        case severity
        case scope
        case state
        case joinedTo = "joined_to"
        case reportedAt = "reported_at"
        case crewID = "crew_id"
        case job
        case promisedAt = "promised_at"
        case temporary
        case doubtfulDeviceClocks = "doubtful_device_clocks"
        case deadlines
    }
}

/// What became of a report.
struct FaultReportAnswer: Encodable {
    let id: FaultID
    let fault: FaultAnswer
    let joinedTo: FaultID?
    let known: [FaultID]
    let dispatch: DispatchAnswer?
    /// The code of the reason why nobody was sent.
    let undispatched: String?

    init(_ outcome: ReportFault.Outcome, _ standing: FaultStanding, at now: Instant) {
        id = outcome.answer.id
        fault = FaultAnswer(standing, at: now)
        joinedTo = outcome.answer.into
        known = outcome.known
        dispatch = outcome.sent.map { DispatchAnswer($0) }
        undispatched = outcome.open?.code
    }

    func sentence(in zone: UtilityTimeZone) -> Phrase {
        joinedTo.map { .faultJoined(id, to: $0) } ?? .faultReported(id, at: zone.minuteText(of: fault.reportedAt))
    }

    func details(in zone: UtilityTimeZone) -> [Phrase] {
        (known.isEmpty ? [] : [.faultKnown(known)]) + (dispatch?.sentences(in: zone) ?? [])
    }
}

/// A crew that was sent, or could be.
struct DispatchAnswer: Encodable {
    struct Delay: Encodable {
        let job: JobID
        let minutes: Int
    }

    let crewID: CrewID
    let crewName: String?
    let date: CalendarDate?
    let job: JobID?
    let arrival: Instant
    let minutesLate: Int?
    let delays: [Delay]
    let broken: [FaultPromise.Broken]
    let displaced: [JobID]
    let planningMilliseconds: Double?

    /// A crew that could be sent.
    init(_ option: DispatchOption) {
        self.init(crew: option.crew, arrival: option.arrival, option: option)
    }

    /// A crew that was sent.
    ///
    /// A repeated command is answered by whom it sent; what that cost others was told the first time.
    init(_ sent: DispatchFault.Sent) {
        self.init(
            crew: sent.crew, arrival: sent.arrival, job: sent.job, option: sent.option, seconds: sent.planningSeconds)
    }

    private init(
        crew: CrewID, arrival: Instant, job: JobID? = nil, option: DispatchOption?, seconds: Double? = nil
    ) {
        crewID = crew
        self.job = job
        self.arrival = arrival
        crewName = option?.crewName
        date = option?.date
        minutesLate = option.map { ($0.lateSeconds + 59) / 60 }
        delays = option?.delays.map { Delay(job: $0.job, minutes: ($0.seconds + 59) / 60) } ?? []
        broken = option?.broken ?? []
        displaced = option?.displaced ?? []
        planningMilliseconds = seconds.map { ($0 * 10_000).rounded() / 10 }
    }

    /// Who comes, and at whose cost.
    func sentences(in zone: UtilityTimeZone) -> [Phrase] {
        var result: [Phrase] = []
        if let job {
            result.append(
                .crewSent(
                    crewID, name: crewName ?? crewID.text, at: zone.minuteText(of: arrival), job: job,
                    late: minutesLate ?? 0))
        }
        if !delays.isEmpty {
            result.append(.delayed(delays.count, longest: delays.map(\.minutes).max() ?? 0))
        }
        result += broken.map { .promiseBroken($0.job, minutes: $0.minutesLate) }
        result += displaced.map { .promiseBroken($0, minutes: nil) }
        return result
    }

    enum CodingKeys: String, CodingKey {
        case crewID = "crew_id"
        case crewName = "crew_name"
        case date
        case job
        case arrival
        case minutesLate = "minutes_late"
        case delays
        case broken
        case displaced
        case planningMilliseconds = "planning_milliseconds"
    }
}
