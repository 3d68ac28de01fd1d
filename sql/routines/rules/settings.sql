-- Settings as they hold on a day.

-- The value of a setting of a district on a day; NULL when nobody ever set it, so that the program's default holds.
CREATE OR REPLACE FUNCTION gasworks.setting_on(in_district text, in_name text, in_day date) RETURNS json
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT chosen.value FROM (
        (SELECT value, 0 AS rank FROM setting
         WHERE district_id = in_district AND name = in_name AND valid_from <= in_day
         ORDER BY valid_from DESC, revision DESC LIMIT 1)
        UNION ALL
        (SELECT value, 1 FROM setting
         WHERE district_id = '-' AND name = in_name AND valid_from <= in_day
         ORDER BY valid_from DESC, revision DESC LIMIT 1)) AS chosen
    ORDER BY chosen.rank
    LIMIT 1
$$;

-- A number of a setting, as it holds in a district on a day.
CREATE OR REPLACE FUNCTION gasworks.setting_number(in_district text, in_name text, in_day date, in_default integer)
    RETURNS integer
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT coalesce((setting_on(in_district, in_name, in_day) #>> '{}')::integer, in_default)
$$;

-- Sets a setting from a day on (not before today: history is not rewritten). Name, type and limits are the program's to
-- check.
CREATE OR REPLACE FUNCTION gasworks.set_setting(
    in_command_id uuid, in_district text, in_name text, in_valid_from date, in_value json) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'set_setting ' || in_name;
    answer  json;
    made    timestamptz := present();
    number  integer;
BEGIN
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF in_valid_from < today() THEN
        PERFORM refuse('GW007', 'change_in_past',
                       json_build_object('name', in_name, 'valid_from', in_valid_from, 'today', today()),
                       'history_stands');
    END IF;
    SELECT coalesce(max(revision), 0) + 1 INTO number FROM setting
    WHERE district_id = in_district AND name = in_name AND valid_from = in_valid_from;
    INSERT INTO setting (district_id, name, valid_from, revision, value, set_by, operator, set_at)
    VALUES (in_district, in_name, in_valid_from, number, in_value, session_user, claimed_operator(), made);
    PERFORM append_event(in_district, '', 'setting_changed', made,
                         json_build_object('name', in_name, 'valid_from', in_valid_from, 'revision', number,
                                           'value', in_value));
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', in_name, 'district', in_district, 'valid_from', in_valid_from, 'revision', number, 'value', in_value));
END
$$;
