-- A job, as whoever works on it reads it.

-- A job with all that is known to whoever works on it; no row when there is none. A crew sees its own jobs of today.
CREATE OR REPLACE FUNCTION gasworks.job_sheet(in_district text, in_job_no bigint)
    RETURNS TABLE (
        kind text, state text, result text, reason text, plan_date date, crew_id text, account_no text,
        started_at timestamptz, closed_at timestamptz, customer_class text, address text, building_id text, unit text,
        floor text, meter_no text, in_special_care boolean, deadline date, last_inspected date, attempts bigint,
        version integer, sequence smallint, arrival timestamptz, departure timestamptz,
        agreed_from timestamptz, agreed_until timestamptz, note text, findings json)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    work job;
BEGIN
    SELECT * INTO work FROM job AS j WHERE j.district_id = in_district AND j.job_no = in_job_no;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF NOT is_office() AND (work.crew_id IS DISTINCT FROM own_crew() OR work.plan_date <> today()) THEN
        PERFORM refuse('GW005', 'job_of_another_crew',
                       json_build_object('job', in_district || '-' || in_job_no, 'crew_id', work.crew_id,
                                         'own', own_crew()),
                       'own_route_only');
    END IF;
    RETURN QUERY
    SELECT work.kind, work.state, work.result, work.reason, work.plan_date, coalesce(work.crew_id, s.crew_id),
           work.account_no, work.started_at, work.closed_at, home.customer_class, home.address, home.building_id,
           home.unit, home.floor, home.meter_no, home.special_care IS NOT NULL, o.deadline, home.last_inspected,
           (SELECT count(*) FROM inspection_visit AS v
            WHERE v.district_id = in_district AND v.account_no = work.account_no AND v.obligation_no = o.obligation_no
              AND v.attempt_no IS NOT NULL),
           s.version, s.sequence, s.arrival, s.departure, a.starts_at, a.ends_at, visit.note,
           (SELECT json_agg(json_build_object('item', f.item, 'grade', f.grade, 'reading', f.reading) ORDER BY f.item)
            FROM visit_finding AS f WHERE f.district_id = in_district AND f.visit_no = visit.visit_no)
    FROM (SELECT) AS one
    LEFT JOIN household AS home ON home.district_id = in_district AND home.account_no = work.account_no
    LEFT JOIN inspection_obligation AS o
        ON o.district_id = in_district AND o.account_no = work.account_no AND o.state = 'open'
    LEFT JOIN inspection_visit AS visit ON visit.district_id = in_district AND visit.job_no = in_job_no
    LEFT JOIN day_head AS h ON h.district_id = in_district AND h.plan_date = work.plan_date
    LEFT JOIN LATERAL (
        SELECT stop.* FROM route_job AS rj JOIN route_stop AS stop
            ON stop.district_id = rj.district_id AND stop.plan_date = rj.plan_date AND stop.version = rj.version
           AND stop.crew_id = rj.crew_id AND stop.sequence = rj.sequence
        WHERE rj.district_id = in_district AND rj.plan_date = work.plan_date AND rj.job_no = in_job_no
          AND rj.version IN (h.published_version, h.latest_version)
        ORDER BY rj.version = h.published_version DESC NULLS LAST LIMIT 1) AS s ON true
    LEFT JOIN LATERAL (
        SELECT agreed.starts_at, agreed.ends_at FROM appointment AS agreed
        WHERE agreed.district_id = in_district AND agreed.account_no = work.account_no
          AND agreed.state IN ('agreed', 'kept') AND local_date(agreed.starts_at) = work.plan_date
        ORDER BY agreed.starts_at LIMIT 1) AS a ON true;
END
$$;
