-- A job's life at the door: started, closed, withdrawn. Locks: the job, then its household.

-- Locks a job and refuses whoever may not work on it: a crew only its own, with a certificate valid on the day of the
-- work.
CREATE OR REPLACE FUNCTION gasworks.take_job(in_district text, in_job_no bigint) RETURNS gasworks.job
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    taken job;
    mine  text := own_crew();
BEGIN
    SELECT * INTO taken FROM job WHERE district_id = in_district AND job_no = in_job_no FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_job', json_build_object('job', in_district || '-' || in_job_no), 'job_exists');
    END IF;
    IF NOT is_office() AND mine IS DISTINCT FROM taken.crew_id THEN
        PERFORM refuse('GW005', 'job_of_another_crew',
                       json_build_object('job', in_district || '-' || in_job_no, 'crew_id', taken.crew_id, 'own', mine),
                       'own_route_only');
    END IF;
    RETURN taken;
END
$$;

CREATE OR REPLACE FUNCTION gasworks.refuse_job_state(in_job gasworks.job, in_wanted text) RETURNS void
    LANGUAGE sql
    SET search_path = gasworks, pg_temp
AS $$
    SELECT refuse('GW001', 'illegal_state_change',
                  json_build_object('job', in_job.district_id || '-' || in_job.job_no, 'state', in_job.state,
                                    'wanted', in_wanted),
                  'job_states')
$$;

CREATE OR REPLACE FUNCTION gasworks.demand_certificate(in_job gasworks.job, in_day date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    skill text := required_skill(in_job.kind);
BEGIN
    IF NOT is_certified(in_job.crew_id, skill, in_day) THEN
        PERFORM refuse('GW004', 'missing_certificate',
                       json_build_object('crew_id', in_job.crew_id, 'skill', skill, 'date', in_day),
                       'certified_crew_only');
    END IF;
END
$$;

-- planned > started.
CREATE OR REPLACE FUNCTION gasworks.start_job(
    in_command_id uuid, in_district text, in_job_no bigint, in_occurred_at timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'start_job ' || in_job_no;
    work    job;
    answer  json;
    day     date;
BEGIN
    IF EXISTS (SELECT FROM job WHERE district_id = in_district AND job_no = in_job_no AND kind = 'fault') THEN
        RETURN start_fault_job(in_command_id, in_district, in_job_no, in_occurred_at, NULL);
    END IF;
    work := take_job(in_district, in_job_no);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF work.state <> 'planned' THEN
        PERFORM refuse_job_state(work, 'started');
    END IF;
    day := demand_happened(in_occurred_at);
    PERFORM demand_certificate(work, day);
    UPDATE job SET state = 'started', started_at = in_occurred_at
    WHERE district_id = in_district AND job_no = in_job_no;
    IF work.account_no IS NOT NULL THEN
        PERFORM append_event(in_district, work.account_no, 'job_started', in_occurred_at,
                             json_build_object('job', in_district || '-' || in_job_no, 'kind', work.kind,
                                               'crew_id', work.crew_id));
    END IF;
    RETURN record_answer(in_district, in_command_id, command,
                         json_build_object('id', in_district || '-' || in_job_no, 'state', 'started',
                                           'started_at', archive_instant(in_occurred_at)));
END
$$;

-- proposed, planned or started > withdrawn: the job is not done, for the reason given. Office only.
CREATE OR REPLACE FUNCTION gasworks.withdraw_job(
    in_command_id uuid, in_district text, in_job_no bigint, in_reason_code text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'withdraw_job ' || in_job_no;
    work    job  := take_job(in_district, in_job_no);
    answer  json := answered(in_district, in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF work.state NOT IN ('proposed', 'planned', 'started') THEN
        PERFORM refuse_job_state(work, 'withdrawn');
    END IF;
    IF in_reason_code IS NULL OR in_reason_code !~ '^[a-z][a-z0-9_]{0,63}$' THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'reason', 'value', in_reason_code, 'expected', 'code'),
                       'reason_is_a_code');
    END IF;
    UPDATE job SET state = 'withdrawn' WHERE district_id = in_district AND job_no = in_job_no;
    IF work.account_no IS NOT NULL THEN
        PERFORM append_event(in_district, work.account_no, 'job_withdrawn', present(),
                             json_build_object('job', in_district || '-' || in_job_no, 'kind', work.kind,
                                               'reason', in_reason_code));
    END IF;
    RETURN record_answer(in_district, in_command_id, command,
                         json_build_object('id', in_district || '-' || in_job_no, 'state', 'withdrawn'));
END
$$;
