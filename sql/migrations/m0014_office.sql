-- What the office changes: settings, rules, crews, households, appointments. Each change is an event.

-- Sets a setting from a day on (not before today: history is not rewritten). Name, type and limits are the program's to
-- check.
CREATE FUNCTION gasworks.set_setting(
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

-- Lets another cycle hold for a class from a day on. Open obligations keep their dates until they are derived anew
-- (apply_derived_obligations): first the preview, then the change.
CREATE FUNCTION gasworks.set_cycle_rule(
    in_command_id uuid, in_district text, in_class text, in_valid_from date, in_kind text, in_months integer,
    in_early integer, in_cap integer, in_transition integer, in_source text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'set_cycle_rule ' || in_class;
    answer  json;
    made    timestamptz := present();
    number  integer;
    rule    integer;
BEGIN
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF in_valid_from < today() THEN
        PERFORM refuse('GW007', 'change_in_past',
                       json_build_object('name', 'cycle of ' || in_class, 'valid_from', in_valid_from, 'today', today()),
                       'history_stands');
    END IF;
    SELECT coalesce(max(revision), 0) + 1 INTO number FROM cycle_rule
    WHERE district_id = in_district AND customer_class = in_class AND valid_from = in_valid_from;
    INSERT INTO cycle_rule (district_id, customer_class, valid_from, revision, interval_kind, months, early_months,
                            cap_months, transition_months, source, set_by, operator, set_at)
    VALUES (in_district, in_class, in_valid_from, number, in_kind, in_months, in_early, in_cap, in_transition, in_source, session_user,
            claimed_operator(), made)
    RETURNING rule_id INTO rule;
    PERFORM append_event(in_district, '', 'cycle_rule_changed', made, json_build_object(
        'rule_id', rule, 'customer_class', in_class, 'valid_from', in_valid_from, 'revision', number, 'kind', in_kind,
        'months', in_months, 'early_months', in_early, 'cap_months', in_cap,
        'transition_months', in_transition, 'source', in_source));
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', rule, 'district', in_district, 'customer_class', in_class, 'valid_from', in_valid_from,
        'revision', number));
END
$$;

-- The district of a crew's chain; refuses an unknown crew.
CREATE FUNCTION gasworks.district_of_crew(in_crew text) RETURNS text
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

-- A crew holds a certificate until a day (NULL: no expiry on file). Also renews it, and ends it by a day that is past.
CREATE FUNCTION gasworks.certify_crew(in_command_id uuid, in_crew text, in_skill text, in_until date) RETURNS json
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
    ON CONFLICT ON CONSTRAINT certificate_pkey DO UPDATE SET valid_until = excluded.valid_until;
    PERFORM append_event(place, '', 'crew_certified', present(),
                         json_build_object('crew_id', in_crew, 'skill', in_skill, 'valid_until', in_until));
    RETURN record_answer(place, in_command_id, command,
                         json_build_object('id', in_crew, 'skill', in_skill, 'valid_until', in_until));
END
$$;

-- A crew is away from a day to a day, both included. The reason's text stays out of the archive: it may be an illness.
CREATE FUNCTION gasworks.record_absence(in_command_id uuid, in_crew text, in_from date, in_until date, in_reason text)
    RETURNS json
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
CREATE FUNCTION gasworks.assign_login(in_command_id uuid, in_login text, in_crew text) RETURNS json
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

-- The district of an account; refuses an unknown one.
CREATE FUNCTION gasworks.district_of_account(in_account text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    found_district text;
BEGIN
    SELECT district_id INTO found_district FROM household WHERE account_no = in_account;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_account', json_build_object('account_no', in_account), 'household_exists');
    END IF;
    RETURN found_district;
END
$$;

-- A household's private data, for a purpose; that it was seen, by whom and for what, is an event of the household.
-- A crew sees it for the households of its own route of the day.
CREATE FUNCTION gasworks.household_private(in_account text, in_purpose text)
    RETURNS TABLE (account_no text, name text, phone text, email text, special_care text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    place text := district_of_account(in_account);
BEGIN
    IF NOT is_office() AND in_account <> ALL (own_accounts()) THEN
        PERFORM refuse('GW005', 'role_refused', json_build_object('action', 'household_private'), 'own_route_only');
    END IF;
    IF in_purpose IS NULL OR in_purpose !~ '^[a-z][a-z0-9_]{0,63}$' THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'purpose', 'value', in_purpose, 'expected', 'code'),
                       'purpose_is_a_code');
    END IF;
    PERFORM append_event(place, in_account, 'private_data_viewed', present(), json_build_object('purpose', in_purpose));
    RETURN QUERY SELECT h.account_no, h.name, h.phone, h.email, h.special_care FROM household AS h
                 WHERE h.district_id = place AND h.account_no = in_account;
END
$$;

-- Agrees a time with a household. Telephone notes stay beside the archive.
CREATE FUNCTION gasworks.agree_appointment(
    in_command_id uuid, in_account text, in_starts timestamptz, in_ends timestamptz, in_note text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'agree_appointment ' || in_account;
    place   text := district_of_account(in_account);
    made    timestamptz := present();
    answer  json;
    number  bigint;
BEGIN
    PERFORM FROM household WHERE district_id = place AND account_no = in_account FOR NO KEY UPDATE;
    answer := answered(place, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_not_past(local_date(in_starts));
    INSERT INTO appointment (district_id, account_no, starts_at, ends_at, note, command_id, made_by, operator, made_at)
    VALUES (place, in_account, in_starts, in_ends, in_note, in_command_id, session_user, claimed_operator(), made)
    RETURNING appointment_no INTO number;
    PERFORM append_event(place, in_account, 'appointment_agreed', made,
                         json_build_object('appointment', number, 'starts_at', archive_instant(in_starts),
                                           'ends_at', archive_instant(in_ends)));
    RETURN record_answer(place, in_command_id, command,
                         json_build_object('id', place || '-' || number, 'account_no', in_account, 'state', 'agreed'));
END
$$;

-- agreed > kept, missed or cancelled.
CREATE FUNCTION gasworks.settle_appointment(in_command_id uuid, in_district text, in_appointment bigint, in_state text)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'settle_appointment ' || in_appointment;
    before  appointment;
    answer  json;
BEGIN
    SELECT * INTO before FROM appointment
    WHERE district_id = in_district AND appointment_no = in_appointment FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_appointment',
                       json_build_object('appointment', in_district || '-' || in_appointment), 'appointment_exists');
    END IF;
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF before.state <> 'agreed' OR in_state NOT IN ('kept', 'missed', 'cancelled') THEN
        PERFORM refuse('GW001', 'illegal_appointment_state',
                       json_build_object('appointment', in_district || '-' || in_appointment, 'state', before.state,
                                         'wanted', in_state),
                       'appointment_states');
    END IF;
    UPDATE appointment SET state = in_state WHERE district_id = in_district AND appointment_no = in_appointment;
    PERFORM append_event(in_district, before.account_no, 'appointment_' || in_state, present(),
                         json_build_object('appointment', in_appointment));
    RETURN record_answer(in_district, in_command_id, command,
                         json_build_object('id', in_district || '-' || in_appointment, 'state', in_state));
END
$$;
