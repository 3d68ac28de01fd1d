-- A job is closed, and what follows for the household.

-- started (or planned, then it started at the same instant) > closed. A completed inspection (passed, hazard) fulfils
-- the open obligation and opens the next one with the dates given, which are checked; any other result leaves it
-- open, and a visit without access is counted as an attempt when its kind of slot (daytime, evening, weekend) differs
-- from that of the attempt counted before it.
-- in_findings: [{"item": "leak", "grade": "I", "reading": "30 ppm", "note": "…"}, …]; a hazard names at least one
-- grade.
CREATE OR REPLACE FUNCTION gasworks.close_job(
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
    -- Jobs of outages and faults are closed by functions of their own: a repair is not a word.
    IF visited <> (work.kind IN ('inspection', 'reinspection')) OR work.kind IN ('notice', 'restoration', 'fault')
        OR in_result NOT IN ('passed', 'hazard', 'no_access', 'refused', 'vacant', 'not_found', 'done') THEN
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

-- What the next deadline is derived from when a job is closed; no row when there is no such job. Of a household's health
-- only this is told: whether its mark shortens the cycle.
CREATE OR REPLACE FUNCTION gasworks.closing_facts(in_district text, in_job_no bigint)
    RETURNS TABLE (
        kind text, account_no text, customer_class text, gas_on date, gas_off date, last_inspected date,
        cycle_months smallint, shortened_by_care boolean, deadline date, closed_before boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT j.kind, j.account_no, home.customer_class, home.gas_on, home.gas_off, home.last_inspected, home.cycle_months,
           home.special_care IS NOT NULL
               AND coalesce(setting_on(in_district, 'inspection.special_care_yearly', today()) #>> '{}' = 'true', false),
           o.deadline, j.state = 'closed'
    FROM job AS j
    LEFT JOIN household AS home ON home.district_id = j.district_id AND home.account_no = j.account_no
    LEFT JOIN inspection_obligation AS o
        ON o.district_id = j.district_id AND o.account_no = j.account_no AND o.state = 'open'
    WHERE j.district_id = in_district AND j.job_no = in_job_no AND (is_office() OR j.crew_id = own_crew())
$$;
