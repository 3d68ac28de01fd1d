-- Who may read and write which table. What is not granted here is refused. State is changed by functions and by nothing
-- else: no role that people work under holds INSERT, UPDATE or DELETE on any table.

GRANT USAGE ON SCHEMA gasworks
    TO gasworks_keeper, gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance,
       gasworks_administrator;

-- The keeper's tables. Events: it adds and reads, nothing else.
GRANT SELECT, INSERT, UPDATE ON
    gasworks.district, gasworks.supply_node, gasworks.household, gasworks.building, gasworks.district_archive,
    gasworks.crew, gasworks.crew_member, gasworks.certificate, gasworks.absence, gasworks.shift, gasworks.staff_login,
    gasworks.inspection_obligation, gasworks.horizon_plan, gasworks.campaign, gasworks.campaign_household,
    gasworks.appointment, gasworks.day_head, gasworks.day_plan, gasworks.route, gasworks.route_stop, gasworks.job,
    gasworks.route_job, gasworks.standby, gasworks.fault,
    gasworks.outage, gasworks.outage_terms, gasworks.outage_area, gasworks.outage_overlap, gasworks.outage_publication,
    gasworks.outage_household, gasworks.notice_waiver, gasworks.outage_building, gasworks.notice, gasworks.notice_receipt,
    gasworks.notice_channel
    TO gasworks_keeper;
GRANT DELETE ON gasworks.campaign, gasworks.campaign_household, gasworks.route_job TO gasworks_keeper;
GRANT SELECT, INSERT ON
    gasworks.archive_event, gasworks.setting, gasworks.cycle_rule, gasworks.inspection_visit, gasworks.visit_finding,
    gasworks.command_log, gasworks.fault_step, gasworks.fault_repair, gasworks.fault_photo
    TO gasworks_keeper;
GRANT SELECT ON gasworks.installation TO gasworks_keeper;
GRANT SELECT, UPDATE ON gasworks.outage_gate TO gasworks_keeper;
GRANT USAGE ON SEQUENCE gasworks.notice_lease_token TO gasworks_keeper;
GRANT ALL ON gasworks.household_masked TO gasworks_keeper;      -- its own
-- The owner could give itself back what it takes from itself here, but no migration changes an event by mistake.
REVOKE UPDATE, DELETE, TRUNCATE ON gasworks.archive_event FROM CURRENT_USER;

-- Everyone: what the database is, the network's names, crews, rules.
GRANT SELECT ON
    gasworks.migration, gasworks.routine, gasworks.installation, gasworks.district, gasworks.supply_node, gasworks.crew,
    gasworks.certificate, gasworks.absence, gasworks.shift, gasworks.standby, gasworks.setting, gasworks.cycle_rule
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
    gasworks.inspection_visit, gasworks.visit_finding, gasworks.crew_member, gasworks.command_log,
    gasworks.outage, gasworks.outage_terms, gasworks.outage_area, gasworks.outage_overlap, gasworks.outage_publication,
    gasworks.outage_household, gasworks.outage_building, gasworks.notice_receipt, gasworks.notice_channel,
    gasworks.fault_trail
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
GRANT SELECT ON gasworks.staff_login TO gasworks_administrator;
-- A fault without what was said and who called, and its steps without their notes.
GRANT SELECT (district_id, fault_no, account_no, node_id, severity, scope, state, joined_to, reported_at, channel, targets,
              made_by, operator, made_at) ON gasworks.fault
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
GRANT SELECT (district_id, fault_no, step_no, kind, account_no, archive_seq, occurred_at) ON gasworks.fault_step
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
GRANT SELECT (district_id, fault_no, step_no, crew_id, proof, temporary, gas, parts, cost) ON gasworks.fault_repair
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
GRANT SELECT (district_id, fault_no, sha256, media_type, taken_at) ON gasworks.fault_photo
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
