-- What gateways report.

-- The staged reports of gateways with the notices they speak of. A gateway of one channel speaks of no other's: two may use
-- the same running numbers.
CREATE OR REPLACE FUNCTION gasworks.stage_receipts(in_receipts json) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_receipt (
        line integer, notice text, gateway_id text COLLATE "C", outcome text, occurred_at timestamptz,
        district_id text COLLATE "C", notice_no bigint
    ) ON COMMIT DROP;
    PERFORM demand_own_table('staged_receipt');
    DELETE FROM pg_temp.staged_receipt;
    INSERT INTO pg_temp.staged_receipt
    SELECT r.line, r.notice, r.gateway_id, r.outcome, r.occurred_at, coalesce(own.district_id, theirs.district_id),
           coalesce(own.notice_no, theirs.notice_no)
    FROM json_to_recordset(in_receipts) AS r (line integer, notice text, gateway_id text, channel text,
                                              outcome text, occurred_at timestamptz)
    LEFT JOIN notice AS own ON own.district_id = regexp_replace(r.notice, '-[0-9]+$', '')
                           AND own.notice_no = substring(r.notice FROM '-([0-9]{1,18})$')::bigint
                           AND (r.channel IS NULL OR own.channel = r.channel)
    LEFT JOIN LATERAL (
        SELECT x.district_id, x.notice_no FROM notice AS x
        WHERE r.notice IS NULL AND x.gateway_id = r.gateway_id AND (r.channel IS NULL OR x.channel = r.channel)
        ORDER BY x.district_id, x.notice_no LIMIT 1) AS theirs ON true;
END
$$;

-- What is wrong with reports of gateways; no rows: they can be recorded. Clocks of gateways may be five minutes off.
-- problem: unknown_notice | invalid_value | never_sent | before_sending | in_future.
CREATE OR REPLACE FUNCTION gasworks.check_receipts(in_receipts json)
    RETURNS TABLE (line integer, column_name text, problem text, value text, expected text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    PERFORM stage_receipts(in_receipts);
    RETURN QUERY
    SELECT s.line, wrong.column_name, wrong.problem, wrong.value, wrong.expected
    FROM pg_temp.staged_receipt AS s
    LEFT JOIN notice AS n ON n.district_id = s.district_id AND n.notice_no = s.notice_no
    CROSS JOIN LATERAL (
        SELECT CASE WHEN s.notice IS NULL THEN 'gateway_id' ELSE 'notice' END AS column_name, 'unknown_notice' AS problem,
               coalesce(s.notice, s.gateway_id) AS value, NULL AS expected WHERE n.notice_no IS NULL
        UNION ALL
        SELECT 'outcome', 'invalid_value', s.outcome, 'delivered, failed'
        WHERE s.outcome IS NULL OR s.outcome NOT IN ('delivered', 'failed')
        UNION ALL
        SELECT 'occurred_at', 'invalid_value', NULL, 'instant' WHERE s.occurred_at IS NULL
        UNION ALL
        SELECT 'occurred_at', 'in_future', archive_instant(s.occurred_at), archive_instant(present())
        WHERE s.occurred_at > present() + interval '5 minutes'
        UNION ALL
        SELECT 'notice', 'never_sent', s.notice, NULL WHERE n.notice_no IS NOT NULL AND n.first_leased_at IS NULL
        UNION ALL
        SELECT 'occurred_at', 'before_sending', archive_instant(s.occurred_at), archive_instant(n.first_leased_at)
        WHERE s.occurred_at < n.first_leased_at - interval '5 minutes') AS wrong
    ORDER BY 1, 2, 3;
END
$$;

-- Records what gateways report: [{"line", "notice", "gateway_id", "channel", "outcome", "occurred_at"}]; notice is our id, or missing
-- where only the gateway's is known. All or nothing; the same report twice changes nothing.
CREATE OR REPLACE FUNCTION gasworks.record_receipts(in_receipts json, in_source text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
AS $$
DECLARE
    now_      timestamptz := present();
    wrong     record;
    total     integer;
    added     integer;
    confirmed integer;
BEGIN
    SELECT * INTO wrong FROM check_receipts(in_receipts) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse(CASE wrong.problem WHEN 'unknown_notice' THEN 'GW003' ELSE 'GW008' END,
                       CASE wrong.problem WHEN 'unknown_notice' THEN 'unknown_notice' ELSE 'invalid_value' END,
                       json_build_object('notice', wrong.value, 'name', wrong.column_name, 'value', wrong.value,
                                         'expected', coalesce(wrong.expected, wrong.problem), 'line', wrong.line),
                       'receipts_of_sent_notices');
    END IF;
    SELECT count(*) INTO total FROM pg_temp.staged_receipt;
    PERFORM lock_notices(array_agg(s.district_id), array_agg(s.notice_no)) FROM pg_temp.staged_receipt AS s;
    INSERT INTO notice_receipt (district_id, notice_no, outcome, occurred_at, recorded_at, gateway_id, source)
    SELECT s.district_id, s.notice_no, s.outcome, s.occurred_at, now_, s.gateway_id, in_source
    FROM pg_temp.staged_receipt AS s ORDER BY s.occurred_at
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;

    PERFORM open_tellings();
    INSERT INTO pg_temp.telling
    SELECT n.district_id, n.notice_no, 'receipt', least(now_, greatest(n.first_leased_at, min(s.occurred_at)))
    FROM pg_temp.staged_receipt AS s
    JOIN notice AS n ON n.district_id = s.district_id AND n.notice_no = s.notice_no
    WHERE s.outcome = 'delivered' GROUP BY n.district_id, n.notice_no, n.first_leased_at;
    confirmed := confirm_tellings();

    PERFORM open_failed_notices();
    WITH failed AS (
        UPDATE notice AS n SET state = 'failed', failure = 'not_delivered'
        FROM pg_temp.staged_receipt AS s
        WHERE s.outcome = 'failed' AND n.district_id = s.district_id AND n.notice_no = s.notice_no
          AND n.state IN ('queued', 'leased', 'sent')
        RETURNING n.district_id, n.outage_no, n.account_no, n.purpose
    )
    INSERT INTO pg_temp.failed_notice SELECT * FROM failed;
    INSERT INTO pg_temp.failed_notice
    SELECT n.district_id, n.outage_no, n.account_no, n.purpose
    FROM pg_temp.staged_receipt AS s
    JOIN notice AS n ON n.district_id = s.district_id AND n.notice_no = s.notice_no
    WHERE s.outcome = 'delivered' AND NOT still_reached(n);
    PERFORM follow_failed_notices();
    RETURN json_build_object('receipts', total, 'new', added, 'confirmed', confirmed);
END
$$;
