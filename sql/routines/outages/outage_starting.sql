-- A supervisor answers for those who are not told, and gas goes off.

-- A supervisor, by name, answers for households that are not told. Holds for the terms in force and their postponements.
CREATE OR REPLACE FUNCTION gasworks.waive_notices(
    in_command_id uuid, in_outage integer, in_accounts text[], in_reason text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command  text := 'waive_notices ' || in_outage;
    o        outage := take_outage(in_outage);
    answer   json := answered('-', in_command_id, command);
    places   text[];
    members  text[];
    stranger text;
    waived   integer;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_reason(in_reason);
    IF coalesce(btrim(current_setting('gasworks.operator', true)), '') = '' THEN
        PERFORM refuse('GW005', 'role_refused', json_build_object('action', 'waive without a name'), 'waived_by_name');
    END IF;
    PERFORM demand_outage_state(o, ARRAY['declared', 'announced'], 'waived');
    SELECT array_agg(m.district_id ORDER BY m.account_no), array_agg(m.account_no ORDER BY m.account_no)
    INTO places, members
    FROM outage_members(in_outage, o.terms_version) AS m WHERE m.account_no = ANY (in_accounts);
    SELECT w.account_no INTO stranger FROM unnest(in_accounts) AS w (account_no)
    WHERE w.account_no <> ALL (coalesce(members, '{}')) ORDER BY 1 LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW013', 'not_affected', json_build_object('outage', 'O-' || in_outage, 'account_no', stranger),
                       'waived_households_are_affected');
    END IF;
    PERFORM FROM household AS h
    WHERE (h.district_id, h.account_no) IN (SELECT * FROM unnest(places, members))
    ORDER BY h.district_id, h.account_no FOR NO KEY UPDATE OF h;
    PERFORM open_pending_events();
    WITH written AS (
        INSERT INTO notice_waiver (district_id, outage_no, account_no, version, reason, waived_by, operator, waived_at)
        SELECT m.district_id, in_outage, m.account_no, o.terms_version, in_reason, session_user, claimed_operator(), present()
        FROM unnest(places, members) AS m (district_id, account_no)
        ON CONFLICT DO NOTHING
        RETURNING district_id, account_no
    )
    INSERT INTO pg_temp.pending_event (district_id, account_no, kind, payload)
    SELECT w.district_id, w.account_no, 'notice_waived', json_build_object(
        'outage', 'O-' || in_outage, 'terms', o.terms_version, 'reason_sha256', text_digest(in_reason))
    FROM written AS w;
    GET DIAGNOSTICS waived = ROW_COUNT;
    PERFORM append_pending_events(present());
    RETURN record_answer('-', in_command_id, command,
                         json_build_object('id', 'O-' || in_outage, 'waived', waived));
END
$$;

-- Gas goes off. Refused, with the number and the first accounts, unless each household that the network shows to be
-- affected at this moment was told in time or waived, or it is an emergency.
CREATE OR REPLACE FUNCTION gasworks.start_outage(in_command_id uuid, in_outage integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
    SET work_mem = '64MB'
AS $$
DECLARE
    command text := 'start_outage ' || in_outage;
    now_    timestamptz := present();
    o       outage;
    answer  json;
    places  text[];
    missing bigint;
    counts  record;
BEGIN
    -- Nobody can come in, move or get another contact from here to the end of the transaction.
    PERFORM close_gate();
    o := take_outage(in_outage);
    answer := answered('-', in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_outage_state(o, ARRAY['announced'], 'in_progress');
    IF NOT o.emergency AND now_ < o.starts_at THEN
        PERFORM refuse('GW013', 'before_declared_start', json_build_object(
            'outage', 'O-' || in_outage, 'starts_at', archive_instant(o.starts_at), 'now', archive_instant(now_)),
            'not_before_the_announced_start');
    END IF;
    IF now_ >= o.ends_at THEN
        PERFORM refuse('GW013', 'after_declared_end', json_build_object(
            'outage', 'O-' || in_outage, 'ends_at', archive_instant(o.ends_at), 'now', archive_instant(now_)),
            'reschedule_first');
    END IF;
    PERFORM lock_outage_districts(in_outage);
    PERFORM refresh_ledger(in_outage);
    places := ARRAY(SELECT outage_districts(in_outage));
    IF NOT o.emergency THEN
        PERFORM demand_overlaps_decided(in_outage);
    END IF;
    PERFORM FROM household AS h
    JOIN outage_household AS l ON l.district_id = h.district_id AND l.account_no = h.account_no
    WHERE l.district_id = ANY (places) AND l.outage_no = in_outage AND l.state = 'listed'
    ORDER BY h.district_id, h.account_no FOR NO KEY UPDATE OF h;

    CREATE TEMPORARY TABLE IF NOT EXISTS judged_household (
        district_id text COLLATE "C", account_no text COLLATE "C", lead_minutes integer, verdict text,
        told_at timestamptz, told_start timestamptz, PRIMARY KEY (district_id, account_no)
    ) ON COMMIT DROP;
    PERFORM demand_own_table('judged_household');
    DELETE FROM pg_temp.judged_household;
    INSERT INTO pg_temp.judged_household
    SELECT v.district_id, v.account_no, v.lead_minutes, v.verdict, v.told_at, v.told_start FROM gate_verdicts(in_outage) AS v;
    IF NOT o.emergency THEN
        SELECT count(*) INTO missing FROM pg_temp.judged_household AS j WHERE j.verdict NOT IN ('told', 'waived');
        IF missing > 0 THEN
            PERFORM refuse('GW013', 'notices_missing', json_build_object(
                'outage', 'O-' || in_outage, 'count', missing,
                'accounts', (SELECT json_agg(f.account_no) FROM (
                    SELECT j.account_no FROM pg_temp.judged_household AS j WHERE j.verdict NOT IN ('told', 'waived')
                    ORDER BY j.district_id, j.account_no LIMIT 20) AS f)), 'each_household_told_in_time');
        END IF;
    END IF;
    UPDATE outage_household AS l
    SET state = 'off', off_at = now_, lead_minutes = j.lead_minutes, told_at = j.told_at, told_start = j.told_start,
        basis = CASE WHEN o.emergency THEN 'emergency' WHEN j.verdict = 'told' THEN 'notice' ELSE 'waiver' END
    FROM pg_temp.judged_household AS j
    WHERE l.district_id = j.district_id AND l.outage_no = in_outage AND l.account_no = j.account_no;
    SELECT count(*) AS affected, count(*) FILTER (WHERE j.verdict = 'told') AS told,
           count(*) FILTER (WHERE j.verdict = 'waived') AS waived INTO counts
    FROM pg_temp.judged_household AS j;
    UPDATE outage SET state = 'in_progress', started_at = now_, affected = counts.affected, told = counts.told,
        waived = counts.waived
    WHERE outage_no = in_outage;

    PERFORM open_pending_events();
    INSERT INTO pg_temp.pending_event (district_id, account_no, kind, payload)
    SELECT l.district_id, l.account_no, 'gas_interrupted', json_strip_nulls(json_build_object(
        'outage', 'O-' || in_outage, 'terms', o.terms_version, 'basis', l.basis, 'told_at', archive_instant(l.told_at)))
    FROM outage_household AS l
    WHERE l.district_id = ANY (places) AND l.outage_no = in_outage AND l.state = 'off';
    PERFORM append_pending_events(now_);
    PERFORM append_outage_event(in_outage, 'outage_started', now_, jsonb_build_object(
        'terms', o.terms_version, 'affected', counts.affected, 'told', counts.told, 'waived', counts.waived,
        'emergency', o.emergency));
    RETURN record_answer('-', in_command_id, command, json_build_object(
        'id', 'O-' || in_outage, 'state', 'in_progress', 'started_at', archive_instant(now_), 'affected', counts.affected,
        'told', counts.told, 'waived', counts.waived));
END
$$;
