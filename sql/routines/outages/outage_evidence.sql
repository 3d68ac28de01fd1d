-- What proves that each household was told.

-- What proves that each household was told: its notices that were confirmed, with the event of its chain that says so.
CREATE OR REPLACE FUNCTION gasworks.outage_evidence(in_outage integer)
    RETURNS TABLE (
        district_id text, account_no text, customer_class text, address text, unit text, state text, basis text,
        version integer, notice_no bigint, purpose text, channel text, manner text, sent_at timestamptz,
        confirmed_at timestamptz, gateway_id text, text_sha256 text, waived_at timestamptz, waived_by text,
        event_seq bigint, event_hash text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT l.district_id, l.account_no, h.customer_class, h.address, h.unit, l.state, l.basis, n.version, n.notice_no,
           n.purpose, n.channel, n.manner, n.sent_at, n.confirmed_at, n.gateway_id, n.text_sha256, w.waived_at, w.operator,
           e.seq, encode(e.hash, 'hex')
    FROM outage_household AS l
    JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
    LEFT JOIN notice AS n
        ON n.district_id = l.district_id AND n.outage_no = l.outage_no AND n.account_no = l.account_no
       AND n.state = 'confirmed' AND n.purpose IN ('announcement', 'change')
    LEFT JOIN LATERAL (
        SELECT x.waived_at, x.operator FROM notice_waiver AS x
        WHERE x.district_id = l.district_id AND x.outage_no = l.outage_no AND x.account_no = l.account_no
        ORDER BY x.version DESC LIMIT 1) AS w ON true
    LEFT JOIN LATERAL (
        SELECT x.seq, x.hash FROM archive_event AS x
        WHERE x.district_id = l.district_id AND x.account_no = l.account_no
          AND CASE WHEN n.notice_no IS NOT NULL
                   THEN x.kind = 'notice_confirmed' AND x.payload ->> 'notice' = n.district_id || '-' || n.notice_no
                   ELSE x.kind = 'notice_waived' AND x.payload ->> 'outage' = 'O-' || l.outage_no END
        ORDER BY x.seq DESC LIMIT 1) AS e ON true
    WHERE l.outage_no = in_outage AND l.state <> 'released'
    ORDER BY l.district_id, l.account_no, n.notice_no
$$;
