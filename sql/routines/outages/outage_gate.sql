-- The locks of an outage and the questions that every step asks first. Answers of commands are logged under the company,
-- for an outage belongs to no single district.

-- Takes the gate: shared by what changes the supply, alone by what starts or closes an outage.
CREATE OR REPLACE FUNCTION gasworks.share_gate() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT FROM outage_gate FOR SHARE
$$;

CREATE OR REPLACE FUNCTION gasworks.close_gate() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT FROM outage_gate FOR UPDATE
$$;

-- Locks an outage; refuses an unknown one.
CREATE OR REPLACE FUNCTION gasworks.take_outage(in_outage integer) RETURNS gasworks.outage
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

-- The districts that an outage touches, in order.
CREATE OR REPLACE FUNCTION gasworks.outage_districts(in_outage integer) RETURNS SETOF text
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
CREATE OR REPLACE FUNCTION gasworks.lock_outage_districts(in_outage integer) RETURNS void
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

CREATE OR REPLACE FUNCTION gasworks.demand_outage_state(in_outage gasworks.outage, in_states text[], in_wanted text)
    RETURNS void
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

CREATE OR REPLACE FUNCTION gasworks.demand_outage_span(
    in_starts timestamptz, in_ends timestamptz, in_earliest timestamptz) RETURNS void
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

-- What declare and reschedule answer.
CREATE OR REPLACE FUNCTION gasworks.outage_answer(in_outage integer) RETURNS json
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT json_build_object(
        'id', 'O-' || o.outage_no, 'state', o.state, 'version', o.terms_version,
        'starts_at', archive_instant(o.starts_at), 'ends_at', archive_instant(o.ends_at),
        'affected', (SELECT count(*) FROM outage_household AS l
                     WHERE l.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND l.outage_no = o.outage_no
                       AND l.state <> 'released'),
        'queued', (SELECT count(*) FROM notice AS n
                   WHERE n.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND n.outage_no = o.outage_no
                     AND n.state = 'queued'),
        'overlaps', (SELECT coalesce(json_agg('O-' || v.other_no ORDER BY v.other_no), '[]')
                     FROM outage_overlaps(o.outage_no) AS v WHERE NOT v.decided))
    FROM outage AS o WHERE o.outage_no = in_outage
$$;

-- Locks every district while an outage is open, in order: an import may make it touch any of them, and districts are
-- locked before households.
CREATE OR REPLACE FUNCTION gasworks.lock_districts() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM outage WHERE state IN ('declared', 'announced', 'in_progress', 'restoring')) THEN
        PERFORM FROM district_archive ORDER BY district_id FOR UPDATE;
    END IF;
END
$$;

-- An event of the outage on the chain of each district it touches.
CREATE OR REPLACE FUNCTION gasworks.append_outage_event(
    in_outage integer, in_kind text, in_occurred timestamptz, in_facts jsonb) RETURNS void
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
