-- What people read: masked households, the search, a crew's published day.

-- The accounts that the session's crew may see today: the households of its own jobs by the published plan. Empty for a
-- login without a crew. Policies compare with this array (a policy of a distributed table must hold no subquery).
CREATE FUNCTION gasworks.own_accounts() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT coalesce(array_agg(DISTINCT j.account_no COLLATE "C"), '{}')
    FROM job AS j
    WHERE j.crew_id = own_crew() AND j.plan_date = today() AND j.state IN ('planned', 'started', 'closed')
      AND j.account_no IS NOT NULL
$$;

-- A****, +0********01, a***@example.org: enough to recognise, too little to use.
CREATE FUNCTION gasworks.masked(in_text text, in_first integer, in_last integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN length(in_text) <= in_first + in_last THEN repeat('*', length(in_text))
                ELSE left(in_text, in_first) || repeat('*', length(in_text) - in_first - in_last)
                     || right(in_text, in_last) END
$$;

CREATE FUNCTION gasworks.masked_email(in_email text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT left(in_email, 1) || '***' || coalesce(substring(in_email FROM '@.*$'), '')
$$;

-- Households with their private fields masked. A crew sees its own route's of today; the office sees all. The
-- sub-selects are evaluated once for a query, not once for a row.
CREATE VIEW gasworks.household_masked WITH (security_barrier) AS
SELECT h.district_id, h.account_no, h.customer_class, gasworks.masked(h.name, 1, 0) AS name_masked, h.address,
       h.building_id, h.unit, h.floor, h.latitude, h.longitude, h.node_id, h.meter_no,
       gasworks.masked(h.phone, 2, 2) AS phone_masked, gasworks.masked_email(h.email) AS email_masked,
       h.special_care IS NOT NULL AS in_special_care, h.gas_on, h.gas_off, h.last_inspected, h.cycle_months,
       o.obligation_no, o.window_opens, o.deadline, h.archive_seq
FROM gasworks.household AS h
LEFT JOIN gasworks.inspection_obligation AS o
    ON o.district_id = h.district_id AND o.account_no = h.account_no AND o.state = 'open'
WHERE (SELECT gasworks.is_office()) OR h.account_no = ANY ((SELECT gasworks.own_accounts())::text[]);

-- Finds households by account, meter, address (any part of it) or the beginning of a name. The private name can be
-- found and is not shown. At most in_limit rows, the best kind of match first.
CREATE FUNCTION gasworks.search_households(in_text text, in_limit integer)
    RETURNS TABLE (district_id text, account_no text, matched text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    WITH wanted AS (
        SELECT in_text AS text,
               '%' || replace(replace(replace(lower(in_text), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS inside
    ), hit AS (
        (SELECT h.district_id, h.account_no, 'account' AS matched, 1 AS rank FROM household AS h
         WHERE h.account_no = in_text)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'meter', 2 FROM household AS h WHERE h.meter_no = in_text LIMIT in_limit)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'name', 3 FROM household AS h
         WHERE h.name IS NOT NULL
           AND lower(h.name) ^@ lower(in_text) LIMIT in_limit)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'address', 4
         FROM building AS b JOIN household AS h
           ON h.district_id = b.district_id AND h.building_id = b.building_id AND h.address = b.address
         WHERE lower(b.address) LIKE (SELECT inside FROM wanted)
         ORDER BY h.address, h.account_no LIMIT in_limit)
    )
    SELECT hit.district_id, hit.account_no, (array_agg(hit.matched ORDER BY hit.rank))[1]
    FROM hit
    WHERE in_text <> '' AND (is_office() OR hit.account_no = ANY (own_accounts()))
    GROUP BY hit.district_id, hit.account_no
    ORDER BY min(hit.rank), hit.account_no
    LIMIT in_limit
$$;

-- The day that crews see, stop by stop, job by job: one statement over one published version, so never a mixture.
CREATE VIEW gasworks.published_route WITH (security_invoker) AS
SELECT p.district_id, p.plan_date, p.published_version AS version, s.crew_id, s.sequence, s.building_id, s.address,
       s.latitude, s.longitude, s.arrival, s.departure, j.job_no, j.kind, j.account_no, j.state, j.result, j.started_at,
       j.closed_at
FROM gasworks.day_head AS p
JOIN gasworks.route_stop AS s
    ON s.district_id = p.district_id AND s.plan_date = p.plan_date AND s.version = p.published_version
JOIN gasworks.route_job AS rj
    ON rj.district_id = s.district_id AND rj.plan_date = s.plan_date AND rj.version = s.version
   AND rj.crew_id = s.crew_id AND rj.sequence = s.sequence
JOIN gasworks.job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no;

-- Routes of a day, one row a job: of one crew or of all (NULL), of one district or of all (NULL), as published or as the
-- latest draft. One statement, so that a reader sees each district's old version or its new one, never a mixture. A crew
-- sees its own route of today as published, and nothing else.
CREATE FUNCTION gasworks.day_routes(in_day date, in_crew text, in_district text, in_draft boolean)
    RETURNS TABLE (
        district_id text, version integer, made_at timestamptz, crew_id text, crew_name text, crew_district text,
        depot_latitude double precision, depot_longitude double precision, departs_at timestamptz, returns_at timestamptz,
        meters integer, travel_seconds integer, service_seconds integer, waiting_seconds integer, breaks json,
        sequence smallint, building_id text, address text, latitude double precision, longitude double precision,
        arrival timestamptz, departure timestamptz, job_no bigint, kind text, state text, result text, reason text,
        account_no text, customer_class text, unit text, floor text, deadline date,
        agreed_from timestamptz, agreed_until timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF NOT is_office() AND (in_draft OR in_day <> today() OR in_crew IS DISTINCT FROM own_crew()) THEN
        PERFORM refuse('GW005', 'role_refused', json_build_object('action', 'route show'), 'own_route_only');
    END IF;
    RETURN QUERY
    SELECT r.district_id, r.version, p.made_at, c.crew_id, c.name, c.district_id,
           c.depot_latitude, c.depot_longitude, r.departs_at, r.returns_at,
           r.meters, r.travel_seconds, r.service_seconds, r.waiting_seconds, r.breaks,
           s.sequence, s.building_id, s.address, s.latitude, s.longitude,
           s.arrival, s.departure, j.job_no, j.kind, j.state, j.result, j.reason,
           j.account_no, home.customer_class, home.unit, home.floor, o.deadline,
           a.starts_at, a.ends_at
    FROM route AS r
    JOIN day_head AS h ON h.district_id = r.district_id AND h.plan_date = r.plan_date
     AND r.version = CASE WHEN in_draft THEN h.latest_version ELSE h.published_version END
    JOIN day_plan AS p ON p.district_id = r.district_id AND p.plan_date = r.plan_date AND p.version = r.version
    JOIN crew AS c ON c.crew_id = r.crew_id
    JOIN route_stop AS s
        ON s.district_id = r.district_id AND s.plan_date = r.plan_date AND s.version = r.version AND s.crew_id = r.crew_id
    JOIN route_job AS rj
        ON rj.district_id = s.district_id AND rj.plan_date = s.plan_date AND rj.version = s.version
       AND rj.crew_id = s.crew_id AND rj.sequence = s.sequence
    JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
    LEFT JOIN household AS home ON home.district_id = j.district_id AND home.account_no = j.account_no
    LEFT JOIN inspection_obligation AS o
        ON o.district_id = j.district_id AND o.account_no = j.account_no AND o.state = 'open'
    LEFT JOIN LATERAL (
        SELECT starts_at, ends_at FROM appointment AS agreed
        WHERE j.reason = 'appointment' AND agreed.district_id = j.district_id AND agreed.account_no = j.account_no
          AND agreed.state IN ('agreed', 'kept') AND local_date(agreed.starts_at) = in_day
        ORDER BY starts_at LIMIT 1) AS a ON true
    WHERE r.plan_date = in_day
      AND (in_crew IS NULL OR r.crew_id = in_crew) AND (in_district IS NULL OR r.district_id = in_district)
    ORDER BY c.crew_id, s.arrival, r.district_id, s.sequence, home.floor, home.unit, j.job_no;
END
$$;

-- A job with all that is known to whoever works on it; no row when there is none. A crew sees its own jobs of today.
CREATE FUNCTION gasworks.job_sheet(in_district text, in_job_no bigint)
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

-- What the next deadline is derived from when a job is closed; no row when there is no such job. Of a household's health
-- only this is told: whether its mark shortens the cycle.
CREATE FUNCTION gasworks.closing_facts(in_district text, in_job_no bigint)
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

-- What is wrong with a version of a day, judged without any code of the planner; no rows: it is sound. Called in the
-- transaction that saves the version, so an unsound one is never kept. Work that was begun is a fact and breaks no rule.
CREATE FUNCTION gasworks.day_plan_faults(in_district text, in_day date, in_version integer)
    RETURNS TABLE (fault text, crew_id text, detail text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    WITH own_route AS (
        SELECT r.crew_id, r.departs_at, r.returns_at, c.district_id AS crew_district,
               (in_day + make_interval(mins => coalesce(s.shift_start, c.shift_start)::integer)) AT TIME ZONE i.time_zone AS on_duty,
               (in_day + make_interval(mins => coalesce(s.shift_end, c.shift_end)::integer)) AT TIME ZONE i.time_zone AS off_duty,
               c.depot_latitude, c.depot_longitude
        FROM route AS r
        JOIN crew AS c ON c.crew_id = r.crew_id
        CROSS JOIN installation AS i
        LEFT JOIN shift AS s ON s.crew_id = r.crew_id AND s.shift_date = in_day
        WHERE r.district_id = in_district AND r.plan_date = in_day AND r.version = in_version
    ), work AS (
        SELECT rj.crew_id, rj.sequence, j.job_no, j.account_no, j.kind, j.state, j.crew_id AS worked_by, s.arrival,
               s.departure, j.state IN ('started', 'closed') AS begun
        FROM route_job AS rj
        JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
        JOIN route_stop AS s ON s.district_id = rj.district_id AND s.plan_date = rj.plan_date AND s.version = rj.version
                            AND s.crew_id = rj.crew_id AND s.sequence = rj.sequence
        WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_version
    ), stop AS (
        -- Every stop of the version's crews on the day, in other districts too, by each district's latest version there.
        SELECT s.crew_id, s.district_id, s.sequence, s.arrival, s.departure, s.latitude, s.longitude,
               NOT EXISTS (SELECT FROM route_job AS rj JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
                           WHERE rj.district_id = s.district_id AND rj.plan_date = s.plan_date AND rj.version = s.version
                             AND rj.crew_id = s.crew_id AND rj.sequence = s.sequence
                             AND j.state NOT IN ('started', 'closed')) AS begun
        FROM route_stop AS s
        JOIN day_head AS h ON h.district_id = s.district_id AND h.plan_date = s.plan_date
         AND s.version = CASE WHEN s.district_id = in_district THEN in_version ELSE h.latest_version END
        WHERE s.plan_date = in_day AND s.crew_id IN (SELECT o.crew_id FROM own_route AS o)
    ), leg AS (
        SELECT stop.*, lag(departure) OVER day AS left_at, lag(latitude) OVER day AS from_latitude,
               lag(longitude) OVER day AS from_longitude
        FROM stop WINDOW day AS (PARTITION BY stop.crew_id ORDER BY arrival, departure, district_id, sequence)
    )
    SELECT 'foreign_crew', o.crew_id, o.crew_district FROM own_route AS o WHERE o.crew_district NOT IN (in_district, '-')
    UNION ALL
    SELECT DISTINCT 'crew_without_certificate', w.crew_id, required_skill(w.kind) FROM work AS w
    WHERE NOT w.begun AND NOT is_certified(w.crew_id, required_skill(w.kind), in_day)
    UNION ALL
    SELECT DISTINCT 'crew_absent', w.crew_id, a.from_date::text FROM work AS w JOIN absence AS a ON a.crew_id = w.crew_id
    WHERE NOT w.begun AND in_day BETWEEN a.from_date AND a.until_date
    UNION ALL
    SELECT DISTINCT 'outside_shift', o.crew_id, o.departs_at || ' - ' || o.returns_at FROM own_route AS o
    WHERE (o.departs_at < o.on_duty OR o.returns_at > o.off_duty)
      AND NOT EXISTS (SELECT FROM work AS w WHERE w.crew_id = o.crew_id AND w.begun)
    UNION ALL
    SELECT 'outside_route', l.crew_id, l.sequence::text FROM leg AS l JOIN own_route AS o ON o.crew_id = l.crew_id
    WHERE l.district_id = in_district AND NOT l.begun AND (l.arrival < o.departs_at OR l.departure > o.returns_at)
    UNION ALL
    -- Two places at once, or a drive that no van makes: the straight line at 120 km/h.
    SELECT 'too_fast', l.crew_id, l.sequence::text FROM leg AS l
    WHERE l.district_id = in_district AND NOT l.begun AND l.left_at IS NOT NULL
      AND extract(epoch FROM l.arrival - l.left_at) * (120 / 3.6) <
          6371000 * 2 * asin(least(1, sqrt(
              sin(radians(l.latitude - l.from_latitude) / 2) ^ 2
              + cos(radians(l.latitude)) * cos(radians(l.from_latitude))
                * sin(radians(l.longitude - l.from_longitude) / 2) ^ 2))) - 1
    UNION ALL
    SELECT 'job_of_another_crew', w.crew_id, w.job_no::text FROM work AS w WHERE w.begun AND w.worked_by <> w.crew_id
    UNION ALL
    SELECT 'nothing_owed', w.crew_id, w.account_no FROM work AS w
    WHERE NOT w.begun AND w.kind = 'inspection' AND NOT EXISTS (
        SELECT FROM inspection_obligation AS ob JOIN household AS home
            ON home.district_id = ob.district_id AND home.account_no = ob.account_no AND home.gas_off IS NULL
        WHERE ob.district_id = in_district AND ob.account_no = w.account_no AND ob.state = 'open')
    UNION ALL
    SELECT 'appointment_missed', w.crew_id, w.account_no
    FROM work AS w JOIN appointment AS a ON a.district_id = in_district AND a.account_no = w.account_no
    WHERE NOT w.begun AND a.state = 'agreed' AND local_date(a.starts_at) = in_day
      AND NOT EXISTS (SELECT FROM appointment AS other
                      WHERE other.district_id = in_district AND other.account_no = w.account_no
                        AND other.state = 'agreed' AND w.arrival BETWEEN other.starts_at AND other.ends_at)
$$;
