-- Reading of faults. What a clock follows from: the steps with their events.

CREATE OR REPLACE VIEW gasworks.fault_trail WITH (security_invoker) AS
SELECT s.district_id, s.fault_no, s.step_no, s.kind, s.account_no, s.archive_seq, e.occurred_at, e.recorded_at, e.actor,
       e.operator, e.payload, e.hash
FROM gasworks.fault_step AS s
JOIN gasworks.archive_event AS e
  ON e.district_id = s.district_id AND e.account_no = s.account_no AND e.seq = s.archive_seq;
COMMENT ON VIEW gasworks.fault_trail IS 'Each step of a fault with its event; a fault''s clock is a fold over these.';

-- What the caller said and who called. Each look is an event; a crew may look only at the fault it is sent to.
CREATE OR REPLACE FUNCTION gasworks.fault_private(in_district text, in_fault_no bigint, in_purpose text)
    RETURNS TABLE (description text, caller_name text, caller_phone text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    own fault;
BEGIN
    PERFORM demand_reason(in_purpose);
    own := take_fault(in_district, in_fault_no);
    PERFORM append_event(in_district, coalesce(own.account_no, ''), 'private_data_viewed', present(), json_build_object(
        'fault', fault_name(in_district, in_fault_no), 'purpose_sha256', text_digest(in_purpose)));
    RETURN QUERY SELECT own.description, own.caller_name, own.caller_phone;
END
$$;

-- Who is on call for a crew at an instant.
CREATE OR REPLACE FUNCTION gasworks.record_standby(
    in_command_id uuid, in_crew text, in_from timestamptz, in_until timestamptz, in_minutes integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'record_standby ' || in_crew;
    answer  json;
BEGIN
    PERFORM lock_district('-');
    answer := answered('-', in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF NOT EXISTS (SELECT FROM crew WHERE crew_id = in_crew AND active) THEN
        PERFORM refuse('GW003', 'unknown_crew', json_build_object('crew_id', in_crew), 'crew_exists');
    END IF;
    IF EXISTS (SELECT FROM standby WHERE crew_id = in_crew AND from_at < in_until AND in_from < until_at
                                     AND from_at <> in_from) THEN
        PERFORM refuse('GW008', 'standby_overlaps', json_build_object('crew_id', in_crew), 'one_standby_at_a_time');
    END IF;
    INSERT INTO standby (crew_id, from_at, until_at, minutes) VALUES (in_crew, in_from, in_until, in_minutes)
    ON CONFLICT ON CONSTRAINT standby_pkey DO UPDATE SET until_at = excluded.until_at, minutes = excluded.minutes;
    PERFORM append_event('-', '', 'standby_recorded', present(), json_build_object(
        'crew_id', in_crew, 'from', archive_instant(in_from), 'until', archive_instant(in_until), 'minutes', in_minutes));
    RETURN record_answer('-', in_command_id, command, json_build_object(
        'crew_id', in_crew, 'from', archive_instant(in_from), 'until', archive_instant(in_until), 'minutes', in_minutes));
END
$$;
