-- A fault's course: regraded, agreed, handled, waiting, referred. What is refused here is refused for every role.

-- It is graver, or less grave, than reported. No deadline that ran gets longer by it.
CREATE OR REPLACE FUNCTION gasworks.regrade_fault(
    in_command_id uuid, in_district text, in_fault_no bigint, in_severity text, in_note text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text  := 'regrade_fault ' || in_fault_no;
    own     fault := take_fault(in_district, in_fault_no);
    answer  json  := answered(in_district, in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_fault_state(own, ARRAY['open', 'handled'], 'regraded', 'settled_faults_stay');
    PERFORM demand_reason(in_note);
    UPDATE fault SET severity = in_severity WHERE district_id = in_district AND fault_no = in_fault_no;
    PERFORM record_fault_step(own, 'regraded', present(), NULL,
                              jsonb_build_object('severity', in_severity, 'before', own.severity), in_note);
    RETURN answer_fault(in_command_id, command, own, '{}');
END
$$;

-- The crew set off, or is there.
CREATE OR REPLACE FUNCTION gasworks.approach_fault(
    in_command_id uuid, in_district text, in_fault_no bigint, in_step text, in_occurred timestamptz,
    in_device_shows timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text  := 'approach_fault ' || in_fault_no || ' ' || in_step;
    own     fault := take_fault(in_district, in_fault_no);
    answer  json  := answered(in_district, in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF coalesce(in_step, '') NOT IN ('set_off', 'arrived') THEN
        PERFORM refuse('GW008', 'invalid_value', json_build_object('name', 'step', 'value', in_step,
                                                                   'expected', 'set_off, arrived'), 'fault_steps');
    END IF;
    -- A crew without signal tells of its arrival when the fault is long handled: a fact all the same.
    PERFORM demand_fault_state(own, ARRAY['open', 'handled', 'repaired', 'referred'], in_step, 'joined_reports_have_no_course');
    PERFORM record_fault_step(own, in_step, in_occurred, in_device_shows,
                              jsonb_build_object('crew_id', fault_holder(own)), NULL);
    RETURN answer_fault(in_command_id, command, own, '{}');
END
$$;

-- The customer agreed to another time, at the latest in_latest. It stops a clock, so it needs to be said by which means the
-- customer agreed, and with whom it was spoken; it lies after the agreement, and not beyond what the setting allows.
CREATE OR REPLACE FUNCTION gasworks.agree_fault(
    in_command_id uuid, in_district text, in_fault_no bigint, in_latest timestamptz, in_agreed_at timestamptz, in_by text,
    in_note text, in_device_shows timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text  := 'agree_fault ' || in_fault_no;
    own     fault := take_fault(in_district, in_fault_no);
    answer  json  := answered(in_district, in_command_id, command);
    longest integer;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_fault_state(own, ARRAY['open', 'handled'], 'agreed', 'settled_faults_stay');
    PERFORM demand_reason(in_note);
    IF own.account_no IS NULL THEN
        PERFORM refuse('GW013', 'nobody_to_agree', json_build_object('fault', fault_name(in_district, in_fault_no)),
                       'network_faults_wait_for_nobody');
    END IF;
    IF in_latest <= in_agreed_at THEN
        PERFORM refuse('GW007', 'agreed_in_past',
                       json_build_object('fault', fault_name(in_district, in_fault_no), 'latest', archive_instant(in_latest),
                                         'agreed_at', archive_instant(in_agreed_at)),
                       'agreed_times_lie_ahead');
    END IF;
    longest := setting_number(in_district, 'faults.agreement_days', local_date(in_agreed_at), 30);
    IF in_latest > in_agreed_at + longest * interval '1 day' THEN
        PERFORM refuse('GW008', 'agreed_too_far',
                       json_build_object('fault', fault_name(in_district, in_fault_no), 'latest', archive_instant(in_latest),
                                         'days', longest),
                       'agreements_have_a_cap');
    END IF;
    PERFORM record_fault_step(own, 'agreed', in_agreed_at, in_device_shows,
                              jsonb_build_object('latest', archive_instant(in_latest), 'by', in_by), in_note);
    RETURN answer_fault(in_command_id, command, own, jsonb_build_object('latest', archive_instant(in_latest)));
END
$$;

-- Parts are missing. The clock stands from the moment the customer was told, and no longer than the setting allows.
CREATE OR REPLACE FUNCTION gasworks.wait_fault(
    in_command_id uuid, in_district text, in_fault_no bigint, in_told_at timestamptz, in_by text, in_note text,
    in_device_shows timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text  := 'wait_fault ' || in_fault_no;
    own     fault := take_fault(in_district, in_fault_no);
    answer  json  := answered(in_district, in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_fault_state(own, ARRAY['open', 'handled'], 'waiting', 'settled_faults_stay');
    PERFORM demand_told(own, in_told_at);
    PERFORM demand_reason(in_note);
    PERFORM record_fault_step(own, 'waiting', in_told_at, in_device_shows, jsonb_build_object(
        'reason', 'no_parts', 'by', in_by,
        'at_most_minutes', 60 * setting_number(in_district, 'faults.parts_hours', local_date(in_told_at), 168)), in_note);
    RETURN answer_fault(in_command_id, command, own, '{}');
END
$$;

-- The parts are there. Only what waits is resumed.
CREATE OR REPLACE FUNCTION gasworks.resume_fault(
    in_command_id uuid, in_district text, in_fault_no bigint, in_occurred timestamptz, in_device_shows timestamptz)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text  := 'resume_fault ' || in_fault_no;
    own     fault := take_fault(in_district, in_fault_no);
    answer  json  := answered(in_district, in_command_id, command);
    last    text;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_fault_state(own, ARRAY['open', 'handled'], 'resumed', 'settled_faults_stay');
    SELECT kind INTO last FROM fault_step
    WHERE district_id = in_district AND fault_no = in_fault_no AND kind IN ('waiting', 'resumed', 'agreed', 'repaired')
    ORDER BY step_no DESC LIMIT 1;
    IF last IS DISTINCT FROM 'waiting' THEN
        PERFORM refuse('GW001', 'fault_is_not_waiting', json_build_object('fault', fault_name(in_district, in_fault_no)),
                       'waiting_is_resumed');
    END IF;
    PERFORM record_fault_step(own, 'resumed', in_occurred, in_device_shows, '{}', NULL);
    RETURN answer_fault(in_command_id, command, own, '{}');
END
$$;

-- Qualified staff are there and work has begun, or the place is isolated or made safe.
CREATE OR REPLACE FUNCTION gasworks.handle_fault(
    in_command_id uuid, in_district text, in_fault_no bigint, in_basis text, in_occurred timestamptz, in_crew text,
    in_note text, in_device_shows timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text  := 'handle_fault ' || in_fault_no;
    own     fault := take_fault(in_district, in_fault_no);
    answer  json  := answered(in_district, in_command_id, command);
    worker  text  := fault_worker(own, in_crew);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_fault_state(own, ARRAY['open'], 'handled', 'a_fault_is_handled_once');
    IF coalesce(in_basis, '') NOT IN ('work_begun', 'isolated', 'made_safe') THEN
        PERFORM refuse('GW008', 'invalid_value', json_build_object('name', 'basis', 'value', in_basis,
                                                                   'expected', 'work_begun, isolated, made_safe'),
                       'a_call_is_no_handling');
    END IF;
    PERFORM demand_fault_certificate(own, worker, local_date(in_occurred));
    PERFORM record_fault_step(own, 'handled', in_occurred, in_device_shows,
                              jsonb_build_object('basis', in_basis, 'crew_id', worker), in_note);
    UPDATE fault SET state = 'handled' WHERE district_id = in_district AND fault_no = in_fault_no;
    RETURN answer_fault(in_command_id, command, own, '{}');
END
$$;

-- It is beyond the company's scope: the customer was told, and helped to another channel.
CREATE OR REPLACE FUNCTION gasworks.refer_fault(
    in_command_id uuid, in_district text, in_fault_no bigint, in_to text, in_told_at timestamptz, in_by text, in_note text,
    in_device_shows timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text  := 'refer_fault ' || in_fault_no;
    own     fault := take_fault(in_district, in_fault_no);
    answer  json  := answered(in_district, in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_fault_state(own, ARRAY['open', 'handled'], 'referred', 'settled_faults_stay');
    IF own.scope = 'network' THEN
        PERFORM refuse('GW013', 'network_is_not_referred', json_build_object('fault', fault_name(in_district, in_fault_no)),
                       'the_network_is_the_companys');
    END IF;
    PERFORM demand_told(own, in_told_at);
    PERFORM demand_reason(in_to);
    PERFORM record_fault_step(own, 'referred', in_told_at, in_device_shows,
                              jsonb_build_object('by', in_by, 'to_sha256', text_digest(in_to)),
                              concat_ws(': ', in_to, in_note));
    UPDATE fault SET state = 'referred' WHERE district_id = in_district AND fault_no = in_fault_no;
    PERFORM close_fault_jobs(own, 'done', in_told_at);
    RETURN answer_fault(in_command_id, command, own, jsonb_build_object('told_at', archive_instant(in_told_at)));
END
$$;

-- Refuses what is to stop a clock without the customer having been told, at a moment that is past.
CREATE OR REPLACE FUNCTION gasworks.demand_told(in_fault gasworks.fault, in_told_at timestamptz) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF in_told_at IS NULL OR in_told_at > present() THEN
        PERFORM refuse('GW007', 'customer_not_told',
                       json_build_object('fault', fault_name(in_fault.district_id, in_fault.fault_no),
                                         'told_at', archive_instant(in_told_at)),
                       'the_customer_is_told_first');
    END IF;
END
$$;
