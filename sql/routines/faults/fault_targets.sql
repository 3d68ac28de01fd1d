-- How many minutes each milestone of a fault may take on a day: what the settings say, and never more than the regulation's
-- six hours to handle and twenty-four to repair. Kept with the report, so that history is judged by what held then.
CREATE OR REPLACE FUNCTION gasworks.fault_targets(in_district text, in_day date) RETURNS json
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT json_build_object(
        'emergency_arrival', setting_number(in_district, 'faults.arrival.emergency', in_day, 30),
        'customer_set_off', setting_number(in_district, 'faults.set_off.customer', in_day, 30),
        'handling', json_object_agg(s, least(360, setting_number(in_district, 'faults.handling.' || s, in_day, 360))),
        'repair', json_object_agg(s, least(1440, setting_number(in_district, 'faults.repair.' || s, in_day, 1440))))
    FROM unnest(ARRAY['emergency', 'major', 'general']) AS s
$$;
