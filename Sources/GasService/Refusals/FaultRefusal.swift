/// Why a step of a fault is refused, each case by the rule that forbids it.
public enum FaultRefusal: Sendable, Hashable {
    // What was put in.
    /// There is no such fault.
    case unknown(fault: String)
    /// The agreed time is not after the agreement.
    case agreedInPast(fault: String, latest: Instant, agreedAt: Instant)
    /// The agreed time is further ahead than the setting allows.
    case agreedTooFar(fault: String, latest: Instant, days: Int)
    /// The step is said to have happened before the fault was reported.
    case beforeTheReport(fault: String, occurredAt: Instant, reportedAt: Instant)
    /// The repair is said to have been made before the fault was handled.
    case repairedBeforeHandled(fault: String, occurredAt: Instant, handledAt: Instant)
    /// The crew is on call at that time already.
    case standbyOverlaps(crew: String)

    // What a rule forbids.
    /// The fault cannot go from the state it is in to the one asked for.
    case illegalState(fault: String, state: String, wanted: String, rule: String)
    /// No customer is there to agree: it is the network's fault.
    case nobodyToAgree(fault: String)
    /// Nothing is referred or waits unless the customer was told.
    case customerNotTold(fault: String)
    /// What belongs to the network is the company's to repair.
    case networkIsNotReferred(fault: String)
    /// Only what waits for parts can go on.
    case isNotWaiting(fault: String)
    /// Another crew has it.
    case alreadyAssigned(fault: String, crew: String)
    /// The crew has no job for it.
    case ofAnotherCrew(fault: String)
    /// The change would take from a crew what it has begun, or what a customer was promised.
    case promisedJobLeftOut(job: String)
    /// No crew has it, or the crew has begun.
    case nothingToRelease(fault: String)
    /// No crew with the certificates can come.
    case nobodyCanCome(fault: String)
    /// Each way to send a crew breaks promises to others: the dispatcher decides.
    case breaksPromises(fault: String, options: Int)
}

extension FaultRefusal {
    /// The stable name of the case.
    public var code: String {
        switch self {
        case .unknown: "unknown_fault"
        case .agreedInPast: "agreed_in_past"
        case .agreedTooFar: "agreed_too_far"
        case .beforeTheReport: "before_the_report"
        case .repairedBeforeHandled: "repaired_before_handled"
        case .standbyOverlaps: "standby_overlaps"
        case .illegalState: "illegal_fault_state"
        case .nobodyToAgree: "nobody_to_agree"
        case .customerNotTold: "customer_not_told"
        case .networkIsNotReferred: "network_is_not_referred"
        case .isNotWaiting: "fault_is_not_waiting"
        case .alreadyAssigned: "fault_already_assigned"
        case .ofAnotherCrew: "fault_of_another_crew"
        case .promisedJobLeftOut: "promised_job_left_out"
        case .nothingToRelease: "nothing_to_release"
        case .nobodyCanCome: "nobody_can_come"
        case .breaksPromises: "breaks_promises"
        }
    }

    /// The kind of trouble, which decides the exit status.
    public var category: ErrorCategory {
        switch self {
        case .unknown, .agreedInPast, .agreedTooFar, .beforeTheReport, .repairedBeforeHandled, .standbyOverlaps:
            .badInput
        case .illegalState, .nobodyToAgree, .customerNotTold, .networkIsNotReferred, .isNotWaiting, .alreadyAssigned,
            .ofAnotherCrew, .promisedJobLeftOut, .nothingToRelease, .nobodyCanCome, .breaksPromises:
            .refused
        }
    }

    /// What is known about it, in a stable order.
    public var facts: [ErrorFact] {
        switch self {
        case .unknown(let fault), .nobodyToAgree(let fault), .customerNotTold(let fault),
            .networkIsNotReferred(let fault),
            .isNotWaiting(let fault), .ofAnotherCrew(let fault), .nothingToRelease(let fault),
            .nobodyCanCome(let fault):
            [ErrorFact("fault", fault)]
        case .agreedInPast(let fault, let latest, let agreed):
            [ErrorFact("fault", fault), ErrorFact("latest", latest), ErrorFact("agreed_at", agreed)]
        case .agreedTooFar(let fault, let latest, let days):
            [ErrorFact("fault", fault), ErrorFact("latest", latest), ErrorFact("days", days)]
        case .beforeTheReport(let fault, let occurred, let reported):
            [ErrorFact("fault", fault), ErrorFact("occurred_at", occurred), ErrorFact("reported_at", reported)]
        case .repairedBeforeHandled(let fault, let occurred, let handled):
            [ErrorFact("fault", fault), ErrorFact("occurred_at", occurred), ErrorFact("handled_at", handled)]
        case .standbyOverlaps(let crew): [ErrorFact("crew_id", crew)]
        case .illegalState(let fault, let state, let wanted, let rule):
            [
                ErrorFact("fault", fault), ErrorFact("state", state), ErrorFact("wanted", wanted),
                ErrorFact("rule", rule),
            ]
        case .alreadyAssigned(let fault, let crew): [ErrorFact("fault", fault), ErrorFact("crew_id", crew)]
        case .promisedJobLeftOut(let job): [ErrorFact("job", job)]
        case .breaksPromises(let fault, let options): [ErrorFact("fault", fault), ErrorFact("options", options)]
        }
    }
}
