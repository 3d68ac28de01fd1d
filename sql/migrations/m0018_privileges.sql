-- Who may read what, who may call what. What is not granted here is refused.

GRANT USAGE, CREATE ON SCHEMA gasworks TO gasworks_keeper;

-- The keeper's tables. Events: it adds and reads, nothing else.
GRANT SELECT, INSERT, UPDATE ON
    gasworks.district, gasworks.supply_node, gasworks.household, gasworks.building, gasworks.district_archive,
    gasworks.crew, gasworks.crew_member, gasworks.certificate, gasworks.absence, gasworks.shift, gasworks.staff_login,
    gasworks.inspection_obligation, gasworks.horizon_plan, gasworks.campaign, gasworks.campaign_household,
    gasworks.appointment, gasworks.day_head, gasworks.day_plan, gasworks.route, gasworks.route_stop, gasworks.job,
    gasworks.route_job
    TO gasworks_keeper;
GRANT DELETE ON gasworks.campaign, gasworks.campaign_household, gasworks.route_job TO gasworks_keeper;
GRANT SELECT, INSERT ON
    gasworks.archive_event, gasworks.setting, gasworks.cycle_rule, gasworks.inspection_visit, gasworks.visit_finding,
    gasworks.command_log
    TO gasworks_keeper;
GRANT SELECT ON gasworks.installation TO gasworks_keeper;
-- The owner could give itself back what it takes from itself here, but no migration changes an event by mistake.
REVOKE UPDATE, DELETE, TRUNCATE ON gasworks.archive_event FROM CURRENT_USER;

-- Everyone: what the database is, the network's names, crews, rules.
GRANT SELECT ON
    gasworks.migration, gasworks.installation, gasworks.district, gasworks.supply_node, gasworks.crew,
    gasworks.certificate, gasworks.absence, gasworks.shift, gasworks.setting, gasworks.cycle_rule
    TO gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance, gasworks_administrator;

-- Households without name, telephone, e-mail and special care.
GRANT SELECT (district_id, account_no, customer_class, address, building_id, unit, floor, latitude, longitude, node_id,
              meter_no, gas_on, gas_off, last_inspected, cycle_months, archive_seq, archive_hash)
    ON gasworks.household
    TO gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
GRANT SELECT ON gasworks.household_masked
    TO gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance, gasworks_administrator;

-- A crew's day: rows by policy.
GRANT SELECT ON gasworks.day_head, gasworks.route, gasworks.route_stop, gasworks.route_job, gasworks.job,
                gasworks.published_route
    TO gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance, gasworks_administrator;

-- The office.
GRANT SELECT ON
    gasworks.building, gasworks.archive_event, gasworks.district_archive, gasworks.inspection_obligation,
    gasworks.horizon_plan, gasworks.campaign, gasworks.campaign_household, gasworks.appointment, gasworks.day_plan,
    gasworks.inspection_visit, gasworks.visit_finding, gasworks.crew_member, gasworks.command_log
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
GRANT SELECT ON gasworks.staff_login TO gasworks_administrator;

-- Rows. The office sees all of them, the keeper works on all of them, a crew sees its own day.
ALTER TABLE gasworks.household ENABLE ROW LEVEL SECURITY;
CREATE POLICY household_keeper ON gasworks.household TO gasworks_keeper USING (true) WITH CHECK (true);
CREATE POLICY household_office ON gasworks.household FOR SELECT
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator USING (true);
CREATE POLICY household_crew ON gasworks.household FOR SELECT
    TO gasworks_crew USING (account_no = ANY (gasworks.own_accounts()));

ALTER TABLE gasworks.job ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_keeper ON gasworks.job TO gasworks_keeper USING (true) WITH CHECK (true);
CREATE POLICY job_office ON gasworks.job FOR SELECT
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator USING (true);
CREATE POLICY job_crew ON gasworks.job FOR SELECT
    TO gasworks_crew USING (crew_id = gasworks.own_crew() AND plan_date = gasworks.today()
                            AND state IN ('planned', 'started', 'closed'));

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['route', 'route_stop', 'route_job'] LOOP
        EXECUTE format('ALTER TABLE gasworks.%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY %I ON gasworks.%I TO gasworks_keeper USING (true) WITH CHECK (true)',
                       part || '_keeper', part);
        EXECUTE format('CREATE POLICY %I ON gasworks.%I FOR SELECT TO gasworks_dispatcher, gasworks_supervisor, '
                       'gasworks_compliance, gasworks_administrator USING (true)', part || '_office', part);
        EXECUTE format('CREATE POLICY %I ON gasworks.%I FOR SELECT TO gasworks_crew '
                       'USING (crew_id = gasworks.own_crew() AND plan_date = gasworks.today())', part || '_crew', part);
    END LOOP;
END
$$;

-- Functions through which state changes belong to the keeper; no function is anyone's who was not named.
DO $$
DECLARE
    routine regprocedure;
BEGIN
    FOR routine IN SELECT oid FROM pg_catalog.pg_proc
                   WHERE pronamespace = 'gasworks'::regnamespace AND prosecdef AND proname <> 'refresh_statistics' LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO gasworks_keeper', routine);
    END LOOP;
    FOR routine IN SELECT oid FROM pg_catalog.pg_proc WHERE pronamespace = 'gasworks'::regnamespace LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', routine);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO gasworks_keeper', routine);
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION gasworks.install FROM gasworks_keeper;
ALTER VIEW gasworks.household_masked OWNER TO gasworks_keeper;
REVOKE CREATE ON SCHEMA gasworks FROM gasworks_keeper;

-- Reading.
GRANT EXECUTE ON FUNCTION
    gasworks.present, gasworks.today, gasworks.local_date, gasworks.claimed_operator, gasworks.refuse,
    gasworks.is_office, gasworks.own_crew, gasworks.own_accounts, gasworks.supply_subtree, gasworks.cycle_rule_on, gasworks.setting_on, gasworks.is_frozen, gasworks.frozen_days,
    gasworks.search_households, gasworks.household_private, gasworks.archive_instant,
    gasworks.latest_deadline, gasworks.interval_deadline, gasworks.early_months_of,
    gasworks.masked, gasworks.masked_email, gasworks.required_skill, gasworks.is_certified, gasworks.day_routes,
    gasworks.job_sheet, gasworks.closing_facts
    TO gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
GRANT EXECUTE ON FUNCTION
    gasworks.verify_chains, gasworks.archive_seal, gasworks.event_text, gasworks.canonical_event, gasworks.chain_origin
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
-- Compliance reads masked; opening private data is for those who deal with customers.
REVOKE EXECUTE ON FUNCTION gasworks.household_private FROM gasworks_compliance;

-- Work at the door.
GRANT EXECUTE ON FUNCTION gasworks.start_job, gasworks.close_job
    TO gasworks_crew, gasworks_dispatcher, gasworks_administrator;

-- Dispatch.
GRANT EXECUTE ON FUNCTION
    gasworks.begin_horizon_plan, gasworks.save_horizon_plan, gasworks.save_day_plan, gasworks.publish_day_plan,
    gasworks.day_plan_faults, gasworks.withdraw_job, gasworks.agree_appointment, gasworks.settle_appointment, gasworks.record_absence,
    gasworks.change_household
    TO gasworks_dispatcher, gasworks_administrator;

-- Administration.
GRANT EXECUTE ON FUNCTION
    gasworks.set_setting, gasworks.set_cycle_rule, gasworks.begin_derived_obligations,
    gasworks.apply_derived_obligations, gasworks.certify_crew, gasworks.assign_login, gasworks.begin_household_import,
    gasworks.check_household_import, gasworks.apply_household_import, gasworks.begin_supply_import,
    gasworks.check_supply_import, gasworks.apply_supply_import, gasworks.begin_crew_import, gasworks.check_crew_import,
    gasworks.apply_crew_import
    TO gasworks_administrator;
