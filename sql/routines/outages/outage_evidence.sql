-- What proves that each household was told.

-- Of each household of an outage every notice that was confirmed and every waiver, a row each, with the event of its chain
-- that says so; one row without either where there is none. basis: what its gas is off for; before it is off, what the
-- gate would let it go off for at this moment.
CREATE OR REPLACE FUNCTION gasworks.outage_evidence(in_outage integer)
    RETURNS TABLE (
        district_id text, account_no text, customer_class text, state text, basis text, version integer, notice_no bigint,
        channel text, manner text, sent_at timestamptz, confirmed_at timestamptz, gateway_id text, text_sha256 text,
        waived_at timestamptz, waived_by text, event_seq bigint, event_hash text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    WITH judged AS MATERIALIZED (
        SELECT v.district_id, v.account_no,
               CASE WHEN o.emergency THEN 'emergency' WHEN v.verdict = 'told' THEN 'notice'
                    WHEN v.verdict = 'waived' THEN 'waiver' END AS basis
        FROM outage AS o CROSS JOIN LATERAL gate_verdicts(o.outage_no) AS v
        WHERE o.outage_no = in_outage AND o.started_at IS NULL
    ), shown AS (
        SELECT n.district_id, n.account_no, n.version, n.notice_no, n.channel, n.manner, n.sent_at, n.confirmed_at,
               n.gateway_id, n.text_sha256, NULL::timestamptz AS waived_at, NULL AS waived_by
        FROM notice AS n
        WHERE n.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND n.outage_no = in_outage
          AND n.state = 'confirmed' AND n.purpose IN ('announcement', 'change')
        UNION ALL
        SELECT w.district_id, w.account_no, w.version, NULL, NULL, NULL, NULL, NULL, NULL, NULL, w.waived_at, w.operator
        FROM notice_waiver AS w
        WHERE w.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND w.outage_no = in_outage
    )
    SELECT l.district_id, l.account_no, h.customer_class, l.state, coalesce(l.basis, j.basis), s.version, s.notice_no,
           s.channel, s.manner, s.sent_at, s.confirmed_at, s.gateway_id, s.text_sha256, s.waived_at, s.waived_by, e.seq,
           encode(e.hash, 'hex')
    FROM outage_household AS l
    JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
    LEFT JOIN judged AS j ON j.district_id = l.district_id AND j.account_no = l.account_no
    LEFT JOIN shown AS s ON s.district_id = l.district_id AND s.account_no = l.account_no
    LEFT JOIN LATERAL (
        SELECT x.seq, x.hash FROM archive_event AS x
        WHERE x.district_id = s.district_id AND x.account_no = s.account_no
          AND CASE WHEN s.notice_no IS NOT NULL
                   THEN x.kind = 'notice_confirmed' AND x.payload ->> 'notice' = s.district_id || '-' || s.notice_no
                   ELSE x.kind = 'notice_waived' AND x.payload ->> 'outage' = 'O-' || in_outage
                        AND x.payload ->> 'terms' = s.version::text END
        ORDER BY x.seq DESC LIMIT 1) AS e ON true
    WHERE l.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND l.outage_no = in_outage
      AND l.state <> 'released'
    ORDER BY l.district_id, l.account_no, s.version, s.notice_no
$$;
