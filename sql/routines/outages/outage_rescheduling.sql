-- An outage gets other hours or another area, or is called off.

-- Changes hours or area. in_area NULL: as it was. Later, not longer and not wider is a postponement: who was told in time
-- stays told in time, and gets a changed-time notice. Everything else reopens the gate: all are told anew, with the whole
-- lead. While gas is off only the end can move; who is without gas is told before the announced end.
CREATE OR REPLACE FUNCTION gasworks.reschedule_outage(
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
    IF NOT EXISTS (SELECT FROM outage_household
                   WHERE district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND outage_no = in_outage
                     AND state <> 'released') THEN
        PERFORM refuse('GW013', 'nobody_affected', json_build_object('outage', 'O-' || in_outage), 'outage_affects_somebody');
    END IF;
    PERFORM append_outage_event(in_outage, CASE kind_ WHEN 'extended' THEN 'outage_extended' ELSE 'outage_rescheduled' END,
        made, jsonb_build_object('terms', next_, 'kind', kind_, 'starts_at', archive_instant(in_starts),
                                 'ends_at', archive_instant(in_ends), 'area', in_area::jsonb));
    IF kind_ = 'extended' THEN
        UPDATE outage SET announced_at = made WHERE outage_no = in_outage;
        PERFORM queue_notices(in_outage, 'extension', NULL, NULL);
    ELSIF o.announced_at IS NOT NULL
        AND (o.emergency OR NOT EXISTS (SELECT FROM outage_overlaps(in_outage) AS v WHERE NOT v.decided)) THEN
        PERFORM queue_announcement(in_outage);
    END IF;
    RETURN record_answer('-', in_command_id, command, outage_answer(in_outage));
END
$$;

-- Calls an outage off before gas is off. Whoever was told, or may have been, is told that gas stays on.
CREATE OR REPLACE FUNCTION gasworks.cancel_outage(in_command_id uuid, in_outage integer, in_reason text) RETURNS json
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
