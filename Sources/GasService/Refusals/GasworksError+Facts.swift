/// One fact of an error, under a stable snake-case name.
public struct ErrorFact: Sendable, Hashable, Codable {
    /// The fact's name.
    public let name: String
    /// The fact as text.
    public let value: String

    /// States a fact.
    public init(_ name: String, _ value: some CustomStringConvertible) {
        self.name = name
        self.value = value.description
    }
}

extension GasworksError {
    /// What is known about the error, in a stable order, for `--format json` and for messages.
    ///
    /// Bad rows are not repeated here: a reader of JSON takes them as an array of their own.
    public var facts: [ErrorFact] {
        switch self {
        case .badRows(let rows): [ErrorFact("rows", rows.count)]
        case .badTemplate(let problem):
            [
                ErrorFact("file", problem.file), ErrorFact("fault", problem.fault.rawValue),
                ErrorFact("name", problem.name),
            ] + (problem.line.map { [ErrorFact("line", $0)] } ?? [])
        case .badGateway(let file, let key, let expected):
            [ErrorFact("file", file), ErrorFact("key", key), ErrorFact("expected", expected)]
        case .addressUnusable(let address, let reason): [ErrorFact("address", address), ErrorFact("reason", reason)]
        case .gatewayOutOfReach(let channel, let reason):
            [ErrorFact("channel", channel.rawValue), ErrorFact("reason", reason)]
        case .fileUnusable(let path, let reason): [ErrorFact("path", path), ErrorFact("reason", reason.rawValue)]
        case .invalidValue(let name, let value, let expected):
            [ErrorFact("name", name), ErrorFact("value", value), ErrorFact("expected", expected)]
        case .unknownSetting(let name), .unknownTimeZone(let name), .changedMigration(let name),
            .missingProgram(let name):
            [ErrorFact("name", name)]
        case .invalidSetting(let name, let value, let allowed):
            [ErrorFact("name", name), ErrorFact("value", value), ErrorFact("allowed", allowed)]
        case .settingNotPerDistrict(let name, let district):
            [ErrorFact("name", name), ErrorFact("district", district)]
        case .unknownAccount(let code): [ErrorFact("account_no", code)]
        case .unknownDistrict(let code): [ErrorFact("district", code)]
        case .unknownCrew(let code): [ErrorFact("crew_id", code)]
        case .unknownJob(let code): [ErrorFact("job", code)]
        case .unknownNode(let code): [ErrorFact("node_id", code)]
        case .unknownCampaign(let code): [ErrorFact("campaign", code)]
        case .unknownOutage(let code): [ErrorFact("outage", code)]
        case .unknownNotice(let code): [ErrorFact("notice", code)]
        case .illegalNoticeState(let notice, let state, let wanted):
            [ErrorFact("notice", notice), ErrorFact("state", state), ErrorFact("wanted", wanted)]
        case .nothingPublished(let date, let district), .nothingPlanned(let date, let district):
            [ErrorFact("date", date)] + of(district)
        case .noCrewOnDuty(let district, let date): [ErrorFact("date", date)] + of(district)
        case .noRoute(let crew, let date): [ErrorFact("crew_id", crew), ErrorFact("date", date)]
        case .emptyDatabase, .rehearsalClockRefused: []
        case .illegalJobState(let job, let state, let wanted):
            [ErrorFact("job", job), ErrorFact("state", state), ErrorFact("wanted", wanted)]
        case .jobOfAnotherCrew(let job, let crew): [ErrorFact("job", job), ErrorFact("crew_id", crew)]
        case .planConflict(let subject, let person, let instant):
            [ErrorFact("subject", subject), ErrorFact("by", person), ErrorFact("at", instant)]
        case .dayFrozen(let district, let date): [ErrorFact("district", district), ErrorFact("date", date)]
        case .dayInPast(let date, let today): [ErrorFact("date", date), ErrorFact("today", today)]
        case .shortage(let district, let from, let until, let minutes):
            [
                ErrorFact("district", district), ErrorFact("from", from), ErrorFact("until", until),
                ErrorFact("missing_minutes", minutes),
            ]
        case .missingCertificate(let crew, let skill, let date):
            [ErrorFact("crew_id", crew), ErrorFact("skill", skill), ErrorFact("date", date)]
        case .householdSuspended(let account): [ErrorFact("account_no", account)]
        case .outageRefused(let refusal): refusal.facts
        case .faultRefused(let refusal): refusal.facts
        case .roleRefused(let action): [ErrorFact("action", action)]
        case .commandIDReused(let id): [ErrorFact("command_id", id)]
        case .chainBroken(let district, let account, let sequence):
            [ErrorFact("district", district), ErrorFact("account_no", account), ErrorFact("sequence", sequence)]
        case .changeInPast(let name, let from, let today):
            [ErrorFact("name", name), ErrorFact("valid_from", from), ErrorFact("today", today)]
        case .databaseOutOfReach(let address, let reason):
            [ErrorFact("address", address), ErrorFact("reason", reason)]
        case .outcomeUnknown(let command): [ErrorFact("command", command)]
        case .newerDatabase(let version, let known): [ErrorFact("version", version), ErrorFact("known", known)]
        case .databaseNotReady(let gap): of(gap)
        case .usage(let reason): [ErrorFact("reason", reason)]
        case .clusterDidNotStart(let log): [ErrorFact("log", log)]
        case .unexpected(let state, let message): [ErrorFact("sql_state", state), ErrorFact("message", message)]
        }
    }

    private func of(_ gap: DatabaseGap) -> [ErrorFact] {
        switch gap {
        case .noCluster(let home): [ErrorFact("reason", "no_cluster"), ErrorFact("home", home)]
        case .schemaBehind(let migration):
            [ErrorFact("reason", "schema_behind")] + (migration.map { [ErrorFact("migration", $0)] } ?? [])
        case .routinesBehind: [ErrorFact("reason", "routines_behind")]
        case .notInstalled: [ErrorFact("reason", "not_installed")]
        }
    }

    private func of(_ district: DistrictID?) -> [ErrorFact] { district.map { [ErrorFact("district", $0)] } ?? [] }
}
