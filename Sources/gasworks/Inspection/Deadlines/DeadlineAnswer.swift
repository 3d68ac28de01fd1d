import Archive
import GasService
import Operations
import Presentation

/// A household's deadline with its derivation, as the command answers it.
struct DeadlineAnswer: Encodable, Sendable {
    let accountNo: AccountNumber
    let district: DistrictID
    let customerClass: CustomerClass
    /// `open`, or `suspended` while the household is disconnected.
    let state: String
    let rule: RuleAnswer?
    let ownCycleMonths: Int?
    let basis: ObligationBasis?
    let lastInspected: CalendarDate?
    let basisDate: CalendarDate?
    let deemedDate: CalendarDate?
    let anniversaryKept: Bool?
    let windowOpens: CalendarDate?
    let deadline: CalendarDate?
    let daysLeft: Int?
    /// What rules and settings of today give; differs from `deadline` only if they changed since it was set.
    let derivedDeadline: CalendarDate?
    let countedAttempts: Int
    let nextStep: String
    let visits: [Visit]
    let appointments: [AppointmentAnswer]
    let campaigns: [Planned]
    let explanation: [String]

    struct Visit: Encodable, Sendable {
        let closedAt: Instant
        let slotKind: String
        let result: VisitResult
        let attemptNo: Int?
        let crewID: CrewID

        private enum CodingKeys: String, CodingKey {
            case closedAt
            case slotKind
            case result
            case attemptNo
            case crewID = "crew_id"
        }
    }

    struct Planned: Encodable, Sendable {
        let id: CampaignID
        let date: CalendarDate
        let round: Int
    }

    init(_ explanation: DeadlineExplanation, sentences: [Phrase], language: Language) {
        let (household, stored) = (explanation.household, explanation.stored)
        (accountNo, district) = (household.account, household.district)
        (customerClass, ownCycleMonths) = (household.customerClass, household.cycleMonths)
        state = stored == nil ? "suspended" : "open"
        rule = explanation.rule.map { RuleAnswer($0) }
        lastInspected = household.lastInspected
        basis = stored.map { $0.facts.lastInspection == nil ? .gasOn : .inspection }
        basisDate = stored.map { $0.facts.lastInspection?.actual ?? $0.facts.gasOn }
        deemedDate = stored?.deemedDate
        anniversaryKept = stored.map { $0.facts.lastInspection?.deadline != nil }
        (windowOpens, deadline) = (stored?.opens, stored?.deadline)
        daysLeft = stored.map { $0.deadline.days(since: explanation.today) }
        derivedDeadline = explanation.derived?.deadline
        countedAttempts = explanation.ladder.counted
        nextStep = explanation.ladder.nextStep.code
        visits = explanation.visits.map {
            Visit(
                closedAt: $0.closedAt, slotKind: $0.slot.rawValue, result: $0.result, attemptNo: $0.attempt,
                crewID: $0.crew)
        }
        appointments = explanation.appointments.map { AppointmentAnswer($0) }
        campaigns = explanation.campaigns.map { Planned(id: $0.id, date: $0.date, round: $0.round) }
        self.explanation = sentences.map { $0.text(in: language) }
    }
}
