-- What workers bring back.

-- Locks the households of notices, in order, then the notices and what else is queued for these households, in order:
-- whatever is found out about a notice may end the others.
CREATE OR REPLACE FUNCTION gasworks.lock_notices(in_districts text[], in_numbers bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
AS $$
BEGIN
    PERFORM FROM household AS h
    WHERE (h.district_id, h.account_no) IN (
        SELECT n.district_id, n.account_no FROM unnest(in_districts, in_numbers) AS w (district_id, notice_no)
        JOIN notice AS n ON n.district_id = w.district_id AND n.notice_no = w.notice_no)
    ORDER BY h.district_id, h.account_no FOR NO KEY UPDATE OF h;
    PERFORM FROM notice AS n
    WHERE (n.district_id, n.notice_no) IN (
        SELECT w.district_id, w.notice_no FROM unnest(in_districts, in_numbers) AS w (district_id, notice_no)
        UNION ALL
        SELECT other.district_id, other.notice_no
        FROM unnest(in_districts, in_numbers) AS w (district_id, notice_no)
        JOIN notice AS own ON own.district_id = w.district_id AND own.notice_no = w.notice_no
        JOIN notice AS other
            ON other.district_id = own.district_id AND other.outage_no = own.outage_no
           AND other.account_no = own.account_no AND other.state = 'queued')
    ORDER BY n.district_id, n.notice_no FOR NO KEY UPDATE OF n;
END
$$;

-- What became of leased notices: [{"notice": "A1-17", "token": 5, "outcome": "sent", "gateway_id", "retry_seconds",
-- "failure", "text_sha256"}].
--   sent       the gateway has it; a receipt will tell whether it arrived
--   confirmed  the gateway says that it was delivered
--   retry      not now: again after retry_seconds, until no attempt is left
--   postponed  not sent, for a reason that is none of its own, such as a closed gateway: again after retry_seconds, and the
--              attempt that its lease counted is given back
--   failed     never by this channel: the next one is tried
-- verdict: settled | stale (another worker has it, or it is done: nothing changed) | unknown.
CREATE OR REPLACE FUNCTION gasworks.settle_notices(in_worker text, in_settlements json)
    RETURNS TABLE (notice text, verdict text, state text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    now_ timestamptz := present();
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS settlement (
        place integer, notice text, district_id text COLLATE "C", notice_no bigint, token bigint, outcome text,
        gateway_id text, retry_seconds integer, failure text, text_sha256 text, verdict text
    ) ON COMMIT DROP;
    PERFORM demand_own_table('settlement');
    DELETE FROM pg_temp.settlement;
    INSERT INTO pg_temp.settlement
    SELECT s.ordinality, r.notice, regexp_replace(r.notice, '-[0-9]+$', ''),
           substring(r.notice FROM '-([0-9]{1,18})$')::bigint,
           r.token, r.outcome, r.gateway_id, r.retry_seconds, r.failure, r.text_sha256, 'unknown'
    FROM json_array_elements(in_settlements) WITH ORDINALITY AS s (element, ordinality),
         json_to_record(s.element) AS r (notice text, token bigint, outcome text, gateway_id text, retry_seconds integer,
                                         failure text, text_sha256 text);
    IF EXISTS (SELECT FROM pg_temp.settlement AS s
               WHERE s.outcome IS NULL OR s.outcome NOT IN ('sent', 'confirmed', 'retry', 'postponed', 'failed')) THEN
        PERFORM refuse('GW008', 'invalid_value', json_build_object(
            'name', 'outcome', 'value', (SELECT min(s.outcome) FROM pg_temp.settlement AS s),
            'expected', 'sent, confirmed, retry, postponed, failed'), 'settlement_outcomes');
    END IF;
    PERFORM lock_notices(array_agg(s.district_id), array_agg(s.notice_no)) FROM pg_temp.settlement AS s;
    UPDATE pg_temp.settlement AS s
    SET verdict = CASE WHEN n.lease_token = s.token AND n.state = 'leased' THEN 'settled'
                       -- Its receipt was faster than the worker.
                       WHEN n.lease_token = s.token AND n.state = 'confirmed' THEN 'settled'
                       ELSE 'stale' END
    FROM notice AS n WHERE n.district_id = s.district_id AND n.notice_no = s.notice_no;

    PERFORM open_failed_notices();
    PERFORM open_tellings();
    WITH moved AS (
        UPDATE notice AS n
        SET state = CASE WHEN s.outcome IN ('sent', 'confirmed') THEN 'sent'
                         WHEN s.outcome = 'postponed' THEN 'queued'
                         WHEN s.outcome = 'failed' OR n.attempts >= m.most THEN 'failed' ELSE 'queued' END,
            attempts = n.attempts - CASE s.outcome WHEN 'postponed' THEN 1 ELSE 0 END,
            sent_at = CASE WHEN s.outcome IN ('sent', 'confirmed') THEN now_ ELSE n.sent_at END,
            gateway_id = coalesce(s.gateway_id, n.gateway_id),
            text_sha256 = coalesce(s.text_sha256, n.text_sha256),
            failure = CASE WHEN s.outcome IN ('retry', 'postponed', 'failed') THEN coalesce(s.failure, 'unspecified') END,
            due_at = CASE WHEN s.outcome IN ('retry', 'postponed')
                          THEN now_ + make_interval(secs => greatest(1, least(86400, coalesce(s.retry_seconds, 60))))
                          ELSE now_ + make_interval(hours => m.patience) END
        FROM pg_temp.settlement AS s
        CROSS JOIN LATERAL (
            SELECT setting_number(s.district_id, 'notices.max_attempts', today(), 6) AS most,
                   setting_number(s.district_id, 'notices.receipt_hours', today(), 4) AS patience) AS m
        WHERE s.verdict = 'settled' AND n.district_id = s.district_id AND n.notice_no = s.notice_no AND n.state = 'leased'
        RETURNING n.district_id, n.notice_no, n.outage_no, n.account_no, n.purpose, n.state, s.outcome,
                  still_reached(n) AS reached
    ), failed AS (
        INSERT INTO pg_temp.failed_notice
        SELECT m.district_id, m.outage_no, m.account_no, m.purpose FROM moved AS m
        WHERE m.state = 'failed' OR NOT m.reached
    )
    INSERT INTO pg_temp.telling
    SELECT m.district_id, m.notice_no, 'receipt', now_ FROM moved AS m WHERE m.outcome = 'confirmed';
    INSERT INTO notice_receipt (district_id, notice_no, outcome, occurred_at, recorded_at, gateway_id, source)
    SELECT t.district_id, t.notice_no, 'delivered', now_, now_, n.gateway_id, 'answer'
    FROM pg_temp.telling AS t JOIN notice AS n ON n.district_id = t.district_id AND n.notice_no = t.notice_no
    ON CONFLICT DO NOTHING;
    PERFORM confirm_tellings();
    PERFORM follow_failed_notices();
    RETURN QUERY
    SELECT s.notice, s.verdict, n.state
    FROM pg_temp.settlement AS s
    LEFT JOIN notice AS n ON n.district_id = s.district_id AND n.notice_no = s.notice_no
    ORDER BY s.place;
END
$$;
