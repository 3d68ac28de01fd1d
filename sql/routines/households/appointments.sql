-- Times agreed with households.

-- Agrees a time with a household. Telephone notes stay beside the archive.
CREATE OR REPLACE FUNCTION gasworks.agree_appointment(
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
CREATE OR REPLACE FUNCTION gasworks.settle_appointment(
    in_command_id uuid, in_district text, in_appointment bigint, in_state text) RETURNS json
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
