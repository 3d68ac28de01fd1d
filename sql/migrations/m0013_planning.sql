-- Saving and publishing plans. Two dispatchers at once: one result stands, the other is told whose and since when.
-- Locks: the district, the day, its jobs in the order of their numbers.

-- Takes the district's lock for the rest of the transaction.
CREATE FUNCTION gasworks.lock_district(in_district text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM FROM district_archive WHERE district_id = in_district FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_district', json_build_object('district', in_district), 'district_exists');
    END IF;
END
$$;

CREATE FUNCTION gasworks.demand_not_past(in_day date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF in_day < today() THEN
        PERFORM refuse('GW010', 'day_in_past', json_build_object('date', in_day, 'today', today()),
                       'past_is_not_planned');
    END IF;
END
$$;

CREATE FUNCTION gasworks.refuse_day_conflict(in_district text, in_day date, in_seen integer) RETURNS void
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
CREATE FUNCTION gasworks.save_day_plan(
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

-- Refuses a version that sends a crew to two districts at the same time: dispatchers of two districts may both have
-- planned with a crew of the company. The crews' rows are the lock. Districts that are published in the same transaction
-- come in their order, so each looks at those before it.
CREATE FUNCTION gasworks.demand_one_place_at_a_time(
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

-- Makes a saved version the one that crews see. One value flips in one transaction: a reader sees the old day or the
-- new. What a crew has started or closed stays with it, also when the version was planned before that: such a job is
-- taken out of other crews' routes and its stop is carried into the version with a sequence of 0 or below. Jobs that
-- were planned and are not in the version are withdrawn.
CREATE FUNCTION gasworks.publish_day_plan(
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
    WHERE j.district_id = in_district AND j.plan_date = in_day AND j.state IN ('proposed', 'planned') AND j.kind <> 'fault'
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

-- Carries what was begun under the published version into the next one.
CREATE FUNCTION gasworks.keep_begun_work(in_district text, in_day date, in_old integer, in_new integer) RETURNS void
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
                    AND j.state IN ('started', 'closed'))
    ON CONFLICT ON CONSTRAINT route_pkey DO NOTHING;
    WITH left_out AS (
        SELECT rj.crew_id, rj.sequence, rj.job_no,
               dense_rank() OVER (PARTITION BY rj.crew_id ORDER BY rj.sequence DESC) AS from_last
        FROM route_job AS rj JOIN job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no
        WHERE rj.district_id = in_district AND rj.plan_date = in_day AND rj.version = in_old
          AND j.state IN ('started', 'closed')
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

-- The days of a span that re-planning leaves alone: those that are past or published, and those that a plan covers
-- already and that are nearer than the setting plan.freeze_days (their visits have been announced).
CREATE FUNCTION gasworks.frozen_days(in_district text, in_from date, in_until date) RETURNS SETOF date
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    WITH present AS (
        SELECT today() AS today,
               today() + coalesce((setting_on(in_district, 'plan.freeze_days', today()) #>> '{}')::integer, 3) AS thawed
    )
    SELECT plan_date FROM day_head
    WHERE district_id = in_district AND plan_date BETWEEN in_from AND in_until AND published_version IS NOT NULL
    UNION
    SELECT in_from + ahead FROM present, generate_series(0, least(in_until, thawed - 1) - in_from) AS ahead
    WHERE in_from + ahead < today
       OR EXISTS (SELECT FROM horizon_plan
                  WHERE district_id = in_district AND in_from + ahead BETWEEN plan_from AND plan_until)
$$;

CREATE FUNCTION gasworks.is_frozen(in_district text, in_day date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM frozen_days(in_district, in_day, in_day))
$$;

-- Opens the staging tables of a horizon plan for this transaction; fill them by COPY:
--   pg_temp.staged_campaign (campaign_no, building_id, planned_date, round, minutes, first_version, first_no)
--   pg_temp.staged_campaign_household (campaign_no, account_no, deadline)
CREATE FUNCTION gasworks.begin_horizon_plan() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_campaign (
        campaign_no integer, building_id text COLLATE "C", planned_date date, round smallint, minutes integer,
        first_version integer, first_no integer      -- of a revisit; no version: a first visit of this same plan
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_campaign_household (
        campaign_no integer, account_no text COLLATE "C", deadline date
    ) ON COMMIT DROP;
    PERFORM demand_own_table('staged_campaign');
    PERFORM demand_own_table('staged_campaign_household');
    DELETE FROM pg_temp.staged_campaign;
    DELETE FROM pg_temp.staged_campaign_household;
    EXECUTE format('GRANT INSERT ON pg_temp.staged_campaign, pg_temp.staged_campaign_household TO %I', session_user);
    EXECUTE 'GRANT INSERT ON pg_temp.staged_campaign, pg_temp.staged_campaign_household TO gasworks_dispatcher';
END
$$;

-- Saves what was staged as the district's next horizon plan, if the planner has seen the latest version (0: none). The
-- campaigns of unfrozen days of the span make way; frozen days keep theirs and take no new ones.
CREATE FUNCTION gasworks.save_horizon_plan(
    in_command_id uuid, in_district text, in_base_version integer, in_from date, in_until date, in_summary json)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command  text := 'save_horizon_plan ' || in_from || ' ' || in_until;
    answer   json;
    theirs   horizon_plan;
    made     timestamptz := present();
    latest   integer;
    cold     date;
    planned  integer;
    homes    integer;
    replaced integer;
BEGIN
    PERFORM demand_own_table('staged_campaign');
    PERFORM demand_own_table('staged_campaign_household');
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    SELECT * INTO theirs FROM horizon_plan WHERE district_id = in_district ORDER BY version DESC LIMIT 1;
    latest := coalesce(theirs.version, 0);
    IF latest <> in_base_version THEN
        PERFORM refuse('GW002', 'plan_conflict',
                       json_build_object('subject', 'horizon of ' || in_district, 'seen', in_base_version,
                                         'version', latest, 'by', theirs.operator, 'at', archive_instant(theirs.made_at)),
                       'plan_on_the_latest_version');
    END IF;
    SELECT day INTO cold FROM (SELECT DISTINCT planned_date AS day FROM pg_temp.staged_campaign) AS days
    WHERE day NOT BETWEEN in_from AND in_until OR day IN (SELECT frozen_days(in_district, in_from, in_until))
    ORDER BY day LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW010', 'day_frozen', json_build_object('district', in_district, 'date', cold),
                       'frozen_days_stay');
    END IF;
    latest := latest + 1;
    INSERT INTO horizon_plan (district_id, version, plan_from, plan_until, command_id, made_by, operator, made_at,
                              summary)
    VALUES (in_district, latest, in_from, in_until, in_command_id, session_user, claimed_operator(), made, in_summary);

    CREATE TEMPORARY TABLE IF NOT EXISTS replaced_campaign (plan_version integer, campaign_no integer) ON COMMIT DROP;
    PERFORM demand_own_table('replaced_campaign');
    DELETE FROM pg_temp.replaced_campaign;
    INSERT INTO pg_temp.replaced_campaign
    SELECT c.plan_version, c.campaign_no
    FROM campaign AS c
    WHERE c.district_id = in_district AND c.planned_date BETWEEN in_from AND in_until
      AND c.planned_date NOT IN (SELECT frozen_days(in_district, in_from, in_until));
    GET DIAGNOSTICS replaced = ROW_COUNT;
    DELETE FROM campaign_household AS h USING pg_temp.replaced_campaign AS r
    WHERE h.district_id = in_district AND h.plan_version = r.plan_version AND h.campaign_no = r.campaign_no;
    DELETE FROM campaign AS c USING pg_temp.replaced_campaign AS r
    WHERE c.district_id = in_district AND c.plan_version = r.plan_version AND c.campaign_no = r.campaign_no;

    INSERT INTO campaign (district_id, plan_version, campaign_no, building_id, planned_date, round, minutes, first_version,
                          first_no)
    SELECT in_district, latest, s.campaign_no, s.building_id, s.planned_date, s.round, s.minutes,
           CASE WHEN s.first_no IS NOT NULL THEN coalesce(s.first_version, latest) END, s.first_no
    FROM pg_temp.staged_campaign AS s;
    GET DIAGNOSTICS planned = ROW_COUNT;
    INSERT INTO campaign_household (district_id, plan_version, campaign_no, account_no, deadline)
    SELECT in_district, latest, s.campaign_no, s.account_no, s.deadline
    FROM pg_temp.staged_campaign_household AS s
    ORDER BY s.account_no;
    GET DIAGNOSTICS homes = ROW_COUNT;
    DELETE FROM pg_temp.staged_campaign;
    DELETE FROM pg_temp.staged_campaign_household;
    PERFORM append_event(in_district, '', 'horizon_planned', made,
                         json_build_object('version', latest, 'from', in_from, 'until', in_until, 'campaigns', planned,
                                           'visits', homes, 'replaced', replaced));
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', in_district || ' v' || latest, 'district', in_district, 'version', latest, 'campaigns', planned,
        'visits', homes, 'replaced', replaced));
END
$$;
