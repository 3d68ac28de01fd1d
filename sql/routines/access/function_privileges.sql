-- Who may call which function. What is not granted here is refused.

-- The keeper's functions call each other. Making a company's database is the owner's.
GRANT EXECUTE ON ALL ROUTINES IN SCHEMA gasworks TO gasworks_keeper;
REVOKE EXECUTE ON FUNCTION gasworks.install FROM gasworks_keeper;

-- Reading.
GRANT EXECUTE ON FUNCTION
    gasworks.present, gasworks.today, gasworks.local_date, gasworks.claimed_operator, gasworks.refuse,
    gasworks.is_office, gasworks.own_crew, gasworks.own_accounts, gasworks.supply_subtree, gasworks.cycle_rule_on,
    gasworks.setting_on, gasworks.is_frozen, gasworks.frozen_days, gasworks.search_households, gasworks.archive_instant,
    gasworks.latest_deadline, gasworks.interval_deadline, gasworks.early_months_of, gasworks.masked,
    gasworks.masked_email, gasworks.required_skill, gasworks.is_certified, gasworks.day_routes, gasworks.job_sheet,
    gasworks.closing_facts, gasworks.fault_name, gasworks.fault_skills, gasworks.known_faults
    TO gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
GRANT EXECUTE ON FUNCTION
    gasworks.verify_chains, gasworks.archive_seal, gasworks.event_text, gasworks.canonical_event, gasworks.chain_origin,
    gasworks.local_midnight, gasworks.coverage_visits, gasworks.coverage_judgements, gasworks.masked_address,
    gasworks.spreadsheet_text,
    gasworks.lead_minutes, gasworks.setting_number, gasworks.within_local_hours, gasworks.gate_verdicts,
    gasworks.outage_members, gasworks.outage_overlaps, gasworks.outage_districts, gasworks.outage_standing,
    gasworks.outage_notice_counts, gasworks.outage_untold, gasworks.outage_work, gasworks.outage_evidence,
    gasworks.outage_places, gasworks.outage_buildings, gasworks.next_notice_at
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
-- Compliance reads masked; opening private data is for those who deal with customers.
GRANT EXECUTE ON FUNCTION gasworks.household_private, gasworks.fault_private
    TO gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_administrator;

-- Work at the door.
GRANT EXECUTE ON FUNCTION
    gasworks.start_job, gasworks.close_job, gasworks.close_outage_job, gasworks.start_fault_job, gasworks.leave_fault_job,
    gasworks.approach_fault, gasworks.handle_fault, gasworks.agree_fault, gasworks.wait_fault, gasworks.resume_fault,
    gasworks.repair_fault, gasworks.refer_fault, gasworks.attach_fault_photo
    TO gasworks_crew, gasworks_dispatcher, gasworks_administrator;

-- Dispatch, and the worker that delivers notices on its behalf.
GRANT EXECUTE ON FUNCTION
    gasworks.begin_horizon_plan, gasworks.save_horizon_plan, gasworks.save_day_plan, gasworks.publish_day_plan,
    gasworks.day_plan_faults, gasworks.withdraw_job, gasworks.agree_appointment, gasworks.settle_appointment,
    gasworks.record_absence, gasworks.change_household,
    gasworks.declare_outage, gasworks.announce_outage, gasworks.decide_overlap, gasworks.reschedule_outage,
    gasworks.cancel_outage, gasworks.refresh_outage, gasworks.start_outage, gasworks.publish_outage,
    gasworks.record_contingency_report,
    gasworks.begin_restoration, gasworks.confirm_building, gasworks.restore_households, gasworks.close_outage,
    gasworks.lease_notices, gasworks.settle_notices, gasworks.check_receipts, gasworks.record_receipts,
    gasworks.record_telling, gasworks.report_fault, gasworks.join_fault, gasworks.regrade_fault, gasworks.release_fault,
    gasworks.amend_day_plan, gasworks.record_standby
    TO gasworks_dispatcher, gasworks_administrator;

-- A waiver is a supervisor's.
GRANT EXECUTE ON FUNCTION gasworks.waive_notices TO gasworks_supervisor;

-- Administration.
GRANT EXECUTE ON FUNCTION
    gasworks.set_setting, gasworks.set_cycle_rule, gasworks.begin_derived_obligations,
    gasworks.apply_derived_obligations, gasworks.certify_crew, gasworks.assign_login, gasworks.begin_household_import,
    gasworks.check_household_import, gasworks.apply_household_import, gasworks.begin_supply_import,
    gasworks.check_supply_import, gasworks.apply_supply_import, gasworks.begin_crew_import, gasworks.check_crew_import,
    gasworks.apply_crew_import
    TO gasworks_administrator;
