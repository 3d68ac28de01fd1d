-- What a crew is told of a fault, and what it does with its job there.

-- Gives a fault to a crew: a job of its own, once, with what the caller is promised, when somebody is there at the latest, and
-- which other promises that broke. Two dispatchers at the same fault: the second is told whose it is. Called by the amendment
-- of the day, so that route, job and promise are one.
CREATE OR REPLACE FUNCTION gasworks.assign_fault(
    in_district text, in_day date, in_fault_no bigint, in_crew text, in_promise json) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    own    fault := take_fault(in_district, in_fault_no);
    holder job;
    number bigint;
BEGIN
    PERFORM demand_fault_state(own, ARRAY['open', 'handled'], 'assigned', 'settled_faults_stay');
    SELECT * INTO holder FROM job
    WHERE district_id = in_district AND fault_no = in_fault_no AND state IN ('proposed', 'planned', 'started');
    IF FOUND THEN
        PERFORM refuse('GW001', 'fault_already_assigned',
                       json_build_object('fault', fault_name(in_district, in_fault_no), 'crew_id', holder.crew_id,
                                         'job', in_district || '-' || holder.job_no),
                       'one_crew_for_a_fault');
    END IF;
    PERFORM demand_fault_certificate(own, in_crew, in_day);
    INSERT INTO job (district_id, kind, account_no, node_id, plan_date, crew_id, state, made_at, reason, fault_no)
    VALUES (in_district, 'fault', own.account_no, own.node_id, in_day, in_crew, 'planned', present(), 'fault', in_fault_no)
    RETURNING job_no INTO number;
    PERFORM record_fault_step(own, 'assigned', present(), NULL, jsonb_build_object(
        'job', in_district || '-' || number, 'crew_id', in_crew, 'arrival', in_promise ->> 'arrival',
        'broken', in_promise -> 'broken'), NULL);
    RETURN number;
END
$$;

-- The crew is there and begins.
CREATE OR REPLACE FUNCTION gasworks.start_fault_job(
    in_command_id uuid, in_district text, in_job_no bigint, in_occurred timestamptz, in_device_shows timestamptz)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'start_job ' || in_job_no;
    number  bigint;
    own     fault;
    work    job;
    answer  json;
BEGIN
    SELECT fault_no INTO number FROM job WHERE district_id = in_district AND job_no = in_job_no;
    PERFORM FROM district_archive AS d JOIN fault AS f ON f.district_id = d.district_id
    WHERE f.district_id = in_district AND f.fault_no = number AND f.account_no IS NULL FOR UPDATE OF d;
    work := take_job(in_district, in_job_no);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF work.state <> 'planned' THEN
        PERFORM refuse_job_state(work, 'started');
    END IF;
    own := take_fault(in_district, number);
    PERFORM demand_fault_certificate(own, work.crew_id, demand_happened(in_occurred));
    UPDATE job SET state = 'started', started_at = in_occurred WHERE district_id = in_district AND job_no = in_job_no;
    PERFORM record_fault_step(own, 'arrived', in_occurred, in_device_shows,
                              jsonb_build_object('crew_id', work.crew_id, 'job', in_district || '-' || in_job_no), NULL);
    RETURN record_answer(in_district, in_command_id, command,
                         json_build_object('id', in_district || '-' || in_job_no, 'state', 'started',
                                           'started_at', archive_instant(in_occurred)));
END
$$;

-- The crew leaves without a repair: nobody opened, or it is given back. The fault waits for a crew again; its clock runs.
CREATE OR REPLACE FUNCTION gasworks.leave_fault_job(
    in_command_id uuid, in_district text, in_job_no bigint, in_result text, in_occurred timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'close_job ' || in_job_no;
    work    job  := take_job(in_district, in_job_no);
    answer  json := answered(in_district, in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF work.state NOT IN ('planned', 'started') THEN
        PERFORM refuse_job_state(work, 'closed');
    END IF;
    IF work.kind <> 'fault' OR coalesce(in_result, '') NOT IN ('no_access', 'refused', 'not_found') THEN
        PERFORM refuse('GW008', 'invalid_value', json_build_object('name', 'result', 'value', in_result,
                                                                   'expected', work.kind), 'result_of_kind');
    END IF;
    PERFORM demand_happened(in_occurred);
    UPDATE job SET state = 'closed', result = in_result, closed_at = in_occurred,
                   started_at = least(coalesce(started_at, in_occurred), in_occurred)
    WHERE district_id = in_district AND job_no = in_job_no;
    IF work.account_no IS NOT NULL THEN
        PERFORM append_event(in_district, work.account_no, 'job_closed', in_occurred, json_build_object(
            'job', in_district || '-' || in_job_no, 'kind', work.kind, 'result', in_result, 'crew_id', work.crew_id));
    END IF;
    PERFORM pg_notify('gasworks_faults', fault_name(in_district, work.fault_no));
    RETURN record_answer(in_district, in_command_id, command,
                         json_build_object('id', in_district || '-' || in_job_no, 'state', 'closed', 'result', in_result));
END
$$;

-- Takes a fault back from a crew that has not begun, so that another can have it.
CREATE OR REPLACE FUNCTION gasworks.release_fault(in_command_id uuid, in_district text, in_fault_no bigint, in_reason text)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'release_fault ' || in_fault_no;
    answer  json;
    own     fault;
    held    job;
BEGIN
    PERFORM lock_district(in_district);
    SELECT * INTO held FROM job
    WHERE district_id = in_district AND fault_no = in_fault_no AND state IN ('planned', 'started') FOR NO KEY UPDATE;
    own := take_fault(in_district, in_fault_no);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_reason(in_reason);
    IF held.job_no IS NULL OR held.state <> 'planned' THEN
        PERFORM refuse('GW001', 'nothing_to_release', json_build_object('fault', fault_name(in_district, in_fault_no)),
                       'begun_work_stays_with_its_crew');
    END IF;
    UPDATE job SET state = 'withdrawn' WHERE district_id = in_district AND job_no = held.job_no;
    PERFORM record_fault_step(own, 'released', present(), NULL, jsonb_build_object(
        'job', in_district || '-' || held.job_no, 'crew_id', held.crew_id), in_reason);
    RETURN answer_fault(in_command_id, command, own, '{}');
END
$$;
