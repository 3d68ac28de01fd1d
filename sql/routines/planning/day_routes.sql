-- A day's routes, as they are shown.

-- Routes of a day, one row a job: of one crew or of all (NULL), of one district or of all (NULL), as published or as the
-- latest draft. One statement, so that a reader sees each district's old version or its new one, never a mixture. A crew
-- sees its own route of today as published, and nothing else.
CREATE OR REPLACE FUNCTION gasworks.day_routes(in_day date, in_crew text, in_district text, in_draft boolean)
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
