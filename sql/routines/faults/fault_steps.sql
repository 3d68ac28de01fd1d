-- A fault's steps: what every one of them has in common. Locks, in this order: the district for a place of the network (its
-- chain takes the events), the fault, its household.

-- The public name of a fault.
CREATE OR REPLACE FUNCTION gasworks.fault_name(in_district text, in_fault_no bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT in_district || '-' || in_fault_no
$$;

-- Locks a fault; refuses an unknown one. A crew may take it only while a job for it is the crew's own.
CREATE OR REPLACE FUNCTION gasworks.take_fault(in_district text, in_fault_no bigint) RETURNS gasworks.fault
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    taken fault;
BEGIN
    SELECT * INTO taken FROM fault WHERE district_id = in_district AND fault_no = in_fault_no;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_fault', json_build_object('fault', fault_name(in_district, in_fault_no)),
                       'fault_exists');
    END IF;
    IF taken.account_no IS NULL THEN
        PERFORM lock_district(in_district);
    END IF;
    SELECT * INTO taken FROM fault WHERE district_id = in_district AND fault_no = in_fault_no FOR NO KEY UPDATE;
    IF NOT is_office() AND NOT EXISTS (
        SELECT FROM job WHERE district_id = in_district AND fault_no = in_fault_no AND crew_id = own_crew()
                          AND state IN ('planned', 'started')) THEN
        PERFORM refuse('GW005', 'fault_of_another_crew',
                       json_build_object('fault', fault_name(in_district, in_fault_no), 'own', own_crew()), 'own_route_only');
    END IF;
    RETURN taken;
END
$$;

-- Refuses a step that the fault's state does not allow, by the name of the rule that forbids it.
CREATE OR REPLACE FUNCTION gasworks.demand_fault_state(
    in_fault gasworks.fault, in_states text[], in_wanted text, in_rule text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF in_fault.state <> ALL (in_states) THEN
        PERFORM refuse('GW001', 'illegal_fault_state',
                       json_build_object('fault', fault_name(in_fault.district_id, in_fault.fault_no),
                                         'state', in_fault.state, 'wanted', in_wanted),
                       in_rule);
    END IF;
END
$$;

-- By how many seconds a device's clock is ahead of ours, when it is off by more than two minutes; NULL otherwise, and for a
-- device that does not say what it shows.
CREATE OR REPLACE FUNCTION gasworks.device_seconds_ahead(in_device_shows timestamptz) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT ahead FROM (SELECT trunc(extract(epoch FROM in_device_shows - present()))::bigint AS ahead) AS difference
    WHERE abs(ahead) > 120
$$;

-- The instant of a step that counts: the device's, put right where its clock was found off, and never after its arrival.
CREATE OR REPLACE FUNCTION gasworks.step_instant(in_occurred timestamptz, in_recorded timestamptz, in_ahead bigint)
    RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT least(in_occurred - coalesce(in_ahead, 0) * interval '1 second', in_recorded)
$$;

-- The first step of a kind, as an instant that counts; NULL: there is none.
CREATE OR REPLACE FUNCTION gasworks.first_step(in_fault gasworks.fault, in_kind text) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT min(step_instant(e.occurred_at, e.recorded_at, (e.payload ->> 'device_seconds_ahead')::bigint))
    FROM fault_step AS s
    JOIN archive_event AS e ON e.district_id = s.district_id AND e.account_no = s.account_no AND e.seq = s.archive_seq
    WHERE s.district_id = in_fault.district_id AND s.fault_no = in_fault.fault_no AND s.kind = in_kind
$$;

-- Writes a step and its event, and wakes who watches. Nothing happens to a fault before it was reported, nor after now.
CREATE OR REPLACE FUNCTION gasworks.record_fault_step(
    in_fault gasworks.fault, in_kind text, in_occurred timestamptz, in_device_shows timestamptz, in_facts jsonb,
    in_note text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    ahead  bigint := device_seconds_ahead(in_device_shows);
    chain  text   := coalesce(in_fault.account_no, '');
    facts  jsonb  := in_facts;
    place  bigint;
    number integer;
BEGIN
    PERFORM demand_happened(in_occurred - coalesce(ahead, 0) * interval '1 second');
    IF step_instant(in_occurred, present(), ahead) < in_fault.reported_at AND in_kind NOT IN ('reported', 'report_joined') THEN
        PERFORM refuse('GW007', 'before_the_report',
                       json_build_object('fault', fault_name(in_fault.district_id, in_fault.fault_no), 'step', in_kind,
                                         'occurred_at', archive_instant(in_occurred),
                                         'reported_at', archive_instant(in_fault.reported_at)),
                       'steps_follow_the_report');
    END IF;
    facts := jsonb_build_object('fault', fault_name(in_fault.district_id, in_fault.fault_no)) || facts
        || jsonb_build_object('note_sha256', text_digest(in_note), 'device_seconds_ahead', ahead);
    place := append_event(in_fault.district_id, chain, 'fault_' || in_kind, in_occurred, jsonb_strip_nulls(facts)::json);
    SELECT coalesce(max(step_no), 0) + 1 INTO number FROM fault_step
    WHERE district_id = in_fault.district_id AND fault_no = in_fault.fault_no;
    INSERT INTO fault_step (district_id, fault_no, step_no, kind, account_no, archive_seq, occurred_at, note)
    VALUES (in_fault.district_id, in_fault.fault_no, number, in_kind, chain, place, in_occurred, in_note);
    PERFORM pg_notify('gasworks_faults', fault_name(in_fault.district_id, in_fault.fault_no));
    RETURN number;
END
$$;

-- What every step answers, and remembers under its command id.
CREATE OR REPLACE FUNCTION gasworks.answer_fault(in_command_id uuid, in_command text, in_fault gasworks.fault, in_more jsonb)
    RETURNS json
    LANGUAGE sql
    SET search_path = gasworks, pg_temp
AS $$
    SELECT record_answer(in_fault.district_id, in_command_id, in_command, (
        SELECT jsonb_build_object('id', fault_name(f.district_id, f.fault_no), 'state', f.state, 'severity', f.severity)
               || jsonb_strip_nulls(in_more)
        FROM fault AS f WHERE f.district_id = in_fault.district_id AND f.fault_no = in_fault.fault_no)::json)
$$;
