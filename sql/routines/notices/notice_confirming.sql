-- A household is known to have been told.

-- Notices that are known to have reached someone: put them into pg_temp.telling, then confirm. A notice that was confirmed
-- before stays as it was. Each confirmation is an event of its household, and what else was queued to tell the same
-- household the same is withdrawn, unless special care asks for more than was done. The caller holds lock_notices.
CREATE OR REPLACE FUNCTION gasworks.open_tellings() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS telling (
        district_id text COLLATE "C", notice_no bigint, manner text, confirmed_at timestamptz
    ) ON COMMIT DROP;
    PERFORM demand_own_table('telling');
    DELETE FROM pg_temp.telling;
END
$$;

CREATE OR REPLACE FUNCTION gasworks.confirm_tellings() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
AS $$
DECLARE
    confirmed integer;
BEGIN
    PERFORM demand_own_table('telling');
    DELETE FROM pg_temp.telling AS t USING notice AS n
    WHERE n.district_id = t.district_id AND n.notice_no = t.notice_no AND n.state = 'confirmed';
    UPDATE notice AS n SET state = 'confirmed', confirmed_at = t.confirmed_at, manner = t.manner,
        reached = coalesce(n.reached, reach_digest(n, h))
    FROM pg_temp.telling AS t, household AS h
    WHERE n.district_id = t.district_id AND n.notice_no = t.notice_no
      AND h.district_id = n.district_id AND h.account_no = n.account_no;
    GET DIAGNOSTICS confirmed = ROW_COUNT;
    PERFORM open_chained_events();
    INSERT INTO pg_temp.chained_event (round, district_id, account_no, kind, payload)
    SELECT row_number() OVER (PARTITION BY n.district_id, n.account_no ORDER BY n.notice_no), n.district_id,
           n.account_no, 'notice_confirmed', json_strip_nulls(json_build_object(
               'outage', 'O-' || n.outage_no, 'terms', n.version, 'purpose', n.purpose,
               'notice', n.district_id || '-' || n.notice_no, 'channel', n.channel, 'manner', n.manner,
               'confirmed_at', archive_instant(n.confirmed_at), 'gateway_id', n.gateway_id,
               'text_sha256', n.text_sha256))
    FROM pg_temp.telling AS t JOIN notice AS n ON n.district_id = t.district_id AND n.notice_no = t.notice_no;
    PERFORM append_chained_events();
    UPDATE notice AS other SET state = 'withdrawn'
    FROM pg_temp.telling AS t
    JOIN notice AS n ON n.district_id = t.district_id AND n.notice_no = t.notice_no
    JOIN household AS h ON h.district_id = n.district_id AND h.account_no = n.account_no
    WHERE other.district_id = n.district_id AND other.outage_no = n.outage_no AND other.account_no = n.account_no
      AND other.version = n.version AND other.state = 'queued' AND other.notice_no <> n.notice_no
      AND other.purpose = ANY (notice_purposes(notice_group(n.purpose)))
      AND (h.special_care IS NULL OR n.channel = 'call' OR n.manner = 'handed');
    DELETE FROM pg_temp.telling;
    RETURN confirmed;
END
$$;
