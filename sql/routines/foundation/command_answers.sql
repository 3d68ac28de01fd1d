-- A command happens once: what it answered is kept under its id.

-- What a command answered, NULL when it was not seen yet; refused when the id belongs to another command. Call it after
-- taking the lock of what the command changes: two repeats at once then come one after the other.
CREATE OR REPLACE FUNCTION gasworks.answered(in_district text, in_command_id uuid, in_command text) RETURNS json
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    before command_log;
BEGIN
    SELECT * INTO before FROM command_log WHERE district_id = in_district AND command_id = in_command_id;
    IF before.command <> in_command THEN
        PERFORM refuse('GW009', 'command_id_reused',
                       json_build_object('command_id', in_command_id, 'command', before.command), 'one_id_per_command');
    END IF;
    RETURN before.answer;
END
$$;

CREATE OR REPLACE FUNCTION gasworks.record_answer(in_district text, in_command_id uuid, in_command text, in_answer json)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    recorded timestamptz := present();
BEGIN
    INSERT INTO command_log (district_id, command_id, command, actor, answered_at, answer)
    VALUES (in_district, in_command_id, in_command, session_user, recorded, in_answer);
    RETURN in_answer;
END
$$;
