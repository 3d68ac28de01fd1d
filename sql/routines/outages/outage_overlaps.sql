-- Outages that meet the same households at the same hours.

-- Other open outages at overlapping hours that meet the same households, and whether somebody decided that both may go on
-- by the terms that both have now.
CREATE OR REPLACE FUNCTION gasworks.outage_overlaps(in_outage integer)
    RETURNS TABLE (other_no integer, state text, starts_at timestamptz, ends_at timestamptz, households bigint,
                   decided boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT b.outage_no, b.state, b.starts_at, b.ends_at, shared.households,
           EXISTS (SELECT FROM outage_overlap AS d
                   WHERE (d.outage_no, d.version, d.other_no, d.other_version)
                       = (least(a.outage_no, b.outage_no),
                          CASE WHEN a.outage_no < b.outage_no THEN a.terms_version ELSE b.terms_version END,
                          greatest(a.outage_no, b.outage_no),
                          CASE WHEN a.outage_no < b.outage_no THEN b.terms_version ELSE a.terms_version END))
    FROM outage AS a
    JOIN outage AS b ON b.outage_no <> a.outage_no
        AND b.state IN ('declared', 'announced', 'in_progress', 'restoring')
        AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at
    CROSS JOIN LATERAL (
        SELECT count(*) AS households
        FROM outage_household AS mine
        JOIN outage_household AS theirs
            ON theirs.district_id = mine.district_id AND theirs.outage_no = b.outage_no
           AND theirs.account_no = mine.account_no
        WHERE mine.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND mine.outage_no = a.outage_no
          AND mine.state IN ('listed', 'off', 'sealed')
          AND theirs.state IN ('listed', 'off', 'sealed')) AS shared
    WHERE a.outage_no = in_outage AND shared.households > 0
    ORDER BY b.outage_no
$$;

CREATE OR REPLACE FUNCTION gasworks.demand_overlaps_decided(in_outage integer) RETURNS void
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

-- Decides that two overlapping outages may both go on, by the terms that they have now.
CREATE OR REPLACE FUNCTION gasworks.decide_overlap(
    in_command_id uuid, in_outage integer, in_other integer, in_reason text) RETURNS json
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
