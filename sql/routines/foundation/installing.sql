-- Making the database of a company.

-- Makes this database the database of a company; the owner does it once.
CREATE OR REPLACE FUNCTION gasworks.install(in_time_zone text, in_rehearsal boolean) RETURNS void
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
