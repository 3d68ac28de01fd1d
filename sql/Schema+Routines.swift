extension Schema {
    /// The revision of the routines, which an older program does not put back: raised with the first change of a routine
    /// after a release.
    package static let routineRevision: Int32 = 1

    /// All routines in the order in which they are applied: functions in any order, for their bodies are parsed when all
    /// are there; then views, and at last who may do what.
    ///
    /// A test holds this list against the folder `sql/routines`.
    package static let routines: [RoutineFile] = [
        file("foundation/clock", PackageResources.clock_sql),
        file("foundation/command_answers", PackageResources.command_answers_sql),
        file("foundation/installing", PackageResources.installing_sql),
        file("foundation/refusal", PackageResources.refusal_sql),
        file("archive/chain_verification", PackageResources.chain_verification_sql),
        file("archive/event_appending", PackageResources.event_appending_sql),
        file("archive/event_text", PackageResources.event_text_sql),
        file("rules/cycle_rules", PackageResources.cycle_rules_sql),
        file("rules/settings", PackageResources.settings_sql),
        file("staff/crews", PackageResources.crews_sql),
        file("staff/own_work", PackageResources.own_work_sql),
        file("households/appointments", PackageResources.appointments_sql),
        file("households/household_changes", PackageResources.household_changes_sql),
        file("households/household_search", PackageResources.household_search_sql),
        file("households/obligations", PackageResources.obligations_sql),
        file("households/private_data", PackageResources.private_data_sql),
        file("households/supply_tree", PackageResources.supply_tree_sql),
        file("imports/crew_import", PackageResources.crew_import_sql),
        file("imports/household_import", PackageResources.household_import_sql),
        file("imports/household_import_changes", PackageResources.household_import_changes_sql),
        file("imports/household_import_check", PackageResources.household_import_check_sql),
        file("imports/set_aside_keys", PackageResources.set_aside_keys_sql),
        file("imports/staging", PackageResources.staging_sql),
        file("imports/supply_import", PackageResources.supply_import_sql),
        file("planning/day_amending", PackageResources.day_amending_sql),
        file("planning/day_plan_faults", PackageResources.day_plan_faults_sql),
        file("planning/day_plan_publishing", PackageResources.day_plan_publishing_sql),
        file("planning/day_plan_saving", PackageResources.day_plan_saving_sql),
        file("planning/day_routes", PackageResources.day_routes_sql),
        file("planning/frozen_days", PackageResources.frozen_days_sql),
        file("planning/horizon_plans", PackageResources.horizon_plans_sql),
        file("jobs/job_closing", PackageResources.job_closing_sql),
        file("jobs/job_sheet", PackageResources.job_sheet_sql),
        file("jobs/job_states", PackageResources.job_states_sql),
        file("coverage/coverage", PackageResources.coverage_sql),
        file("coverage/spreadsheet_text", PackageResources.spreadsheet_text_sql),
        file("faults/fault_course", PackageResources.fault_course_sql),
        file("faults/fault_crews", PackageResources.fault_crews_sql),
        file("faults/fault_dispatch", PackageResources.fault_dispatch_sql),
        file("faults/fault_privacy", PackageResources.fault_privacy_sql),
        file("faults/fault_repair", PackageResources.fault_repair_sql),
        file("faults/fault_reports", PackageResources.fault_reports_sql),
        file("faults/fault_steps", PackageResources.fault_steps_sql),
        file("faults/fault_targets", PackageResources.fault_targets_sql),
        file("outages/gate_judgement", PackageResources.gate_judgement_sql),
        file("outages/outage_declaring", PackageResources.outage_declaring_sql),
        file("outages/outage_evidence", PackageResources.outage_evidence_sql),
        file("outages/outage_gate", PackageResources.outage_gate_sql),
        file("outages/outage_job_closing", PackageResources.outage_job_closing_sql),
        file("outages/outage_ledger", PackageResources.outage_ledger_sql),
        file("outages/outage_overlaps", PackageResources.outage_overlaps_sql),
        file("outages/outage_reading", PackageResources.outage_reading_sql),
        file("outages/outage_reporting", PackageResources.outage_reporting_sql),
        file("outages/outage_rescheduling", PackageResources.outage_rescheduling_sql),
        file("outages/outage_restoration", PackageResources.outage_restoration_sql),
        file("outages/outage_starting", PackageResources.outage_starting_sql),
        file("notices/notice_channels", PackageResources.notice_channels_sql),
        file("notices/notice_confirming", PackageResources.notice_confirming_sql),
        file("notices/notice_leasing", PackageResources.notice_leasing_sql),
        file("notices/notice_queueing", PackageResources.notice_queueing_sql),
        file("notices/notice_receipts", PackageResources.notice_receipts_sql),
        file("notices/notice_settling", PackageResources.notice_settling_sql),
        file("notices/notice_tellings", PackageResources.notice_tellings_sql),

        file("households/household_masked", PackageResources.household_masked_sql),
        file("faults/fault_trail", PackageResources.fault_trail_sql),
        file("planning/published_route", PackageResources.published_route_sql),

        file("access/bodies", PackageResources.bodies_sql),
        file("access/leftovers", PackageResources.leftovers_sql),
        file("access/ownership", PackageResources.ownership_sql),
        file("access/policies", PackageResources.policies_sql),
        file("access/table_privileges", PackageResources.table_privileges_sql),
        file("access/function_privileges", PackageResources.function_privileges_sql),
    ]

    private static func file(_ name: String, _ bytes: [UInt8]) -> RoutineFile {
        RoutineFile(name: name, sql: String(decoding: bytes, as: UTF8.self))
    }
}
