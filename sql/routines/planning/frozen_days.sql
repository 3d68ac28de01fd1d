-- The district's lock, and the days that a new plan leaves alone.

-- Takes the district's lock for the rest of the transaction.
CREATE OR REPLACE FUNCTION gasworks.lock_district(in_district text) RETURNS void
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

-- The days of a span that re-planning leaves alone: those that are past or published, and those that a plan covers
-- already and that are nearer than the setting plan.freeze_days (their visits have been announced).
CREATE OR REPLACE FUNCTION gasworks.frozen_days(in_district text, in_from date, in_until date) RETURNS SETOF date
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

CREATE OR REPLACE FUNCTION gasworks.is_frozen(in_district text, in_day date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM frozen_days(in_district, in_day, in_day))
$$;
