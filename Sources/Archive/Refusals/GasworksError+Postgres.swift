package import GasService
package import PostgresClient

// The one place where what PostgreSQL says becomes what a user can be told.

extension GasworksError {
    /// What an error of the client means to a user.
    ///
    /// - Parameters:
    ///   - error: what went wrong.
    ///   - command: the command that was running, named when its outcome is unknown.
    package init(_ error: PostgresError, during command: String) {
        switch error {
        case .commitUnknown: self = .outcomeUnknown(command: command)
        case .connectionFailed(let failure):
            self = .databaseOutOfReach(address: failure.endpoint, reason: failure.reason)
        case .connectionLost, .poolExhausted, .poolClosed, .closed, .timeout, .invalidConfiguration:
            self = .databaseOutOfReach(address: "", reason: "\(error)")
        default:
            guard let server = error.server else {
                self = .unexpected(sqlState: "", message: "\(error)")
                return
            }
            self = Self.refusal(server) ?? .unexpected(sqlState: server.sqlState.rawValue, message: server.description)
        }
    }

    /// The user's error for a refusal of the schema, its privileges or its keys; nil when no rule foresees it.
    private static func refusal(_ server: ServerError) -> GasworksError? {
        let facts = RefusalFacts(detail: server.detail)
        if let outage = OutageRefusal(code: server.message, facts) { return .outageRefused(outage) }
        if let fault = FaultRefusal(code: server.message, facts, rule: server.hint ?? "") {
            return .faultRefused(fault)
        }
        switch server.sqlState.rawValue {
        case "GW001", "GW002", "GW010": return stateOrPlan(server.message, facts)
        case "GW003": return unknown(server.message, facts)
        case "GW004", "GW005": return crewOrRole(server.message, facts)
        case "GW006": return .rehearsalClockRefused
        case "GW007", "GW008": return value(server.message, facts)
        case "GW009": return .commandIDReused(id: facts.commandId ?? "")
        case "GW012": return .databaseNotReady(.notInstalled)
        case "42501": return .roleRefused(action: server.message)
        case "42P01", "3F000": return .databaseNotReady(.schemaBehind(migration: nil))
        case "23505" where server.constraint == "command_log_pkey": return .commandIDReused(id: "")
        default: return nil
        }
    }

    private static func stateOrPlan(_ code: String, _ facts: RefusalFacts) -> GasworksError? {
        switch code {
        case "illegal_state_change":
            guard let job = facts.jobID, let state = facts.state, let wanted = facts.wanted else { return nil }
            return .illegalJobState(job: job, state: state, wanted: wanted)
        case "illegal_notice_state":
            return .illegalNoticeState(
                notice: facts.notice ?? "", state: facts.state ?? "", wanted: facts.wanted ?? "")
        case "illegal_appointment_state":
            return .invalidValue(name: "state", value: facts.wanted ?? "", expected: "agreed")
        case "plan_conflict":
            guard let subject = facts.subject, let at = facts.at.flatMap({ Instant($0) }) else { return nil }
            return .planConflict(subject: subject, by: facts.by ?? "", at: at)
        case "day_frozen":
            guard let district = facts.districtID, let date = facts.day(facts.date) else { return nil }
            return .dayFrozen(district: district, date: date)
        case "day_in_past":
            guard let date = facts.day(facts.date), let today = facts.day(facts.today) else { return nil }
            return .dayInPast(date: date, today: today)
        default: return nil
        }
    }

    private static func unknown(_ code: String, _ facts: RefusalFacts) -> GasworksError? {
        switch code {
        case "unknown_account": .unknownAccount(facts.accountNo ?? "")
        case "unknown_district": .unknownDistrict(facts.district ?? "")
        case "unknown_crew": .unknownCrew(facts.crewId ?? "")
        case "unknown_job": .unknownJob(facts.job ?? "")
        case "unknown_outage": .unknownOutage(facts.outage ?? "")
        case "unknown_notice": .unknownNotice(facts.notice ?? "")
        case "unknown_node": .unknownNode(facts.nodeId ?? "")
        case "unknown_appointment":
            .invalidValue(name: "appointment", value: facts.appointment ?? "", expected: "known_appointment")
        case "nothing_planned": facts.day(facts.date).map { .nothingPlanned(date: $0, district: facts.districtID) }
        default: nil
        }
    }

    private static func crewOrRole(_ code: String, _ facts: RefusalFacts) -> GasworksError? {
        switch code {
        case "missing_certificate":
            guard let crew = facts.crew, let date = facts.day(facts.date) else { return nil }
            return .missingCertificate(crew: crew, skill: facts.skill ?? "", date: date)
        case "crew_absent":
            return .invalidValue(name: "crew_id", value: facts.crewId ?? "", expected: "crew_on_duty")
        case "job_of_another_crew":
            guard let job = facts.jobID, let crew = facts.crew else { return .roleRefused(action: code) }
            return .jobOfAnotherCrew(job: job, crew: crew)
        case "role_refused": return .roleRefused(action: facts.action ?? "")
        default: return nil
        }
    }

    private static func value(_ code: String, _ facts: RefusalFacts) -> GasworksError? {
        switch code {
        case "change_in_past":
            guard let from = facts.day(facts.validFrom), let today = facts.day(facts.today) else { return nil }
            return .changeInPast(name: facts.name ?? "", validFrom: from, today: today)
        case "occurred_in_future":
            return .invalidValue(
                name: "occurred_at", value: facts.occurredAt ?? "", expected: "<= \(facts.today ?? "")")
        case "invalid_value":
            return .invalidValue(name: facts.name ?? "", value: facts.value ?? "", expected: facts.expected ?? "")
        case "findings_against_result":
            return .invalidValue(name: "findings", value: facts.result ?? "", expected: "findings_with_hazard_only")
        case "unknown_time_zone": return .unknownTimeZone(name: facts.timeZone ?? "")
        default: return nil
        }
    }
}
