-- A running day is amended: one crew's route is put in the place of what it was, for a fault that came in. Versions stay
-- whole: the amended day is the next version, published in the same stroke, with the other crews' routes as they were.

-- Copies the routes of all crews but one into the next version of a day; what was withdrawn stays behind.
CREATE OR REPLACE FUNCTION gasworks.copy_routes(
    in_district text, in_day date, in_old integer, in_new integer, in_except text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    INSERT INTO route (district_id, plan_date, version, crew_id, departs_at, returns_at, meters, travel_seconds,
                       service_seconds, waiting_seconds, breaks, geometry)
    SELECT district_id, plan_date, in_new, crew_id, departs_at, returns_at, meters, travel_seconds, service_seconds,
           waiting_seconds, breaks, geometry
    FROM route
    WHERE district_id = in_district AND plan_date = in_day AND version = in_old AND crew_id <> in_except;
    INSERT INTO route_stop (district_id, plan_date, version, crew_id, sequence, building_id, address, latitude, longitude,
                            arrival, departure)
    SELECT district_id, plan_date, in_new, crew_id, sequence, building_id, address, latitude, longitude, arrival, departure
    FROM route_stop
    WHERE district_id = in_district AND plan_date = in_day AND version = in_old AND crew_id <> in_except;
    INSERT INTO route_job (district_id, plan_date, version, crew_id, sequence, job_no)
    SELECT rj.district_id, rj.plan_date, in_new, rj.crew_id, rj.sequence, rj.job_no
    FROM route_job AS rj JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
    WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_old AND rj.crew_id <> in_except
      AND j.state <> 'withdrawn'
$$;

-- Refuses an amendment that takes away what a crew has begun or what was promised, or that gives it another crew's work.
CREATE OR REPLACE FUNCTION gasworks.demand_own_work(
    in_district text, in_day date, in_version integer, in_crew text, in_jobs bigint[], in_displaced bigint[]) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    wrong bigint;
BEGIN
    SELECT rj.job_no INTO wrong
    FROM route_job AS rj JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
    WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_version AND rj.crew_id = in_crew
      AND j.state IN ('planned', 'started', 'closed') AND rj.job_no <> ALL (in_jobs)
      AND NOT (rj.job_no = ANY (in_displaced) AND j.state = 'planned' AND j.reason NOT IN ('appointment', 'fault'))
    ORDER BY 1 LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW001', 'promised_job_left_out', json_build_object('job', in_district || '-' || wrong),
                       'what_is_begun_or_promised_stays');
    END IF;
    SELECT wanted INTO wrong FROM unnest(in_jobs) AS wanted
    WHERE NOT EXISTS (SELECT FROM route_job AS rj
                      WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_version
                        AND rj.crew_id = in_crew AND rj.job_no = wanted)
    LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW005', 'job_of_another_crew', json_build_object('job', in_district || '-' || wrong,
                                                                         'crew_id', in_crew), 'one_crew_for_a_job');
    END IF;
END
$$;

-- Puts a crew's new route in the place of its old one, if the caller has seen the version that crews see (0: the day has
-- none). Answers the new version, and the job that a fault got.
--   in_route: a route in the form of save_day_plan; a stop's job is {"job_no"} or {"fault_no"}, the new one.
--   in_promise: what the fault's caller is promised, {"arrival", "broken": […]}; see assign_fault.
--   in_together: districts that are amended in the same transaction, for crews of the company.
CREATE OR REPLACE FUNCTION gasworks.amend_day_plan(
    in_command_id uuid, in_district text, in_day date, in_base_version integer, in_route json, in_displaced bigint[],
    in_promise json, in_together text[]) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text        := 'amend_day_plan ' || in_day;
    worker  text        := in_route ->> 'crew_id';
    made    timestamptz := present();
    answer  json;
    head    day_head;
    fresh   integer;
    found   record;
    new_job bigint;
BEGIN
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF in_day < today() - 1 THEN                     -- a night shift of yesterday is still at work
        PERFORM demand_not_past(in_day);
    END IF;
    INSERT INTO day_head (district_id, plan_date, latest_version) VALUES (in_district, in_day, 0)
    ON CONFLICT ON CONSTRAINT day_head_pkey DO NOTHING;
    SELECT * INTO head FROM day_head WHERE district_id = in_district AND plan_date = in_day FOR UPDATE;
    IF coalesce(head.published_version, 0) <> in_base_version THEN
        PERFORM refuse_day_conflict(in_district, in_day, in_base_version);
    END IF;
    PERFORM FROM job WHERE district_id = in_district AND plan_date = in_day ORDER BY job_no FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM absence WHERE crew_id = worker AND in_day BETWEEN from_date AND until_date) THEN
        PERFORM refuse('GW004', 'crew_absent', json_build_object('crew_id', worker, 'date', in_day), 'present_crew_only');
    END IF;
    CREATE TEMPORARY TABLE IF NOT EXISTS amended_job (sequence smallint, job_no bigint, fault_no bigint) ON COMMIT DROP;
    PERFORM demand_own_table('amended_job');
    DELETE FROM pg_temp.amended_job;
    INSERT INTO pg_temp.amended_job
    SELECT s.sequence, j.job_no, j.fault_no
    FROM json_to_recordset(in_route -> 'stops') AS s (sequence smallint, jobs json),
         json_to_recordset(s.jobs) AS j (job_no bigint, fault_no bigint);
    PERFORM demand_own_work(in_district, in_day, in_base_version, worker,
                            (SELECT coalesce(array_agg(a.job_no), '{}') FROM pg_temp.amended_job AS a
                             WHERE a.job_no IS NOT NULL),
                            in_displaced);

    fresh := head.latest_version + 1;
    INSERT INTO day_plan (district_id, plan_date, version, base_version, command_id, made_by, operator, made_at, summary)
    SELECT in_district, in_day, fresh, in_base_version, in_command_id, session_user, claimed_operator(), made,
           coalesce((SELECT p.summary FROM day_plan AS p
                     WHERE p.district_id = in_district AND p.plan_date = in_day AND p.version = in_base_version), '{}');
    PERFORM copy_routes(in_district, in_day, in_base_version, fresh, worker);
    PERFORM write_route(in_district, in_day, fresh, in_route);
    UPDATE job SET state = 'withdrawn'
    WHERE district_id = in_district AND job_no = ANY (in_displaced) AND state = 'planned';
    FOR found IN SELECT a.fault_no FROM pg_temp.amended_job AS a WHERE a.fault_no IS NOT NULL LOOP
        new_job := assign_fault(in_district, in_day, found.fault_no, worker, in_promise);
        UPDATE pg_temp.amended_job SET job_no = new_job WHERE fault_no = found.fault_no;
    END LOOP;
    INSERT INTO route_job (district_id, plan_date, version, crew_id, sequence, job_no)
    SELECT in_district, in_day, fresh, worker, a.sequence, a.job_no FROM pg_temp.amended_job AS a;
    PERFORM demand_one_place_at_a_time(in_district, in_day, fresh, in_together);

    UPDATE day_plan SET state = 'superseded' WHERE district_id = in_district AND plan_date = in_day AND state = 'published';
    UPDATE day_plan SET state = 'published', published_by = claimed_operator(), published_at = made
    WHERE district_id = in_district AND plan_date = in_day AND version = fresh;
    UPDATE day_head SET latest_version = fresh, published_version = fresh
    WHERE district_id = in_district AND plan_date = in_day;
    PERFORM append_event(in_district, '', 'day_plan_amended', made, json_strip_nulls(json_build_object(
        'date', in_day, 'version', fresh, 'replaces', head.published_version, 'crew_id', worker,
        'withdrawn', array_length(in_displaced, 1))));
    RETURN record_answer(in_district, in_command_id, command, json_strip_nulls(json_build_object(
        'district', in_district, 'date', in_day, 'version', fresh,
        'job', in_district || '-' || new_job)));
END
$$;

-- Writes one route with its stops; its jobs follow.
CREATE OR REPLACE FUNCTION gasworks.write_route(in_district text, in_day date, in_version integer, in_route json)
    RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    INSERT INTO route (district_id, plan_date, version, crew_id, departs_at, returns_at, meters, travel_seconds,
                       service_seconds, waiting_seconds, breaks)
    SELECT in_district, in_day, in_version, r.crew_id, r.departs_at, r.returns_at, r.meters, r.travel_seconds,
           r.service_seconds, r.waiting_seconds, coalesce(r.breaks, '[]')
    FROM json_to_record(in_route)
        AS r (crew_id text, departs_at timestamptz, returns_at timestamptz, meters integer, travel_seconds integer,
              service_seconds integer, waiting_seconds integer, breaks json);
    INSERT INTO route_stop (district_id, plan_date, version, crew_id, sequence, building_id, address, latitude, longitude,
                            arrival, departure)
    SELECT in_district, in_day, in_version, in_route ->> 'crew_id', s.sequence, s.building_id, s.address, s.latitude,
           s.longitude, s.arrival, s.departure
    FROM json_to_recordset(in_route -> 'stops')
        AS s (sequence smallint, building_id text, address text, latitude double precision, longitude double precision,
              arrival timestamptz, departure timestamptz)
$$;
