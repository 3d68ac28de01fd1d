-- Publishing a day's plan. Locks as for saving: the district, the day, its jobs in the order of their numbers.

-- Makes a saved version the one that crews see. One value flips in one transaction: a reader sees the old day or the
-- new. What a crew has started or closed, and a fault that it was given, stays with it, also when the version was planned before that: such a job is
-- taken out of other crews' routes and its stop is carried into the version with a sequence of 0 or below. Jobs that
-- were planned and are not in the version are withdrawn.
CREATE OR REPLACE FUNCTION gasworks.publish_day_plan(
    in_command_id uuid, in_district text, in_day date, in_version integer, in_together text[] DEFAULT '{}') RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command   text := 'publish_day_plan ' || in_day;
    answer    json;
    head      day_head;
    made      timestamptz := present();
    lacking   record;
    withdrawn integer;
    planned   integer;
BEGIN
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_not_past(in_day);
    SELECT * INTO head FROM day_head WHERE district_id = in_district AND plan_date = in_day FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'nothing_planned', json_build_object('date', in_day, 'district', in_district),
                       'plan_before_publishing');
    END IF;
    IF head.latest_version <> in_version OR head.published_version = in_version THEN
        PERFORM refuse_day_conflict(in_district, in_day, in_version);
    END IF;
    PERFORM FROM job WHERE district_id = in_district AND plan_date = in_day ORDER BY job_no FOR NO KEY UPDATE;

    -- Nobody is sent without a valid certificate, and nobody who is away.
    SELECT rj.crew_id, required_skill(j.kind) AS skill INTO lacking
    FROM route_job AS rj JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
    WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_version
      AND j.state IN ('proposed', 'planned')
      AND NOT is_certified(rj.crew_id, required_skill(j.kind), in_day)
    ORDER BY 1 LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW004', 'missing_certificate',
                       json_build_object('crew_id', lacking.crew_id, 'skill', lacking.skill, 'date', in_day),
                       'certified_crew_only');
    END IF;
    SELECT r.crew_id INTO lacking FROM route AS r JOIN absence AS a ON a.crew_id = r.crew_id
    WHERE r.district_id = in_district AND r.plan_date = in_day AND r.version = in_version
      AND in_day BETWEEN a.from_date AND a.until_date
    ORDER BY 1 LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW004', 'crew_absent', json_build_object('crew_id', lacking.crew_id, 'date', in_day),
                       'present_crew_only');
    END IF;

    PERFORM demand_one_place_at_a_time(in_district, in_day, in_version, in_together);
    PERFORM keep_begun_work(in_district, in_day, head.published_version, in_version);

    UPDATE job AS j SET state = 'planned', crew_id = rj.crew_id
    FROM route_job AS rj
    WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_version
      AND j.district_id = in_district AND j.job_no = rj.job_no AND j.state IN ('proposed', 'planned');
    GET DIAGNOSTICS planned = ROW_COUNT;
    UPDATE job AS j SET state = 'withdrawn'
    WHERE j.district_id = in_district AND j.plan_date = in_day AND j.state IN ('proposed', 'planned')
      AND NOT EXISTS (SELECT FROM route_job AS rj
                      WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_version
                        AND rj.job_no = j.job_no);
    GET DIAGNOSTICS withdrawn = ROW_COUNT;

    UPDATE day_plan SET state = 'superseded'
    WHERE district_id = in_district AND plan_date = in_day AND state = 'published';
    UPDATE day_plan SET state = 'published', published_by = claimed_operator(), published_at = made
    WHERE district_id = in_district AND plan_date = in_day AND version = in_version;
    UPDATE day_head SET published_version = in_version WHERE district_id = in_district AND plan_date = in_day;
    PERFORM append_event(in_district, '', 'day_plan_published', made,
                         json_build_object('date', in_day, 'version', in_version, 'replaces', head.published_version,
                                           'planned', planned, 'withdrawn', withdrawn));
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', in_district || ' ' || in_day || ' v' || in_version, 'district', in_district, 'date', in_day,
        'version', in_version, 'state', 'published', 'planned', planned, 'withdrawn', withdrawn));
END
$$;

-- Refuses a version that sends a crew to two districts at the same time: dispatchers of two districts may both have
-- planned with a crew of the company. The crews' rows are the lock. Districts that are published in the same transaction
-- come in their order, so each looks at those before it.
CREATE OR REPLACE FUNCTION gasworks.demand_one_place_at_a_time(
    in_district text, in_day date, in_version integer, in_together text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    clash record;
BEGIN
    PERFORM FROM crew AS c JOIN route AS r ON r.crew_id = c.crew_id
    WHERE r.district_id = in_district AND r.plan_date = in_day AND r.version = in_version AND c.district_id = '-'
    ORDER BY c.crew_id FOR NO KEY UPDATE OF c;
    SELECT mine.crew_id, theirs.district_id, p.published_by, p.published_at INTO clash
    FROM route_stop AS mine
    JOIN crew AS c ON c.crew_id = mine.crew_id AND c.district_id = '-'
    JOIN day_head AS h ON h.plan_date = in_day AND h.district_id <> in_district AND h.published_version IS NOT NULL
     AND NOT (h.district_id = ANY (in_together) AND h.district_id > in_district)
    JOIN day_plan AS p
        ON p.district_id = h.district_id AND p.plan_date = h.plan_date AND p.version = h.published_version
    JOIN route_stop AS theirs
        ON theirs.district_id = h.district_id AND theirs.plan_date = h.plan_date AND theirs.version = h.published_version
       AND theirs.crew_id = mine.crew_id
       AND theirs.arrival < mine.departure AND mine.arrival < theirs.departure
    -- What is done is done: only work to come can collide.
    WHERE mine.district_id = in_district AND mine.plan_date = in_day AND mine.version = in_version
      AND EXISTS (SELECT FROM route_job AS rj JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
                  WHERE rj.district_id = mine.district_id AND rj.plan_date = in_day AND rj.version = in_version
                    AND rj.crew_id = mine.crew_id AND rj.sequence = mine.sequence
                    AND j.state IN ('proposed', 'planned'))
    ORDER BY mine.crew_id, mine.sequence LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW002', 'plan_conflict',
                       json_build_object('subject', 'crew ' || clash.crew_id || ' on ' || in_day || ' (in '
                                                    || clash.district_id || ')',
                                         'by', clash.published_by, 'at', archive_instant(clash.published_at)),
                       'one_place_at_a_time');
    END IF;
END
$$;

-- Carries what was begun under the published version into the next one, and the faults that a crew was given: somebody waits
-- for them, whatever a planner made of the day.
CREATE OR REPLACE FUNCTION gasworks.keep_begun_work(in_district text, in_day date, in_old integer, in_new integer)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    DELETE FROM route_job AS rj USING job AS j
    WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_new
      AND j.district_id = in_district AND j.job_no = rj.job_no
      AND (j.state = 'withdrawn' OR (j.state IN ('started', 'closed') AND j.crew_id <> rj.crew_id));
    IF in_old IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO route (district_id, plan_date, version, crew_id, departs_at, returns_at, meters, travel_seconds,
                       service_seconds, waiting_seconds, breaks)
    SELECT r.district_id, r.plan_date, in_new, r.crew_id, r.departs_at, r.returns_at, r.meters, r.travel_seconds,
           r.service_seconds, r.waiting_seconds, r.breaks
    FROM route AS r
    WHERE r.district_id = in_district AND r.plan_date = in_day AND r.version = in_old
      AND EXISTS (SELECT FROM job AS j
                  WHERE j.district_id = in_district AND j.plan_date = in_day AND j.crew_id = r.crew_id
                    AND (j.state IN ('started', 'closed') OR (j.kind = 'fault' AND j.state = 'planned')))
    ON CONFLICT ON CONSTRAINT route_pkey DO NOTHING;
    WITH left_out AS (
        SELECT rj.crew_id, rj.sequence, rj.job_no,
               dense_rank() OVER (PARTITION BY rj.crew_id ORDER BY rj.sequence DESC) AS from_last
        FROM route_job AS rj JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
        WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_old
          AND (j.state IN ('started', 'closed') OR (j.kind = 'fault' AND j.state = 'planned'))
          AND NOT EXISTS (SELECT FROM route_job AS n
                          WHERE n.district_id = in_district AND n.plan_date = in_day AND n.version = in_new
                            AND n.job_no = rj.job_no)
    ), stop AS (
        INSERT INTO route_stop (district_id, plan_date, version, crew_id, sequence, building_id, address, latitude,
                                longitude, arrival, departure)
        SELECT DISTINCT s.district_id, s.plan_date, in_new, s.crew_id, (1 - l.from_last)::smallint, s.building_id,
               s.address, s.latitude, s.longitude, s.arrival, s.departure
        FROM left_out AS l JOIN route_stop AS s
          ON s.district_id = in_district AND s.plan_date = in_day AND s.version = in_old
         AND s.crew_id = l.crew_id AND s.sequence = l.sequence
    )
    INSERT INTO route_job (district_id, plan_date, version, crew_id, sequence, job_no)
    SELECT in_district, in_day, in_new, l.crew_id, (1 - l.from_last)::smallint, l.job_no FROM left_out AS l;
END
$$;
