-- An outage's course until gas is off: declared, announced, rescheduled, cancelled, started. The answers of commands are
-- logged under the company, for an outage belongs to no single district.

-- Takes the gate: shared by what changes the supply, alone by what starts or closes an outage.
CREATE FUNCTION gasworks.share_gate() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT FROM outage_gate FOR SHARE
$$;

CREATE FUNCTION gasworks.close_gate() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT FROM outage_gate FOR UPDATE
$$;

-- Locks an outage; refuses an unknown one.
CREATE FUNCTION gasworks.take_outage(in_outage integer) RETURNS gasworks.outage
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    taken outage;
BEGIN
    SELECT * INTO taken FROM outage WHERE outage_no = in_outage FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_outage', json_build_object('outage', 'O-' || in_outage), 'outage_exists');
    END IF;
    RETURN taken;
END
$$;

CREATE FUNCTION gasworks.demand_outage_state(in_outage gasworks.outage, in_states text[], in_wanted text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF in_outage.state <> ALL (in_states) THEN
        PERFORM refuse('GW001', 'illegal_outage_state',
                       json_build_object('outage', 'O-' || in_outage.outage_no, 'state', in_outage.state,
                                         'wanted', in_wanted),
                       'outage_states');
    END IF;
END
$$;

CREATE FUNCTION gasworks.demand_reason(in_reason text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF coalesce(btrim(in_reason), '') = '' THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'reason', 'value', in_reason, 'expected', 'text'), 'reason_is_kept');
    END IF;
END
$$;

-- The districts that an outage touches, in order.
CREATE FUNCTION gasworks.outage_districts(in_outage integer) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT d.district_id FROM district AS d
    CROSS JOIN LATERAL (SELECT FROM outage_household AS l
                        WHERE l.district_id = d.district_id AND l.outage_no = in_outage LIMIT 1) AS touched
    ORDER BY d.district_id
$$;

-- Locks the districts that an outage touches or is about to, in order. Whoever lists households, queues or withdraws
-- notices and then writes an event of the outage holds them first: a start that has a district waits for households, a
-- household's notice for its withdrawal, and the withdrawal must not wait for the district.
CREATE FUNCTION gasworks.lock_outage_districts(in_outage integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM FROM district_archive
    WHERE district_id IN (
        SELECT outage_districts(in_outage)
        UNION
        SELECT m.district_id FROM outage AS o CROSS JOIN LATERAL outage_members(o.outage_no, o.terms_version) AS m
        WHERE o.outage_no = in_outage)
    ORDER BY district_id FOR UPDATE;
END
$$;

-- An event of the outage on the chain of each district it touches.
CREATE FUNCTION gasworks.append_outage_event(in_outage integer, in_kind text, in_occurred timestamptz, in_facts jsonb)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    place text;
BEGIN
    FOR place IN SELECT outage_districts(in_outage) LOOP
        PERFORM append_event(place, '', in_kind, in_occurred,
                             (jsonb_build_object('outage', 'O-' || in_outage) || jsonb_strip_nulls(in_facts))::json);
    END LOOP;
END
$$;

CREATE FUNCTION gasworks.text_digest(in_text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT encode(sha256(convert_to(in_text, 'UTF8')), 'hex')
$$;

-- Writes the area of a version: [{"kind": "node" | "building" | "household", "district": "A1", "code": "…"}]. The district
-- may be left out: a building's are then all that have one of that name.
CREATE FUNCTION gasworks.write_outage_area(in_outage integer, in_version integer, in_area json) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    part record;
BEGIN
    FOR part IN SELECT a.kind, a.district, a.code
                FROM json_to_recordset(in_area) AS a (kind text, district text, code text) LOOP
        CASE part.kind
        WHEN 'node' THEN
            IF NOT EXISTS (SELECT FROM supply_node WHERE node_id = part.code) THEN
                PERFORM refuse('GW003', 'unknown_node', json_build_object('node_id', part.code), 'node_exists');
            END IF;
            INSERT INTO outage_area VALUES (in_outage, in_version, 'node', '-', part.code) ON CONFLICT DO NOTHING;
        WHEN 'building' THEN
            INSERT INTO outage_area
            SELECT DISTINCT in_outage, in_version, 'building', b.district_id, b.building_id FROM building AS b
            WHERE b.building_id = part.code AND (part.district IS NULL OR b.district_id = part.district)
            ON CONFLICT DO NOTHING;
            IF NOT EXISTS (SELECT FROM outage_area WHERE outage_no = in_outage AND version = in_version
                              AND kind = 'building' AND code = part.code) THEN
                PERFORM refuse('GW003', 'unknown_building', json_build_object('building_id', part.code), 'building_exists');
            END IF;
        WHEN 'household' THEN
            INSERT INTO outage_area
            VALUES (in_outage, in_version, 'household', district_of_account(part.code), part.code) ON CONFLICT DO NOTHING;
        ELSE
            PERFORM refuse('GW008', 'invalid_value',
                           json_build_object('name', 'area', 'value', part.kind, 'expected', 'node, building, household'),
                           'area_kinds');
        END CASE;
    END LOOP;
END
$$;

-- Brings the ledger up to date with the network: who came in is listed, who went out is released. While gas is off nobody
-- is released, and who comes in joins those without gas.
CREATE FUNCTION gasworks.refresh_ledger(in_outage integer, OUT joined integer, OUT released integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
    SET work_mem = '64MB'
AS $$
DECLARE
    now_ timestamptz := present();
    o    outage;
    gas_is_off boolean;
BEGIN
    SELECT * INTO o FROM outage WHERE outage_no = in_outage;
    gas_is_off := o.state IN ('in_progress', 'restoring');
    -- NOT IN, for it is hashed whatever the planner thinks of a ledger that was filled a moment ago.
    WITH member AS MATERIALIZED (
        SELECT m.district_id, m.account_no FROM outage_members(in_outage, o.terms_version) AS m
    ), added AS (
        INSERT INTO outage_household AS l (district_id, outage_no, account_no, state, listed_at, basis, off_at)
        SELECT m.district_id, in_outage, m.account_no, CASE WHEN gas_is_off THEN 'off' ELSE 'listed' END, now_,
               CASE WHEN gas_is_off THEN 'joined' END, CASE WHEN gas_is_off THEN now_ END
        FROM member AS m
        WHERE (m.district_id, m.account_no) NOT IN (
            SELECT k.district_id, k.account_no FROM outage_household AS k
            WHERE k.outage_no = in_outage AND k.state <> 'released')
        ORDER BY m.district_id, m.account_no         -- two who list at once meet in the same order
        ON CONFLICT ON CONSTRAINT outage_household_pkey
            DO UPDATE SET state = excluded.state, basis = excluded.basis, off_at = excluded.off_at
            WHERE l.state = 'released'
        RETURNING 1
    ), gone AS (
        UPDATE outage_household AS l SET state = 'released'
        WHERE NOT gas_is_off AND l.outage_no = in_outage AND l.state = 'listed'
          AND (l.district_id, l.account_no) NOT IN (SELECT m.district_id, m.account_no FROM member AS m)
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM added), (SELECT count(*) FROM gone) INTO joined, released;
END
$$;

-- Brings ledger and outbox up to date; does nothing twice. Called wherever the supply or a contact changed.
CREATE FUNCTION gasworks.refresh_outage(in_outage integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    o       outage;
    ledger  record;
    queued  integer := 0;
BEGIN
    SELECT * INTO o FROM outage WHERE outage_no = in_outage;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_outage', json_build_object('outage', 'O-' || in_outage), 'outage_exists');
    END IF;
    IF o.state IN ('closed', 'cancelled') THEN
        RETURN json_build_object('joined', 0, 'released', 0, 'queued', 0);
    END IF;
    ledger := refresh_ledger(in_outage);
    IF o.announced_at IS NOT NULL THEN
        queued := queue_notices(in_outage, 'terms', NULL, NULL);
    END IF;
    RETURN json_build_object('joined', ledger.joined, 'released', ledger.released, 'queued', queued);
END
$$;

-- Marks the terms in force as announced and queues their notices; the caller has looked at overlaps.
CREATE FUNCTION gasworks.queue_announcement(in_outage integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    queued integer;
BEGIN
    UPDATE outage SET announced_at = present(), state = CASE WHEN state = 'declared' THEN 'announced' ELSE state END
    WHERE outage_no = in_outage;
    queued := queue_notices(in_outage, 'terms', NULL, NULL);
    PERFORM append_outage_event(in_outage, 'outage_announced', present(), jsonb_build_object('queued', queued));
    RETURN queued;
END
$$;

CREATE FUNCTION gasworks.demand_overlaps_decided(in_outage integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    open_ text;
BEGIN
    SELECT string_agg('O-' || v.other_no, ', ' ORDER BY v.other_no) INTO open_
    FROM outage_overlaps(in_outage) AS v WHERE NOT v.decided;
    IF open_ IS NOT NULL THEN
        PERFORM refuse('GW013', 'overlap_undecided',
                       json_build_object('outage', 'O-' || in_outage, 'others', open_), 'overlaps_are_decided');
    END IF;
END
$$;

-- What declare and reschedule answer.
CREATE FUNCTION gasworks.outage_answer(in_outage integer) RETURNS json
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT json_build_object(
        'id', 'O-' || o.outage_no, 'state', o.state, 'version', o.terms_version,
        'starts_at', archive_instant(o.starts_at), 'ends_at', archive_instant(o.ends_at),
        'affected', (SELECT count(*) FROM outage_household AS l
                     WHERE l.district_id IN (SELECT outage_districts(o.outage_no)) AND l.outage_no = o.outage_no
                       AND l.state <> 'released'),
        'queued', (SELECT count(*) FROM notice AS n
                   WHERE n.district_id IN (SELECT outage_districts(o.outage_no)) AND n.outage_no = o.outage_no
                     AND n.state = 'queued'),
        'overlaps', (SELECT coalesce(json_agg('O-' || v.other_no ORDER BY v.other_no), '[]')
                     FROM outage_overlaps(o.outage_no) AS v WHERE NOT v.decided))
    FROM outage AS o WHERE o.outage_no = in_outage
$$;

-- Declares an outage. A planned one begins in the future; an emergency may have begun within the last day, and its
-- notices are queued at once. in_announce: so are a planned one's, in the same stroke, unless it overlaps another.
CREATE FUNCTION gasworks.declare_outage(
    in_command_id uuid, in_area json, in_starts timestamptz, in_ends timestamptz, in_reason text, in_emergency boolean,
    in_announce boolean DEFAULT false) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
AS $$
DECLARE
    command text := 'declare_outage';
    answer  json;
    made    timestamptz := present();
    number  integer;
    count_  integer;
BEGIN
    -- A new outage has no row to lock yet: of two that bring the same command at once the second waits for this.
    PERFORM pg_advisory_xact_lock(hashtextextended(in_command_id::text, 0));
    answer := answered('-', in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_reason(in_reason);
    PERFORM demand_outage_span(in_starts, in_ends,
                               CASE WHEN in_emergency THEN made - interval '1 day' ELSE made END);
    INSERT INTO outage (emergency, reason, starts_at, ends_at, declared_at, declared_by, operator)
    VALUES (in_emergency, in_reason, in_starts, in_ends, made, session_user, claimed_operator())
    RETURNING outage_no INTO number;
    INSERT INTO outage_terms (outage_no, version, kind, lead_since, starts_at, ends_at, made_at, made_by, operator)
    VALUES (number, 1, 'declared', 1, in_starts, in_ends, made, session_user, claimed_operator());
    PERFORM write_outage_area(number, 1, in_area);
    INSERT INTO outage_household (district_id, outage_no, account_no, listed_at)
    SELECT m.district_id, number, m.account_no, made FROM outage_members(number, 1) AS m;
    GET DIAGNOSTICS count_ = ROW_COUNT;
    IF count_ = 0 THEN
        PERFORM refuse('GW013', 'nobody_affected', json_build_object('outage', 'O-' || number), 'outage_affects_somebody');
    END IF;
    PERFORM append_outage_event(number, 'outage_declared', made, jsonb_build_object(
        'starts_at', archive_instant(in_starts), 'ends_at', archive_instant(in_ends), 'emergency', in_emergency,
        'area', in_area::jsonb, 'reason_sha256', text_digest(in_reason), 'affected', count_));
    IF in_emergency OR (in_announce AND NOT EXISTS (SELECT FROM outage_overlaps(number) AS v)) THEN
        PERFORM queue_announcement(number);
    END IF;
    RETURN record_answer('-', in_command_id, command, outage_answer(number));
END
$$;

CREATE FUNCTION gasworks.demand_outage_span(in_starts timestamptz, in_ends timestamptz, in_earliest timestamptz)
    RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF in_ends <= in_starts THEN
        PERFORM refuse('GW008', 'end_before_start', json_build_object(
            'starts_at', archive_instant(in_starts), 'ends_at', archive_instant(in_ends)), 'span_in_order');
    END IF;
    IF in_starts < in_earliest THEN
        PERFORM refuse('GW007', 'start_in_past', json_build_object(
            'starts_at', archive_instant(in_starts), 'now', archive_instant(present())), 'outages_are_announced');
    END IF;
END
$$;

-- Queues the notices of the terms in force; for an outage that was announced it brings them up to date.
CREATE FUNCTION gasworks.announce_outage(in_command_id uuid, in_outage integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'announce_outage ' || in_outage;
    o       outage := take_outage(in_outage);
    answer  json := answered('-', in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_outage_state(o, ARRAY['declared', 'announced'], 'announced');
    PERFORM lock_outage_districts(in_outage);
    PERFORM refresh_ledger(in_outage);
    PERFORM demand_overlaps_decided(in_outage);
    IF o.state = 'declared' THEN
        PERFORM queue_announcement(in_outage);
    ELSE
        PERFORM queue_notices(in_outage, 'terms', NULL, NULL);
    END IF;
    RETURN record_answer('-', in_command_id, command, outage_answer(in_outage));
END
$$;

-- Decides that two overlapping outages may both go on, by the terms that they have now.
CREATE FUNCTION gasworks.decide_overlap(in_command_id uuid, in_outage integer, in_other integer, in_reason text)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'decide_overlap ' || in_outage || ' ' || in_other;
    one     outage := take_outage(least(in_outage, in_other));
    two     outage := take_outage(greatest(in_outage, in_other));
    answer  json := answered('-', in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_reason(in_reason);
    IF NOT EXISTS (SELECT FROM outage_overlaps(in_outage) AS v WHERE v.other_no = in_other) THEN
        PERFORM refuse('GW013', 'no_overlap', json_build_object('outage', 'O-' || in_outage, 'others', 'O-' || in_other),
                       'overlaps_are_decided');
    END IF;
    INSERT INTO outage_overlap (outage_no, version, other_no, other_version, reason, decided_by, operator, decided_at)
    VALUES (one.outage_no, one.terms_version, two.outage_no, two.terms_version, in_reason, session_user,
            claimed_operator(), present())
    ON CONFLICT DO NOTHING;
    PERFORM append_outage_event(in_outage, 'outage_overlap_decided', present(), jsonb_build_object(
        'other', 'O-' || in_other, 'reason_sha256', text_digest(in_reason)));
    RETURN record_answer('-', in_command_id, command, outage_answer(in_outage));
END
$$;

-- Changes hours or area. in_area NULL: as it was. Later, not longer and not wider is a postponement: who was told in time
-- stays told in time, and gets a changed-time notice. Everything else reopens the gate: all are told anew, with the whole
-- lead. While gas is off only the end can move; who is without gas is told before the announced end.
CREATE FUNCTION gasworks.reschedule_outage(
    in_command_id uuid, in_outage integer, in_starts timestamptz, in_ends timestamptz, in_area json) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
AS $$
DECLARE
    command text := 'reschedule_outage ' || in_outage;
    o       outage := take_outage(in_outage);
    answer  json := answered('-', in_command_id, command);
    made    timestamptz := present();
    before  outage_terms;
    next_   integer := o.terms_version + 1;
    kind_   text;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_outage_state(o, ARRAY['declared', 'announced', 'in_progress', 'restoring'], 'rescheduled');
    SELECT * INTO before FROM outage_terms WHERE outage_no = in_outage AND version = o.terms_version;
    IF o.started_at IS NULL THEN
        PERFORM demand_outage_span(in_starts, in_ends,
                                   CASE WHEN o.emergency THEN made - interval '1 day' ELSE made END);
    ELSE
        IF in_starts <> o.starts_at OR in_area IS NOT NULL OR in_ends <= made THEN
            PERFORM refuse('GW013', 'only_the_end_moves', json_build_object('outage', 'O-' || in_outage),
                           'gas_is_off');
        END IF;
        PERFORM demand_outage_span(in_starts, in_ends, o.starts_at);
    END IF;
    INSERT INTO outage_terms (outage_no, version, kind, lead_since, starts_at, ends_at, made_at, made_by, operator)
    VALUES (in_outage, next_, 'reopened', next_, in_starts, in_ends, made, session_user, claimed_operator());
    IF in_area IS NULL THEN
        INSERT INTO outage_area
        SELECT a.outage_no, next_, a.kind, a.district_id, a.code FROM outage_area AS a
        WHERE a.outage_no = in_outage AND a.version = o.terms_version;
    ELSE
        PERFORM write_outage_area(in_outage, next_, in_area);
    END IF;
    kind_ := CASE
        WHEN o.started_at IS NOT NULL THEN 'extended'
        WHEN in_starts >= before.starts_at AND in_ends - in_starts <= before.ends_at - before.starts_at
             AND NOT EXISTS (SELECT district_id, account_no FROM outage_members(in_outage, next_)
                             EXCEPT SELECT district_id, account_no FROM outage_members(in_outage, o.terms_version))
        THEN 'postponed' ELSE 'reopened' END;
    UPDATE outage_terms SET kind = kind_, lead_since = CASE kind_ WHEN 'reopened' THEN next_ ELSE before.lead_since END
    WHERE outage_no = in_outage AND version = next_;
    UPDATE outage SET terms_version = next_, starts_at = in_starts, ends_at = in_ends,
        state = CASE WHEN started_at IS NULL THEN 'declared' ELSE state END, announced_at = NULL
    WHERE outage_no = in_outage;
    PERFORM lock_outage_districts(in_outage);
    PERFORM withdraw_notices(in_outage);
    PERFORM refresh_ledger(in_outage);
    IF NOT EXISTS (SELECT FROM outage_household WHERE outage_no = in_outage AND state <> 'released') THEN
        PERFORM refuse('GW013', 'nobody_affected', json_build_object('outage', 'O-' || in_outage), 'outage_affects_somebody');
    END IF;
    PERFORM append_outage_event(in_outage, CASE kind_ WHEN 'extended' THEN 'outage_extended' ELSE 'outage_rescheduled' END,
        made, jsonb_build_object('terms', next_, 'kind', kind_, 'starts_at', archive_instant(in_starts),
                                 'ends_at', archive_instant(in_ends), 'area', in_area::jsonb));
    IF kind_ = 'extended' THEN
        UPDATE outage SET announced_at = made WHERE outage_no = in_outage;
        PERFORM queue_notices(in_outage, 'extension', NULL, NULL);
    ELSIF o.announced_at IS NOT NULL AND NOT EXISTS (SELECT FROM outage_overlaps(in_outage) AS v WHERE NOT v.decided) THEN
        PERFORM queue_announcement(in_outage);
    END IF;
    RETURN record_answer('-', in_command_id, command, outage_answer(in_outage));
END
$$;

-- Calls an outage off before gas is off. Whoever was told is told that gas stays on.
CREATE FUNCTION gasworks.cancel_outage(in_command_id uuid, in_outage integer, in_reason text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'cancel_outage ' || in_outage;
    o       outage := take_outage(in_outage);
    answer  json := answered('-', in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_reason(in_reason);
    PERFORM demand_outage_state(o, ARRAY['declared', 'announced'], 'cancelled');
    UPDATE outage SET state = 'cancelled', cancelled_at = present() WHERE outage_no = in_outage;
    PERFORM lock_outage_districts(in_outage);
    PERFORM withdraw_notices(in_outage);
    PERFORM queue_notices(in_outage, 'cancellation', NULL, NULL);
    PERFORM append_outage_event(in_outage, 'outage_cancelled', present(),
                                jsonb_build_object('reason_sha256', text_digest(in_reason)));
    RETURN record_answer('-', in_command_id, command, outage_answer(in_outage));
END
$$;

-- A supervisor, by name, answers for households that are not told. Holds for the terms in force and their postponements.
CREATE FUNCTION gasworks.waive_notices(in_command_id uuid, in_outage integer, in_accounts text[], in_reason text)
    RETURNS json
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
CREATE FUNCTION gasworks.start_outage(in_command_id uuid, in_outage integer) RETURNS json
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
    missing record;
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
    IF NOT o.emergency THEN
        PERFORM demand_overlaps_decided(in_outage);
    END IF;
    PERFORM FROM household AS h JOIN outage_household AS l ON l.district_id = h.district_id AND l.account_no = h.account_no
    WHERE l.outage_no = in_outage AND l.state = 'listed'
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
        SELECT sum(v.households) AS households, json_object_agg(v.verdict, v.households ORDER BY v.verdict) AS verdicts
        INTO missing
        FROM (SELECT j.verdict, count(*) AS households FROM pg_temp.judged_household AS j
              WHERE j.verdict NOT IN ('told', 'waived') GROUP BY j.verdict) AS v;
        IF missing.households > 0 THEN
            PERFORM refuse('GW013', 'notices_missing', json_build_object(
                'outage', 'O-' || in_outage, 'count', missing.households, 'verdicts', missing.verdicts,
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
    WHERE l.outage_no = in_outage AND l.state = 'off';
    PERFORM append_pending_events(now_);
    PERFORM append_outage_event(in_outage, 'outage_started', now_, jsonb_build_object(
        'terms', o.terms_version, 'affected', counts.affected, 'told', counts.told, 'waived', counts.waived,
        'emergency', o.emergency));
    RETURN record_answer('-', in_command_id, command, json_build_object(
        'id', 'O-' || in_outage, 'state', 'in_progress', 'started_at', archive_instant(now_), 'affected', counts.affected,
        'told', counts.told, 'waived', counts.waived));
END
$$;

-- A public announcement was made: recorded as an addition to what each household is told.
CREATE FUNCTION gasworks.publish_outage(in_command_id uuid, in_outage integer, in_medium text, in_at timestamptz)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'publish_outage ' || in_outage;
    o       outage := take_outage(in_outage);
    answer  json := answered('-', in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_happened(in_at);
    INSERT INTO outage_publication (outage_no, published_at, medium, published_by, operator)
    VALUES (in_outage, in_at, in_medium, session_user, claimed_operator())
    ON CONFLICT DO NOTHING;
    PERFORM append_outage_event(in_outage, 'outage_published', in_at,
                                jsonb_build_object('medium', in_medium, 'terms', o.terms_version));
    RETURN record_answer('-', in_command_id, command,
                         json_build_object('id', 'O-' || in_outage, 'medium', in_medium));
END
$$;
