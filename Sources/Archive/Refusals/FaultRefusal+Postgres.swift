import GasService

extension FaultRefusal {
    /// The refusal that the schema's code, facts and rule tell of; nil when they tell of something else.
    init?(code: String, _ facts: RefusalFacts, rule: String) {
        let fault = facts.fault ?? ""
        switch code {
        case "unknown_fault": self = .unknown(fault: fault)
        case "illegal_fault_state":
            self = .illegalState(fault: fault, state: facts.state ?? "", wanted: facts.wanted ?? "", rule: rule)
        case "nobody_to_agree": self = .nobodyToAgree(fault: fault)
        case "customer_not_told": self = .customerNotTold(fault: fault)
        case "network_is_not_referred": self = .networkIsNotReferred(fault: fault)
        case "fault_is_not_waiting": self = .isNotWaiting(fault: fault)
        case "fault_already_assigned": self = .alreadyAssigned(fault: fault, crew: facts.crewId ?? "")
        case "fault_of_another_crew": self = .ofAnotherCrew(fault: fault)
        case "promised_job_left_out": self = .promisedJobLeftOut(job: facts.job ?? "")
        case "nothing_to_release": self = .nothingToRelease(fault: fault)
        case "standby_overlaps": self = .standbyOverlaps(crew: facts.crewId ?? "")
        default: self.init(timed: code, facts)
        }
    }

    /// The same for refusals that name instants.
    private init?(timed code: String, _ facts: RefusalFacts) {
        func instant(_ text: String?) -> Instant? { text.flatMap { Instant($0) } }
        let fault = facts.fault ?? ""
        switch code {
        case "agreed_in_past":
            guard let latest = instant(facts.latest), let agreed = instant(facts.agreedAt) else { return nil }
            self = .agreedInPast(fault: fault, latest: latest, agreedAt: agreed)
        case "agreed_too_far":
            guard let latest = instant(facts.latest), let days = facts.days else { return nil }
            self = .agreedTooFar(fault: fault, latest: latest, days: days)
        case "before_the_report":
            guard let occurred = instant(facts.occurredAt), let reported = instant(facts.reportedAt) else { return nil }
            self = .beforeTheReport(fault: fault, occurredAt: occurred, reportedAt: reported)
        case "repaired_before_handled":
            guard let occurred = instant(facts.occurredAt), let handled = instant(facts.handledAt) else { return nil }
            self = .repairedBeforeHandled(fault: fault, occurredAt: occurred, handledAt: handled)
        default: return nil
        }
    }
}
