-- A job's life at the door: started, closed, withdrawn. Locks: the job, then its household.

-- What a job of a kind asks of a crew; NULL: nothing.
CREATE FUNCTION gasworks.required_skill(in_kind text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE in_kind WHEN 'inspection' THEN 'inspection' WHEN 'reinspection' THEN 'inspection'
                        WHEN 'fault' THEN 'repair' END
$$;

CREATE FUNCTION gasworks.is_certified(in_crew text, in_skill text, in_day date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT in_skill IS NULL OR EXISTS (
        SELECT FROM certificate
        WHERE crew_id = in_crew AND skill = in_skill
          AND coalesce(valid_from <= in_day, true) AND coalesce(valid_until >= in_day, true))
$$;

-- Locks a job and refuses whoever may not work on it: a crew only its own, with a certificate valid on the day of the
-- work.
CREATE FUNCTION gasworks.take_job(in_district text, in_job_no bigint) RETURNS gasworks.job
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

CREATE FUNCTION gasworks.demand_certificate(in_job gasworks.job, in_day date) RETURNS void
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

CREATE FUNCTION gasworks.refuse_job_state(in_job gasworks.job, in_wanted text) RETURNS void
    LANGUAGE sql
    SET search_path = gasworks, pg_temp
AS $$
    SELECT refuse('GW001', 'illegal_state_change',
                  json_build_object('job', in_job.district_id || '-' || in_job.job_no, 'state', in_job.state,
                                    'wanted', in_wanted),
                  'job_states')
$$;

-- Facts come from devices whose clocks may run ahead a little, but nothing has happened on a day that has not come.
CREATE FUNCTION gasworks.demand_happened(in_instant timestamptz) RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    day date := local_date(in_instant);
BEGIN
    IF day > today() THEN
        PERFORM refuse('GW007', 'occurred_in_future',
                       json_build_object('occurred_at', archive_instant(in_instant), 'today', today()),
                       'facts_are_past');
    END IF;
    RETURN day;
END
$$;

-- planned > started.
CREATE FUNCTION gasworks.start_job(in_command_id uuid, in_district text, in_job_no bigint, in_occurred_at timestamptz)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'start_job ' || in_job_no;
    work    job  := take_job(in_district, in_job_no);
    answer  json := answered(in_district, in_command_id, command);
    day     date;
BEGIN
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

-- Refuses dates of an obligation that no rule allows. The program computes them; nobody can widen them.
CREATE FUNCTION gasworks.demand_deadline(
    in_home gasworks.household, in_actual date, in_deemed date, in_opens date, in_deadline date, in_rule_id integer)
    RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    latest date;
BEGIN
    IF in_opens IS NULL OR in_deadline IS NULL OR in_deemed IS NULL THEN
        PERFORM refuse('GW007', 'next_obligation_missing', json_build_object('account_no', in_home.account_no),
                       'completed_inspection_opens_the_next');
    END IF;
    IF NOT EXISTS (SELECT FROM cycle_rule
                   WHERE rule_id = in_rule_id AND customer_class = in_home.customer_class
                     AND district_id IN (in_home.district_id, '-') AND valid_from <= in_deadline) THEN
        PERFORM refuse('GW007', 'rule_not_in_force',
                       json_build_object('account_no', in_home.account_no, 'rule_id', in_rule_id), 'cycle_rule');
    END IF;
    latest := latest_deadline(in_home.district_id, in_home.customer_class, in_deemed, in_actual, in_deadline,
                              in_home.cycle_months);
    IF in_deadline > latest THEN
        PERFORM refuse('GW007', 'deadline_beyond_rule',
                       json_build_object('account_no', in_home.account_no, 'deadline', in_deadline, 'latest', latest),
                       'cycle_rule');
    END IF;
END
$$;

-- Refuses a deemed date that is neither the day of the inspection nor the anniversary it keeps.
CREATE FUNCTION gasworks.demand_deemed_date(
    in_home gasworks.household, in_visit_day date, in_deemed date, in_deadline date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    rule cycle_rule := cycle_rule_on(in_home.district_id, in_home.customer_class, in_visit_day);
BEGIN
    IF in_deemed = in_visit_day OR coalesce(
        in_deemed = in_deadline AND in_visit_day <= in_deadline
        AND in_visit_day >= in_deadline - make_interval(months => early_months_of(rule, in_home.district_id, in_visit_day)),
        false) THEN
        RETURN;
    END IF;
    PERFORM refuse('GW007', 'deemed_date_wrong',
                   json_build_object('account_no', in_home.account_no, 'deemed_date', in_deemed, 'inspected', in_visit_day),
                   'anniversary_window');
END
$$;

-- started (or planned, then it started at the same instant) > closed. A completed inspection (passed, hazard) fulfils
-- the open obligation and opens the next one with the dates given, which are checked; any other result leaves it
-- open, and a visit without access is counted as an attempt when its kind of slot (daytime, evening, weekend) differs
-- from that of the attempt counted before it.
-- in_findings: [{"item": "leak", "grade": "I", "reading": "30 ppm", "note": "…"}, …]; a hazard names at least one
-- grade.
CREATE FUNCTION gasworks.close_job(
    in_command_id uuid, in_district text, in_job_no bigint, in_result text, in_occurred_at timestamptz,
    in_slot_kind text, in_note text, in_findings json,
    in_next_opens date, in_next_deadline date, in_next_deemed date, in_next_rule integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command   text    := 'close_job ' || in_job_no;
    work      job     := take_job(in_district, in_job_no);
    answer    json    := answered(in_district, in_command_id, command);
    recorded  timestamptz := present();
    completed boolean := in_result IN ('passed', 'hazard');
    visited   boolean := in_result IN ('passed', 'hazard', 'no_access', 'refused', 'vacant', 'not_found');
    started   timestamptz;
    day       date;
    home      household;
    due       inspection_obligation;
    attempt   smallint;
    visit     bigint;
    renewed   boolean := false;
    faults    integer;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF work.state NOT IN ('planned', 'started') THEN
        PERFORM refuse_job_state(work, 'closed');
    END IF;
    IF visited <> (work.kind IN ('inspection', 'reinspection')) OR in_result NOT IN (
        'passed', 'hazard', 'no_access', 'refused', 'vacant', 'not_found', 'repaired', 'delivered', 'done') THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'result', 'value', in_result, 'expected', work.kind),
                       'result_of_kind');
    END IF;
    day := demand_happened(in_occurred_at);
    PERFORM demand_certificate(work, day);
    started := least(coalesce(work.started_at, in_occurred_at), in_occurred_at);
    UPDATE job SET state = 'closed', result = in_result, started_at = started, closed_at = in_occurred_at
    WHERE district_id = in_district AND job_no = in_job_no;

    IF NOT visited THEN
        IF work.account_no IS NOT NULL THEN
            PERFORM append_event(in_district, work.account_no, 'job_closed', in_occurred_at,
                json_build_object('job', in_district || '-' || in_job_no, 'kind', work.kind, 'result', in_result,
                                  'crew_id', work.crew_id));
        END IF;
        RETURN record_answer(in_district, in_command_id, command,
                             json_build_object('id', in_district || '-' || in_job_no, 'state', 'closed',
                                               'result', in_result));
    END IF;

    SELECT * INTO home FROM household
    WHERE district_id = in_district AND account_no = work.account_no FOR NO KEY UPDATE;
    SELECT * INTO due FROM inspection_obligation
    WHERE district_id = in_district AND account_no = work.account_no AND state = 'open';

    IF in_result IN ('no_access', 'vacant') AND due.obligation_no IS NOT NULL THEN
        SELECT CASE WHEN v.slot_kind <> in_slot_kind THEN v.attempt_no + 1 END INTO attempt
        FROM inspection_visit AS v
        WHERE v.district_id = in_district AND v.account_no = work.account_no
          AND v.obligation_no = due.obligation_no AND v.attempt_no IS NOT NULL
        ORDER BY v.attempt_no DESC LIMIT 1;
        IF NOT FOUND THEN
            attempt := 1;
        END IF;
    END IF;

    INSERT INTO inspection_visit (district_id, account_no, obligation_no, job_no, crew_id, arrived_at, closed_at,
                                  recorded_at, result, slot_kind, completed, attempt_no, note)
    VALUES (in_district, work.account_no, due.obligation_no, in_job_no, work.crew_id, started, in_occurred_at,
            recorded, in_result, in_slot_kind, completed, attempt, in_note)
    RETURNING visit_no INTO visit;
    INSERT INTO visit_finding (district_id, visit_no, item, grade, reading, note)
    SELECT in_district, visit, f.item, f.grade, f.reading, f.note
    FROM json_to_recordset(coalesce(in_findings, '[]')) AS f (item text, grade text, reading text, note text);
    SELECT count(*) INTO faults FROM visit_finding
    WHERE district_id = in_district AND visit_no = visit AND grade IS NOT NULL;
    IF (in_result = 'hazard') <> (faults > 0) THEN
        PERFORM refuse('GW008', 'findings_against_result',
                       json_build_object('job', in_district || '-' || in_job_no, 'result', in_result, 'failed', faults),
                       'hazard_names_an_item');
    END IF;

    -- A report that arrives after a later inspection is kept as a fact and moves no date.
    IF completed AND work.kind = 'inspection' AND home.gas_off IS NULL
        AND day >= coalesce(home.last_inspected, day) AND day >= coalesce(due.basis_date, day) THEN
        PERFORM demand_deemed_date(home, day, in_next_deemed, due.deadline);
        PERFORM demand_deadline(home, day, in_next_deemed, in_next_opens, in_next_deadline, in_next_rule);
        UPDATE inspection_obligation SET state = 'fulfilled', fulfilled_on = day, fulfilled_by = visit
        WHERE district_id = in_district AND account_no = work.account_no AND state = 'open';
        INSERT INTO inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline, basis,
                                           basis_date, deemed_date, rule_id)
        SELECT in_district, work.account_no, coalesce(max(o.obligation_no), 0) + 1, in_next_opens, in_next_deadline,
               'inspection', day, in_next_deemed, in_next_rule
        FROM inspection_obligation AS o
        WHERE o.district_id = in_district AND o.account_no = work.account_no;
        UPDATE household SET last_inspected = day
        WHERE district_id = in_district AND account_no = work.account_no;
        renewed := true;
    END IF;

    PERFORM append_event(in_district, work.account_no, 'visit_closed', in_occurred_at, json_strip_nulls(json_build_object(
        'job', in_district || '-' || in_job_no, 'visit_no', visit, 'kind', work.kind, 'crew_id', work.crew_id,
        'result', in_result, 'slot_kind', in_slot_kind, 'attempt_no', attempt,
        'findings', (SELECT json_agg(json_build_object('item', f.item, 'grade', f.grade, 'reading', f.reading)
                                     ORDER BY f.item)
                     FROM visit_finding AS f WHERE f.district_id = in_district AND f.visit_no = visit),
        'note_sha256', encode(sha256(convert_to(in_note, 'UTF8')), 'hex'),
        'next_opens', CASE WHEN renewed THEN in_next_opens END,
        'next_deadline', CASE WHEN renewed THEN in_next_deadline END)));

    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', in_district || '-' || in_job_no, 'account_no', work.account_no, 'visit_no', visit, 'state', 'closed',
        'result', in_result, 'completed', completed, 'attempt_no', attempt,
        'next_deadline', CASE WHEN renewed THEN in_next_deadline END));
END
$$;

-- proposed, planned or started > withdrawn: the job is not done, for the reason given. Office only.
CREATE FUNCTION gasworks.withdraw_job(
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
