-- What time it is: the transaction's clock, or the one that a rehearsal plays.

-- The instant at which a command happens. In a real database it is the transaction's clock and nothing else: a session
-- that set gasworks.now there is refused, so that no one can move a real deadline.
CREATE OR REPLACE FUNCTION gasworks.present() RETURNS timestamptz
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
CREATE OR REPLACE FUNCTION gasworks.today() RETURNS date
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
CREATE OR REPLACE FUNCTION gasworks.local_date(in_instant timestamptz) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT (in_instant AT TIME ZONE time_zone)::date FROM installation
$$;

-- The first instant of a local day.
CREATE OR REPLACE FUNCTION gasworks.local_midnight(in_day date) RETURNS timestamptz
    LANGUAGE sql STABLE
AS $$
    SELECT in_day::timestamp AT TIME ZONE i.time_zone FROM gasworks.installation AS i
$$;

-- Whether an instant lies between two local times of day, the second the next morning when it is the earlier one.
CREATE OR REPLACE FUNCTION gasworks.within_local_hours(
    in_district text, in_instant timestamptz, in_from text, in_until text, in_default_from time, in_default_until time)
    RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT CASE WHEN opens = closes THEN false
                WHEN opens < closes THEN clock >= opens AND clock < closes
                ELSE clock >= opens OR clock < closes END
    FROM (SELECT (in_instant AT TIME ZONE i.time_zone)::time AS clock,
                 coalesce((setting_on(in_district, in_from, local_date(in_instant)) #>> '{}')::time, in_default_from)
                     AS opens,
                 coalesce((setting_on(in_district, in_until, local_date(in_instant)) #>> '{}')::time, in_default_until)
                     AS closes
          FROM installation AS i) AS hours
$$;

-- Facts come from devices whose clocks may run ahead a little, but nothing has happened on a day that has not come.
CREATE OR REPLACE FUNCTION gasworks.demand_happened(in_instant timestamptz) RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    day date := local_date(in_instant);
BEGIN
    IF day > today() THEN
        PERFORM refuse('GW007', 'occurred_in_future',
                       json_build_object('occurred_at', archive_instant(in_instant), 'today', today()),
                       'facts_are_past');
    END IF;
    RETURN day;
END
$$;

CREATE OR REPLACE FUNCTION gasworks.demand_not_past(in_day date) RETURNS void
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
