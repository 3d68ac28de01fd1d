-- A day's plan, judged without the planner.

-- What is wrong with a version of a day, judged without any code of the planner; no rows: it is sound. Called in the
-- transaction that saves the version, so an unsound one is never kept. Work that was begun is a fact and breaks no rule.
CREATE OR REPLACE FUNCTION gasworks.day_plan_faults(in_district text, in_day date, in_version integer)
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
