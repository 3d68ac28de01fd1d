-- Who may read and call what about outages. State is changed by the functions and by nothing else: no role that people
-- work under holds INSERT, UPDATE or DELETE on any of these tables.

GRANT SELECT, INSERT, UPDATE ON
    gasworks.outage, gasworks.outage_terms, gasworks.outage_area, gasworks.outage_overlap, gasworks.outage_publication,
    gasworks.outage_household, gasworks.notice_waiver, gasworks.outage_building, gasworks.notice, gasworks.notice_receipt,
    gasworks.notice_channel
    TO gasworks_keeper;
GRANT SELECT, UPDATE ON gasworks.outage_gate TO gasworks_keeper;
GRANT USAGE ON SEQUENCE gasworks.notice_lease_token TO gasworks_keeper;

GRANT SELECT ON
    gasworks.outage, gasworks.outage_terms, gasworks.outage_area, gasworks.outage_overlap, gasworks.outage_publication,
    gasworks.outage_household, gasworks.outage_building, gasworks.notice_receipt, gasworks.notice_channel
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
-- Without the digest of whom it reached, and without the keys that gateways know it by.
GRANT SELECT (district_id, notice_no, outage_no, account_no, version, purpose, channel, urgent, state, due_at, attempts,
              leased_by, first_leased_at, sent_at, gateway_id, text_sha256, confirmed_at, manner, failure)
    ON gasworks.notice
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
-- A waiver's reason may name people.
GRANT SELECT (district_id, outage_no, account_no, version, waived_by, operator, waived_at) ON gasworks.notice_waiver
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
GRANT SELECT (reason) ON gasworks.notice_waiver TO gasworks_supervisor;

GRANT CREATE ON SCHEMA gasworks TO gasworks_keeper;
DO $$
DECLARE
    routine regprocedure;
BEGIN
    FOR routine IN SELECT oid FROM pg_catalog.pg_proc
                   WHERE pronamespace = 'gasworks'::regnamespace AND prosecdef AND proowner = current_user::regrole
                     AND proname <> 'refresh_statistics' LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO gasworks_keeper', routine);
    END LOOP;
    FOR routine IN SELECT oid FROM pg_catalog.pg_proc
                   WHERE pronamespace = 'gasworks'::regnamespace AND NOT prosecdef
                     AND proname NOT IN ('install') LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO gasworks_keeper', routine);
    END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA gasworks FROM gasworks_keeper;

-- Reading.
GRANT EXECUTE ON FUNCTION
    gasworks.lead_minutes, gasworks.setting_number, gasworks.within_local_hours, gasworks.gate_verdicts,
    gasworks.outage_members, gasworks.outage_overlaps, gasworks.outage_districts, gasworks.outage_standing,
    gasworks.outage_notice_counts, gasworks.outage_untold, gasworks.outage_work, gasworks.outage_evidence,
    gasworks.outage_reach,
    gasworks.next_notice_at
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;

-- Dispatch, and the worker that delivers notices on its behalf.
GRANT EXECUTE ON FUNCTION
    gasworks.declare_outage, gasworks.announce_outage, gasworks.decide_overlap, gasworks.reschedule_outage,
    gasworks.cancel_outage, gasworks.refresh_outage, gasworks.start_outage, gasworks.publish_outage,
    gasworks.begin_restoration, gasworks.confirm_building, gasworks.restore_households, gasworks.close_outage,
    gasworks.lease_notices, gasworks.settle_notices, gasworks.check_receipts, gasworks.record_receipts,
    gasworks.record_telling, gasworks.change_household
    TO gasworks_dispatcher, gasworks_administrator;

-- Work at the door.
GRANT EXECUTE ON FUNCTION gasworks.close_outage_job TO gasworks_crew, gasworks_dispatcher, gasworks_administrator;

-- A waiver is a supervisor's.
GRANT EXECUTE ON FUNCTION gasworks.waive_notices TO gasworks_supervisor;

-- Administration.
GRANT EXECUTE ON FUNCTION gasworks.apply_household_import, gasworks.apply_supply_import TO gasworks_administrator;
