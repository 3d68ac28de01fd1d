-- Crews: what they may be sent to, when they are away, whose login is theirs. Each change is an event.

-- What a job of a kind asks of a crew; NULL: nothing. Lighting again is a leak test and a look at the appliances: what an
-- inspector is certified for.
CREATE OR REPLACE FUNCTION gasworks.required_skill(in_kind text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE in_kind WHEN 'inspection' THEN 'inspection' WHEN 'reinspection' THEN 'inspection'
                        WHEN 'restoration' THEN 'inspection' WHEN 'fault' THEN 'repair' END
$$;

CREATE OR REPLACE FUNCTION gasworks.is_certified(in_crew text, in_skill text, in_day date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT in_skill IS NULL OR EXISTS (
        SELECT FROM certificate
        WHERE crew_id = in_crew AND skill = in_skill
          AND coalesce(valid_from <= in_day, true) AND coalesce(valid_until >= in_day, true))
$$;

-- The district of a crew's chain; refuses an unknown crew.
CREATE OR REPLACE FUNCTION gasworks.district_of_crew(in_crew text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    found_district text;
BEGIN
    SELECT district_id INTO found_district FROM crew WHERE crew_id = in_crew;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_crew', json_build_object('crew_id', in_crew), 'crew_exists');
    END IF;
    RETURN found_district;
END
$$;

-- A crew holds a certificate until a day (NULL: no expiry on file). Also renews it, and ends it by a day that is past. What
-- an import took away is then no more the import's to give back.
CREATE OR REPLACE FUNCTION gasworks.certify_crew(in_command_id uuid, in_crew text, in_skill text, in_until date)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'certify_crew ' || in_crew || ' ' || in_skill;
    place   text := district_of_crew(in_crew);
    answer  json;
BEGIN
    PERFORM lock_district(place);
    answer := answered(place, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    INSERT INTO certificate (crew_id, skill, valid_until) VALUES (in_crew, in_skill, in_until)
    ON CONFLICT ON CONSTRAINT certificate_pkey DO UPDATE SET valid_until = excluded.valid_until, withdrawn_on = NULL;
    PERFORM append_event(place, '', 'crew_certified', present(),
                         json_build_object('crew_id', in_crew, 'skill', in_skill, 'valid_until', in_until));
    RETURN record_answer(place, in_command_id, command,
                         json_build_object('id', in_crew, 'skill', in_skill, 'valid_until', in_until));
END
$$;

-- A crew is away from a day to a day, both included. The reason's text stays out of the archive: it may be an illness.
CREATE OR REPLACE FUNCTION gasworks.record_absence(
    in_command_id uuid, in_crew text, in_from date, in_until date, in_reason text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'record_absence ' || in_crew || ' ' || in_from;
    place   text := district_of_crew(in_crew);
    answer  json;
BEGIN
    PERFORM lock_district(place);
    answer := answered(place, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    INSERT INTO absence (crew_id, from_date, until_date, reason) VALUES (in_crew, in_from, in_until, in_reason)
    ON CONFLICT ON CONSTRAINT absence_pkey DO UPDATE SET until_date = excluded.until_date, reason = excluded.reason;
    PERFORM append_event(place, '', 'crew_absent', present(),
                         json_build_object('crew_id', in_crew, 'from', in_from, 'until', in_until));
    RETURN record_answer(place, in_command_id, command,
                         json_build_object('id', in_crew, 'from', in_from, 'until', in_until));
END
$$;

-- Ties a login to a crew, so that its sessions see and work that crew's route.
CREATE OR REPLACE FUNCTION gasworks.assign_login(in_command_id uuid, in_login text, in_crew text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'assign_login ' || in_login;
    place   text := district_of_crew(in_crew);
    answer  json;
BEGIN
    PERFORM lock_district(place);
    answer := answered(place, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    INSERT INTO staff_login (login, crew_id) VALUES (in_login, in_crew)
    ON CONFLICT ON CONSTRAINT staff_login_pkey DO UPDATE SET crew_id = excluded.crew_id;
    PERFORM append_event(place, '', 'login_assigned', present(),
                         json_build_object('login', in_login, 'crew_id', in_crew));
    RETURN record_answer(place, in_command_id, command, json_build_object('id', in_crew, 'login', in_login));
END
$$;

-- Puts a crew on call; the same beginning again changes its end.
CREATE OR REPLACE FUNCTION gasworks.record_standby(
    in_command_id uuid, in_crew text, in_from timestamptz, in_until timestamptz, in_minutes integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'record_standby ' || in_crew;
    place   text := district_of_crew(in_crew);
    answer  json;
BEGIN
    PERFORM lock_district(place);
    answer := answered(place, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF EXISTS (SELECT FROM standby WHERE crew_id = in_crew AND from_at < in_until AND in_from < until_at
                                     AND from_at <> in_from) THEN
        PERFORM refuse('GW008', 'standby_overlaps', json_build_object('crew_id', in_crew), 'one_standby_at_a_time');
    END IF;
    INSERT INTO standby (crew_id, from_at, until_at, minutes) VALUES (in_crew, in_from, in_until, in_minutes)
    ON CONFLICT ON CONSTRAINT standby_pkey DO UPDATE SET until_at = excluded.until_at, minutes = excluded.minutes;
    PERFORM append_event(place, '', 'standby_recorded', present(), json_build_object(
        'crew_id', in_crew, 'from', archive_instant(in_from), 'until', archive_instant(in_until), 'minutes', in_minutes));
    RETURN record_answer(place, in_command_id, command, json_build_object(
        'crew_id', in_crew, 'from', archive_instant(in_from), 'until', archive_instant(in_until), 'minutes', in_minutes));
END
$$;
