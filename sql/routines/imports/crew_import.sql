-- A file of crews.

CREATE OR REPLACE FUNCTION gasworks.begin_crew_import() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE staged_crew (
        line            integer,
        crew_id         text COLLATE "C",
        name            text,
        district_id     text COLLATE "C",            -- '-' where the file leaves it empty
        depot_latitude  double precision,
        depot_longitude double precision,
        shift_start     smallint,
        shift_end       smallint,
        skills          text[]
    ) ON COMMIT DROP;
    EXECUTE format('GRANT INSERT ON pg_temp.staged_crew TO %I, gasworks_administrator', session_user);
END
$$;

-- problem: duplicate_key.
CREATE OR REPLACE FUNCTION gasworks.check_crew_import()
    RETURNS TABLE (line integer, column_name text, problem text, value text, expected text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM demand_own_table('staged_crew');
    PERFORM lock_district('-');
    RETURN QUERY
    SELECT s.line, 'crew_id', 'duplicate_key', s.crew_id::text, twice.first_line::text
    FROM (SELECT d.crew_id, min(d.line) AS first_line FROM pg_temp.staged_crew AS d
          GROUP BY d.crew_id HAVING count(*) > 1) AS twice
    JOIN pg_temp.staged_crew AS s ON s.crew_id = twice.crew_id AND s.line > twice.first_line
    ORDER BY 1;
    IF NOT FOUND THEN
        PERFORM note_checked('staged_crew');
    END IF;
END
$$;

-- A certificate with an expiry date is left as it is: somebody certified the crew by hand and knows better. One without
-- follows the file: it comes with a skill that the crew is new to, ends yesterday when the file names the skill no more,
-- and holds again when a file does. What was certified by hand after that is again left as it is.
CREATE OR REPLACE FUNCTION gasworks.apply_crew_import(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    total    bigint;
    inserted text[];
    moved    text[];
    skilled  text[];
    restored text[];
    ended    text[];
    changed  bigint;
BEGIN
    total := demand_checked('staged_crew');
    INSERT INTO district (district_id, name)
    SELECT DISTINCT s.district_id, s.district_id FROM pg_temp.staged_crew AS s
    ON CONFLICT ON CONSTRAINT district_pkey DO NOTHING;
    INSERT INTO district_archive (district_id)
    SELECT DISTINCT s.district_id FROM pg_temp.staged_crew AS s
    ON CONFLICT ON CONSTRAINT district_archive_pkey DO NOTHING;
    WITH row AS (
        UPDATE crew AS c SET district_id = s.district_id, name = s.name, depot_latitude = s.depot_latitude,
                             depot_longitude = s.depot_longitude, shift_start = s.shift_start,
                             shift_end = s.shift_end, active = true
        FROM pg_temp.staged_crew AS s
        WHERE c.crew_id = s.crew_id
          AND (c.district_id, c.name, c.depot_latitude, c.depot_longitude, c.shift_start, c.shift_end, c.active)
              IS DISTINCT FROM
              (s.district_id, s.name, s.depot_latitude, s.depot_longitude, s.shift_start, s.shift_end, true)
        RETURNING c.crew_id
    ) SELECT coalesce(array_agg(row.crew_id), '{}') INTO moved FROM row;
    WITH row AS (
        INSERT INTO crew (crew_id, district_id, name, depot_latitude, depot_longitude, shift_start, shift_end)
        SELECT s.crew_id, s.district_id, s.name, s.depot_latitude, s.depot_longitude, s.shift_start, s.shift_end
        FROM pg_temp.staged_crew AS s
        ON CONFLICT ON CONSTRAINT crew_pkey DO NOTHING
        RETURNING crew_id
    ) SELECT coalesce(array_agg(row.crew_id), '{}') INTO inserted FROM row;
    WITH row AS (
        UPDATE certificate AS t SET valid_until = today() - 1, withdrawn_on = today()
        FROM pg_temp.staged_crew AS s
        WHERE t.crew_id = s.crew_id AND t.valid_until IS NULL AND t.skill <> ALL (s.skills)
        RETURNING t.crew_id
    ) SELECT coalesce(array_agg(row.crew_id), '{}') INTO ended FROM row;
    WITH row AS (
        UPDATE certificate AS t SET valid_until = NULL, withdrawn_on = NULL
        FROM pg_temp.staged_crew AS s
        WHERE t.crew_id = s.crew_id AND t.skill = ANY (s.skills) AND t.valid_until = t.withdrawn_on - 1
        RETURNING t.crew_id
    ) SELECT coalesce(array_agg(row.crew_id), '{}') INTO restored FROM row;
    WITH row AS (
        INSERT INTO certificate (crew_id, skill)
        SELECT DISTINCT s.crew_id, skill FROM pg_temp.staged_crew AS s, unnest(s.skills) AS skill
        ON CONFLICT ON CONSTRAINT certificate_pkey DO NOTHING
        RETURNING crew_id
    ) SELECT coalesce(array_agg(row.crew_id), '{}') INTO skilled FROM row;
    SELECT count(DISTINCT crew_id) INTO changed FROM unnest(moved || skilled || restored || ended) AS crew_id
    WHERE crew_id <> ALL (inserted);
    IF cardinality(inserted) + changed > 0 THEN
        PERFORM append_event('-', '', 'crews_imported', present(), json_build_object(
            'file_sha256', in_file_sha256, 'rows', total, 'inserted', cardinality(inserted), 'changed', changed,
            'certificates', cardinality(skilled || restored), 'withdrawn', cardinality(ended)));
    END IF;
    RETURN json_build_object('rows', total, 'inserted', cardinality(inserted), 'changed', changed,
                             'unchanged', total - cardinality(inserted) - changed,
                             'certificates', cardinality(skilled || restored), 'withdrawn', cardinality(ended));
END
$$;
