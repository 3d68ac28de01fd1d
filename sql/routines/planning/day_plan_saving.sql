-- Saving a day's plan. Two dispatchers at once: one result stands, the other is told whose and since when.
-- Locks: the district, the day, its jobs in the order of their numbers.

CREATE OR REPLACE FUNCTION gasworks.refuse_day_conflict(in_district text, in_day date, in_seen integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    theirs day_plan;
BEGIN
    SELECT * INTO theirs FROM day_plan WHERE district_id = in_district AND plan_date = in_day
    ORDER BY version DESC LIMIT 1;
    PERFORM refuse('GW002', 'plan_conflict',
                   json_build_object('subject', 'day ' || in_day || ' of ' || in_district, 'seen', in_seen,
                                     'version', theirs.version, 'by', coalesce(theirs.published_by, theirs.operator),
                                     'at', archive_instant(coalesce(theirs.published_at, theirs.made_at))),
                   'plan_on_the_latest_version');
END
$$;

-- Saves a draft of a day: the next version, if the planner has seen the latest (0: there was none).
-- in_plan: {"summary": {…}, "routes": [{"crew_id", "departs_at", "returns_at", "meters", "travel_seconds",
--   "service_seconds", "waiting_seconds", "breaks", "geometry",
--   "stops": [{"sequence", "building_id", "address", "latitude", "longitude", "arrival", "departure",
--     "jobs": [{"account_no", "kind", "reason"} or {"job_no"}]}]}]}
-- A household that already has a job of the kind on that day keeps it; others get one, proposed.
CREATE OR REPLACE FUNCTION gasworks.save_day_plan(
    in_command_id uuid, in_district text, in_day date, in_base_version integer, in_plan json) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'save_day_plan ' || in_day;
    answer  json;
    latest  integer;
    made    timestamptz := present();
    stranger text;
BEGIN
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_not_past(in_day);
    INSERT INTO day_head (district_id, plan_date, latest_version) VALUES (in_district, in_day, 0)
    ON CONFLICT ON CONSTRAINT day_head_pkey DO NOTHING;
    SELECT latest_version INTO latest FROM day_head WHERE district_id = in_district AND plan_date = in_day FOR UPDATE;
    IF latest <> in_base_version THEN
        PERFORM refuse_day_conflict(in_district, in_day, in_base_version);
    END IF;
    latest := latest + 1;

    INSERT INTO day_plan (district_id, plan_date, version, base_version, command_id, made_by, operator, made_at,
                          summary)
    VALUES (in_district, in_day, latest, in_base_version, in_command_id, session_user, claimed_operator(), made,
            coalesce(in_plan -> 'summary', '{}'));
    SELECT r.crew_id INTO stranger
    FROM json_to_recordset(in_plan -> 'routes') AS r (crew_id text)
    WHERE NOT EXISTS (SELECT FROM crew AS c WHERE c.crew_id = r.crew_id AND c.active) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW003', 'unknown_crew', json_build_object('crew_id', stranger), 'crew_exists');
    END IF;
    INSERT INTO route (district_id, plan_date, version, crew_id, departs_at, returns_at, meters, travel_seconds,
                       service_seconds, waiting_seconds, breaks, geometry)
    SELECT in_district, in_day, latest, r.crew_id, r.departs_at, r.returns_at, coalesce(r.meters, 0),
           coalesce(r.travel_seconds, 0), coalesce(r.service_seconds, 0), coalesce(r.waiting_seconds, 0),
           coalesce(r.breaks, '[]'), r.geometry
    FROM json_to_recordset(in_plan -> 'routes')
        AS r (crew_id text, departs_at timestamptz, returns_at timestamptz, meters integer, travel_seconds integer,
              service_seconds integer, waiting_seconds integer, breaks json, geometry json);
    INSERT INTO route_stop (district_id, plan_date, version, crew_id, sequence, building_id, address, latitude,
                            longitude,
                            arrival, departure)
    SELECT in_district, in_day, latest, r.crew_id, s.sequence, s.building_id, s.address, s.latitude, s.longitude,
           s.arrival, s.departure
    FROM json_to_recordset(in_plan -> 'routes') AS r (crew_id text, stops json),
         json_to_recordset(r.stops)
             AS s (sequence smallint, building_id text, address text, latitude double precision,
                   longitude double precision, arrival timestamptz, departure timestamptz);

    CREATE TEMPORARY TABLE IF NOT EXISTS wanted_job (
        crew_id text COLLATE "C", sequence smallint, job_no bigint, account_no text COLLATE "C", kind text, reason text
    ) ON COMMIT DROP;
    PERFORM demand_own_table('wanted_job');
    DELETE FROM pg_temp.wanted_job;
    INSERT INTO pg_temp.wanted_job (crew_id, sequence, job_no, account_no, kind, reason)
    SELECT r.crew_id, s.sequence, j.job_no, j.account_no, coalesce(j.kind, 'inspection'), j.reason
    FROM json_to_recordset(in_plan -> 'routes') AS r (crew_id text, stops json),
         json_to_recordset(r.stops) AS s (sequence smallint, jobs json),
         json_to_recordset(s.jobs) AS j (job_no bigint, account_no text, kind text, reason text);
    SELECT w.account_no INTO stranger FROM pg_temp.wanted_job AS w
    WHERE w.job_no IS NULL AND NOT EXISTS (
        SELECT FROM household AS h WHERE h.district_id = in_district AND h.account_no = w.account_no) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW003', 'unknown_account',
                       json_build_object('account_no', stranger, 'district', in_district), 'household_exists');
    END IF;
    -- A job named by its number must be one of this day that still can be done, or is being done, or is done.
    SELECT in_district || '-' || w.job_no INTO stranger FROM pg_temp.wanted_job AS w
    WHERE w.job_no IS NOT NULL AND NOT EXISTS (
        SELECT FROM job AS j WHERE j.district_id = in_district AND j.job_no = w.job_no AND j.plan_date = in_day
                               AND j.state <> 'withdrawn') LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW003', 'unknown_job', json_build_object('job', stranger), 'job_exists');
    END IF;
    UPDATE pg_temp.wanted_job AS w SET job_no = j.job_no
    FROM job AS j
    WHERE w.job_no IS NULL AND j.district_id = in_district AND j.plan_date = in_day AND j.account_no = w.account_no
      AND j.kind = w.kind AND j.state IN ('proposed', 'planned', 'started');
    INSERT INTO job (district_id, kind, account_no, plan_date, made_at, reason)
    SELECT in_district, w.kind, w.account_no, in_day, made, w.reason FROM pg_temp.wanted_job AS w
    WHERE w.job_no IS NULL ORDER BY w.crew_id, w.sequence, w.account_no;
    UPDATE pg_temp.wanted_job AS w SET job_no = j.job_no
    FROM job AS j
    WHERE w.job_no IS NULL AND j.district_id = in_district AND j.plan_date = in_day AND j.account_no = w.account_no
      AND j.kind = w.kind AND j.state = 'proposed';
    INSERT INTO route_job (district_id, plan_date, version, crew_id, sequence, job_no)
    SELECT in_district, in_day, latest, w.crew_id, w.sequence, w.job_no FROM pg_temp.wanted_job AS w;

    UPDATE day_head SET latest_version = latest WHERE district_id = in_district AND plan_date = in_day;
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', in_district || ' ' || in_day || ' v' || latest, 'district', in_district, 'date', in_day, 'version', latest,
        'state', 'draft'));
END
$$;
