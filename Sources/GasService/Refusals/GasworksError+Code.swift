extension GasworksError {
    /// The stable name of the case, for scripts: snake case, never changed once released.
    public var code: String {
        switch self {
        case .badRows: "bad_rows"
        case .fileUnusable: "file_unusable"
        case .invalidValue: "invalid_value"
        case .unknownSetting: "unknown_setting"
        case .invalidSetting: "invalid_setting"
        case .settingNotPerDistrict: "setting_not_per_district"
        case .badTemplate: "bad_template"
        case .badGateway: "bad_gateway"
        case .unknownTimeZone: "unknown_time_zone"
        case .unknownAccount: "unknown_account"
        case .unknownDistrict: "unknown_district"
        case .unknownCrew: "unknown_crew"
        case .unknownJob: "unknown_job"
        case .unknownNode: "unknown_node"
        case .unknownCampaign: "unknown_campaign"
        case .unknownOutage: "unknown_outage"
        case .unknownNotice: "unknown_notice"
        case .illegalNoticeState: "illegal_notice_state"
        case .nothingPublished: "nothing_published"
        case .nothingPlanned: "nothing_planned"
        case .noRoute: "no_route"
        case .emptyDatabase: "empty_database"
        case .illegalJobState: "illegal_state_change"
        case .jobOfAnotherCrew: "job_of_another_crew"
        case .planConflict: "plan_conflict"
        case .dayFrozen: "day_frozen"
        case .dayInPast: "day_in_past"
        case .shortage: "shortage"
        case .missingCertificate: "missing_certificate"
        case .noCrewOnDuty: "no_crew_on_duty"
        case .householdSuspended: "household_suspended"
        case .rehearsalClockRefused: "rehearsal_clock_refused"
        case .outageRefused(let refusal): refusal.code
        case .faultRefused(let refusal): refusal.code
        case .roleRefused: "role_refused"
        case .commandIDReused: "command_id_reused"
        case .chainBroken: "chain_broken"
        case .changeInPast: "change_in_past"
        case .databaseOutOfReach: "database_out_of_reach"
        case .gatewayOutOfReach: "gateway_out_of_reach"
        case .addressUnusable: "address_unusable"
        case .outcomeUnknown: "outcome_unknown"
        case .newerDatabase: "newer_database"
        case .changedMigration: "changed_migration"
        case .databaseNotReady: "database_not_ready"
        case .missingProgram: "missing_program"
        case .clusterDidNotStart: "cluster_did_not_start"
        case .unexpected: "unexpected"
        case .usage: "usage"
        }
    }

    /// Whether it passes by itself, so that whoever waits and tries again may succeed.
    ///
    /// Of what the database says unexpectedly, these do (PostgreSQL, appendix A): connection exceptions, transactions rolled
    /// back, resources used up, and a server that shuts down or starts.
    public var isPassing: Bool {
        switch self {
        case .databaseOutOfReach, .outcomeUnknown: true
        case .unexpected(let state, _): ["08", "40", "53", "57P"].contains { state.hasPrefix($0) }
        default: false
        }
    }

    /// The kind of trouble, which decides the exit status.
    public var category: ErrorCategory {
        switch self {
        case .usage: .usage
        case .outageRefused(let refusal): refusal.category
        case .faultRefused(let refusal): refusal.category
        case .badRows, .badTemplate, .badGateway, .fileUnusable, .invalidValue, .unknownSetting, .invalidSetting,
            .settingNotPerDistrict,
            .unknownTimeZone, .unknownAccount, .unknownDistrict, .unknownCrew, .unknownJob, .unknownNode,
            .unknownCampaign, .unknownOutage, .unknownNotice, .nothingPublished, .nothingPlanned, .noRoute,
            .emptyDatabase:
            .badInput
        case .databaseOutOfReach, .gatewayOutOfReach, .addressUnusable, .outcomeUnknown, .newerDatabase,
            .changedMigration,
            .databaseNotReady,
            .missingProgram, .clusterDidNotStart, .unexpected:
            .outOfReach
        case .illegalJobState, .illegalNoticeState, .jobOfAnotherCrew, .planConflict, .dayFrozen, .dayInPast, .shortage,
            .missingCertificate, .noCrewOnDuty, .householdSuspended, .rehearsalClockRefused, .roleRefused,
            .commandIDReused, .chainBroken, .changeInPast:
            .refused
        }
    }
}
