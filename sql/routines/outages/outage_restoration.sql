-- How gas comes back: the network is checked for leaks, each building is confirmed, each household is lit and tested, or
-- sealed with a day on which a crew comes again. Nobody is forgotten: an outage closes when each has one of the two.

-- in_progress > restoring: the leak check of the network was passed at an instant. Those without gas are told to close
-- their valves.
CREATE OR REPLACE FUNCTION gasworks.begin_restoration(in_command_id uuid, in_outage integer, in_at timestamptz)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'begin_restoration ' || in_outage;
    o       outage := take_outage(in_outage);
    answer  json := answered('-', in_command_id, command);
    queued  integer;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_outage_state(o, ARRAY['in_progress'], 'restoring');
    PERFORM demand_since_start(o, in_at);
    UPDATE outage SET state = 'restoring', restoring_at = in_at WHERE outage_no = in_outage;
    PERFORM lock_outage_districts(in_outage);
    queued := queue_notices(in_outage, 'restoration', NULL, NULL);
    PERFORM append_outage_event(in_outage, 'outage_restoration_begun', in_at, jsonb_build_object('leak_check', 'passed'));
    RETURN record_answer('-', in_command_id, command, json_build_object(
        'id', 'O-' || in_outage, 'state', 'restoring', 'restoring_at', archive_instant(in_at), 'queued', queued));
END
$$;

-- Refuses an instant after now, or before gas went off; of a building or a household, before the network's leak check.
CREATE OR REPLACE FUNCTION gasworks.demand_since_start(in_outage gasworks.outage, in_at timestamptz) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    earliest timestamptz := coalesce(in_outage.restoring_at, in_outage.started_at);
BEGIN
    IF in_at < earliest OR in_at > present() + interval '5 minutes' THEN
        PERFORM refuse('GW008', 'invalid_value', json_build_object(
            'name', 'at', 'value', archive_instant(in_at),
            'expected', archive_instant(earliest) || '...' || archive_instant(present())), 'facts_are_past');
    END IF;
END
$$;

-- The leak check of a building was passed, so that its households may be lit.
CREATE OR REPLACE FUNCTION gasworks.confirm_building(
    in_command_id uuid, in_outage integer, in_district text, in_building text, in_at timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'confirm_building ' || in_outage || ' ' || in_building;
    o       outage := take_outage(in_outage);
    answer  json := answered(in_district, in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_outage_state(o, ARRAY['restoring'], 'building_confirmed');
    PERFORM demand_since_start(o, in_at);
    IF NOT EXISTS (
        SELECT FROM outage_household AS l
        JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
        WHERE l.district_id = in_district AND l.outage_no = in_outage AND h.building_id = in_building
          AND l.state IN ('off', 'sealed', 'lit')) THEN
        PERFORM refuse('GW003', 'unknown_building', json_build_object('building_id', in_building), 'building_without_gas');
    END IF;
    INSERT INTO outage_building (district_id, outage_no, building_id, checked_at, checked_by, operator)
    VALUES (in_district, in_outage, in_building, in_at, session_user, claimed_operator())
    ON CONFLICT DO NOTHING;
    PERFORM append_event(in_district, '', 'building_confirmed', in_at,
                         json_build_object('outage', 'O-' || in_outage, 'building_id', in_building));
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', 'O-' || in_outage, 'building_id', in_building, 'checked_at', archive_instant(in_at)));
END
$$;

-- Households of a district were lit and tested, or sealed because nobody was at home:
-- [{"account_no": "…", "state": "lit" | "sealed", "revisit_on": "2026-11-27"}]. All or nothing.
CREATE OR REPLACE FUNCTION gasworks.restore_households(
    in_command_id uuid, in_outage integer, in_district text, in_households json, in_at timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'restore_households ' || in_outage;
    o       outage := take_outage(in_outage);
    answer  json := answered(in_district, in_command_id, command);
    done    record;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    -- What was sealed is lit on a later day, when the outage itself may be closed.
    PERFORM demand_outage_state(o, ARRAY['restoring', 'closed'], 'lit');
    PERFORM demand_since_start(o, in_at);
    PERFORM open_restorations();
    INSERT INTO pg_temp.restored
    SELECT r.account_no, r.state, r.revisit_on
    FROM json_to_recordset(in_households) AS r (account_no text, state text, revisit_on date);
    SELECT r.lit, r.sealed INTO done FROM restore_staged(o, in_district, in_at) AS r;
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', 'O-' || in_outage, 'district', in_district, 'lit', done.lit, 'sealed', done.sealed,
        'still_off', (SELECT count(*) FROM outage_household AS l
                      WHERE l.district_id = in_district AND l.outage_no = in_outage AND l.state = 'off')));
END
$$;

CREATE OR REPLACE FUNCTION gasworks.open_restorations() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS restored (
        account_no text COLLATE "C", state text, revisit_on date
    ) ON COMMIT DROP;
    PERFORM demand_own_table('restored');
    DELETE FROM pg_temp.restored;
END
$$;

-- Checks and applies what was staged in pg_temp.restored; the caller holds the outage.
CREATE OR REPLACE FUNCTION gasworks.restore_staged(
    in_outage gasworks.outage, in_district text, in_at timestamptz, OUT lit bigint, OUT sealed bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    night   boolean := within_local_hours(in_district, in_at, 'outage.night_from', 'outage.night_until',
                                          TIME '22:00', TIME '06:00');
    wrong   record;
BEGIN
    PERFORM demand_own_table('restored');
    PERFORM FROM household AS h JOIN pg_temp.restored AS r ON r.account_no = h.account_no
    WHERE h.district_id = in_district ORDER BY h.account_no FOR NO KEY UPDATE OF h;
    SELECT r.account_no, h.building_id, l.state, fault.code INTO wrong
    FROM pg_temp.restored AS r
    LEFT JOIN household AS h ON h.district_id = in_district AND h.account_no = r.account_no
    LEFT JOIN outage_household AS l
        ON l.district_id = in_district AND l.outage_no = in_outage.outage_no AND l.account_no = r.account_no
       AND l.state <> 'released'
    LEFT JOIN outage_building AS b
        ON b.district_id = in_district AND b.outage_no = in_outage.outage_no AND b.building_id = h.building_id
    CROSS JOIN LATERAL (SELECT CASE
        WHEN l.state IS NULL THEN 'not_affected'
        WHEN r.state IS NULL OR r.state NOT IN ('lit', 'sealed') OR l.state NOT IN ('off', 'sealed')
            THEN 'illegal_restoration'
        WHEN r.state = 'sealed' THEN CASE WHEN r.revisit_on IS NULL OR r.revisit_on < today() THEN 'revisit_missing' END
        WHEN b.checked_at IS NULL OR in_at < b.checked_at THEN 'building_not_confirmed'
        WHEN night AND h.customer_class = 'residential' THEN 'residential_at_night' END AS code) AS fault
    WHERE fault.code IS NOT NULL
    ORDER BY r.account_no LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW013', wrong.code, json_build_object(
            'outage', 'O-' || in_outage.outage_no, 'account_no', wrong.account_no, 'state', wrong.state,
            'building_id', wrong.building_id, 'at', archive_instant(in_at)), 'restored_when_safe');
    END IF;
    UPDATE outage_household AS l
    SET state = r.state, restored_at = CASE r.state WHEN 'lit' THEN in_at END,
        sealed_at = CASE r.state WHEN 'sealed' THEN in_at ELSE l.sealed_at END,
        revisit_on = CASE r.state WHEN 'sealed' THEN r.revisit_on ELSE l.revisit_on END
    FROM pg_temp.restored AS r
    WHERE l.district_id = in_district AND l.outage_no = in_outage.outage_no AND l.account_no = r.account_no;
    PERFORM open_pending_events();
    INSERT INTO pg_temp.pending_event (district_id, account_no, kind, payload)
    SELECT DISTINCT ON (r.account_no) in_district, r.account_no,
           CASE r.state WHEN 'lit' THEN 'gas_restored' ELSE 'meter_sealed' END,
           json_strip_nulls(json_build_object('outage', 'O-' || in_outage.outage_no,
                                              'revisit_on', CASE r.state WHEN 'sealed' THEN r.revisit_on END))
    FROM pg_temp.restored AS r ORDER BY r.account_no;
    PERFORM append_pending_events(in_at);
    SELECT count(*) FILTER (WHERE r.state = 'lit'), count(*) FILTER (WHERE r.state = 'sealed') INTO lit, sealed
    FROM pg_temp.restored AS r;
END
$$;

-- restoring > closed. Refused while somebody is off without a revisit. Holds the gate, so that nobody joins those without
-- gas meanwhile.
CREATE OR REPLACE FUNCTION gasworks.close_outage(in_command_id uuid, in_outage integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'close_outage ' || in_outage;
    o       outage;
    answer  json;
    places  text[];
    counts  record;
BEGIN
    PERFORM close_gate();
    o := take_outage(in_outage);
    answer := answered('-', in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_outage_state(o, ARRAY['restoring'], 'closed');
    PERFORM lock_outage_districts(in_outage);
    PERFORM refresh_ledger(in_outage);
    places := ARRAY(SELECT outage_districts(in_outage));
    SELECT count(*) FILTER (WHERE l.state = 'off') AS unlit, count(*) FILTER (WHERE l.state = 'lit') AS lit,
           count(*) FILTER (WHERE l.state = 'sealed') AS sealed INTO counts
    FROM outage_household AS l WHERE l.district_id = ANY (places) AND l.outage_no = in_outage;
    IF counts.unlit > 0 THEN
        PERFORM refuse('GW013', 'households_unaccounted', json_build_object(
            'outage', 'O-' || in_outage, 'count', counts.unlit,
            'accounts', (SELECT json_agg(f.account_no) FROM (
                SELECT l.account_no FROM outage_household AS l
                WHERE l.district_id = ANY (places) AND l.outage_no = in_outage AND l.state = 'off'
                ORDER BY l.district_id, l.account_no LIMIT 20) AS f)), 'each_household_lit_or_sealed');
    END IF;
    UPDATE outage SET state = 'closed', closed_at = present() WHERE outage_no = in_outage;
    PERFORM withdraw_notices(in_outage);
    PERFORM append_outage_event(in_outage, 'outage_closed', present(),
                                jsonb_build_object('lit', counts.lit, 'sealed', counts.sealed));
    RETURN record_answer('-', in_command_id, command, json_build_object(
        'id', 'O-' || in_outage, 'state', 'closed', 'lit', counts.lit, 'sealed', counts.sealed));
END
$$;
