-- The one company this database serves, its clock, and how a refusal is spoken.

CREATE TABLE gasworks.installation (
    only_one  boolean     NOT NULL DEFAULT true,
    time_zone text        NOT NULL,                -- IANA name; rules are computed in the utility's local time
    rehearsal boolean     NOT NULL,                -- true: gasworks.now may set the clock; never for a real company
    made_at   timestamptz NOT NULL,
    made_by   text        NOT NULL,
    CONSTRAINT installation_pkey PRIMARY KEY (only_one),
    CONSTRAINT installation_is_single CHECK (only_one)
);
COMMENT ON TABLE gasworks.installation IS 'One row: what this database is. Written once by "db init".';

-- Every refusal leaves through here. SQLSTATE names the family, MESSAGE the case (stable, snake_case), DETAIL the facts
-- as JSON, HINT the rule that refused. Families:
--   GW001 illegal state change     GW002 someone else was first    GW003 unknown thing      GW004 certificate, absence
--   GW005 not yours                GW006 the clock is real         GW007 date against rule  GW008 value out of range
--   GW009 command id reused        GW010 frozen day                GW011 import rejected    GW012 not installed
CREATE FUNCTION gasworks.refuse(in_family text, in_code text, in_facts json, in_rule text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = in_family, MESSAGE = in_code,
        DETAIL = coalesce(in_facts, '{}')::text, HINT = in_rule;
END
$$;

-- The instant at which a command happens. In a real database it is the transaction's clock and nothing else: a session
-- that set gasworks.now there is refused, so that no one can move a real deadline.
CREATE FUNCTION gasworks.present() RETURNS timestamptz
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    wanted text := nullif(current_setting('gasworks.now', true), '');
    staged boolean;
BEGIN
    IF wanted IS NULL THEN
        RETURN transaction_timestamp();
    END IF;
    SELECT rehearsal INTO staged FROM installation;
    IF staged IS NOT TRUE THEN
        PERFORM refuse('GW006', 'rehearsal_clock_refused', json_build_object('now', wanted), 'rehearsal_only');
    END IF;
    RETURN wanted::timestamptz;
END
$$;

-- Today's date where the gas is.
CREATE FUNCTION gasworks.today() RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    zone text;
BEGIN
    SELECT time_zone INTO zone FROM installation;
    IF zone IS NULL THEN
        PERFORM refuse('GW012', 'not_installed', NULL, 'db_init_first');
    END IF;
    RETURN (present() AT TIME ZONE zone)::date;
END
$$;

-- The local date of an instant.
CREATE FUNCTION gasworks.local_date(in_instant timestamptz) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT (in_instant AT TIME ZONE time_zone)::date FROM installation
$$;

-- The human behind the session, as claimed; the session's login is recorded beside it and cannot be claimed.
CREATE FUNCTION gasworks.claimed_operator() RETURNS text
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT coalesce(nullif(current_setting('gasworks.operator', true), ''), session_user::text)
$$;

-- Makes this database the database of a company; the owner does it once.
CREATE FUNCTION gasworks.install(in_time_zone text, in_rehearsal boolean) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_timezone_names WHERE name = in_time_zone) THEN
        PERFORM refuse('GW008', 'unknown_time_zone', json_build_object('time_zone', in_time_zone), 'iana_time_zone');
    END IF;
    INSERT INTO installation (time_zone, rehearsal, made_at, made_by)
    VALUES (in_time_zone, in_rehearsal, clock_timestamp(), session_user)
    ON CONFLICT ON CONSTRAINT installation_pkey DO NOTHING;
    IF NOT FOUND AND NOT EXISTS (SELECT FROM installation
                                 WHERE time_zone = in_time_zone AND rehearsal = in_rehearsal) THEN
        PERFORM refuse('GW001', 'already_installed',
                       (SELECT json_build_object('time_zone', time_zone, 'rehearsal', rehearsal) FROM installation),
                       'install_once');
    END IF;
END
$$;

-- A function that works on a temporary table makes sure that the table is its own. A client could put a view of the
-- same name there, whose functions would then run with the keeper's rights.
CREATE FUNCTION gasworks.demand_own_table(in_table text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_class
                   WHERE relname = in_table AND relnamespace = pg_my_temp_schema() AND relkind = 'r'
                     AND relowner = current_user::regrole AND NOT relhasrules AND NOT relhastriggers) THEN
        PERFORM refuse('GW011', 'staging_not_open', json_build_object('table', in_table), 'begin_before_staging');
    END IF;
END
$$;
