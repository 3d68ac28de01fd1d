-- Notices are handed to workers.

-- How many notices a channel may still take in this minute, at most so many; they are counted as taken. What was not
-- handed out after all is given back by lease_notices.
CREATE OR REPLACE FUNCTION gasworks.take_allowance(in_channel text, in_wanted integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    minute timestamptz := date_trunc('minute', present());
    most   integer := setting_number('-', 'notices.' || in_channel || '_per_minute', today(), 600);
    used   integer;
    given  integer;
BEGIN
    SELECT CASE WHEN window_start = minute THEN taken ELSE 0 END INTO used
    FROM notice_channel WHERE channel = in_channel FOR NO KEY UPDATE;
    given := greatest(0, least(in_wanted, most - used));
    UPDATE notice_channel SET window_start = minute, taken = used + given WHERE channel = in_channel;
    RETURN given;
END
$$;

-- Notes as failed, in pg_temp.failed_notice, whatever was sent and not answered for longer than the setting
-- notices.receipt_hours: the next channel is tried too. A late receipt still counts.
CREATE OR REPLACE FUNCTION gasworks.note_silent_notices() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    now_  timestamptz := present();
    place text;
BEGIN
    FOR place IN SELECT d.district_id FROM district AS d WHERE d.district_id <> '-' ORDER BY d.district_id LOOP
        WITH silent AS (
            UPDATE notice AS n SET due_at = 'infinity'
            WHERE n.district_id = place AND n.notice_no IN (
                SELECT x.notice_no FROM notice AS x
                WHERE x.district_id = place AND x.state = 'sent' AND x.due_at <= now_
                ORDER BY x.due_at LIMIT 1000 FOR NO KEY UPDATE SKIP LOCKED)
            RETURNING n.district_id, n.outage_no, n.account_no, n.purpose
        )
        INSERT INTO pg_temp.failed_notice SELECT * FROM silent;
    END LOOP;
END
$$;

-- Hands notices to a worker, of each channel at most so many: each with a token and the contact, for so many seconds. What
-- is overtaken by new terms or by the outage's end is withdrawn, what has no contact or no attempt left fails, and neither
-- is handed out.
CREATE OR REPLACE FUNCTION gasworks.lease_notices(
    in_worker text, in_channels text[], in_limit integer, in_lease_seconds integer)
    RETURNS TABLE (
        district_id text, notice_no bigint, token bigint, key uuid, outage_no integer, version integer, purpose text,
        channel text, attempt smallint, account_no text, customer_class text, contact text, address text, unit text,
        starts_at timestamptz, ends_at timestamptz, reason text, emergency boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    now_     timestamptz := present();
    place    text;
    way      text;
    hurry    boolean;
    allowed  integer;
    found_   bigint[];
    handed   integer;
BEGIN
    IF in_limit NOT BETWEEN 1 AND 10000 OR in_lease_seconds NOT BETWEEN 1 AND 86400
        OR in_worker !~ '^[A-Za-z0-9][A-Za-z0-9_.:#-]{0,63}$' OR NOT in_channels <@ ARRAY['sms', 'email'] THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'lease', 'value', concat_ws(' ', in_worker, in_limit, in_lease_seconds),
                                         'expected', 'worker code, limit 1...10000, seconds 1...86400, channels sms, email'),
                       'lease_bounds');
    END IF;
    PERFORM open_failed_notices();
    PERFORM note_silent_notices();
    FOREACH way IN ARRAY (SELECT array_agg(DISTINCT c ORDER BY c) FROM unnest(in_channels) AS c) LOOP
        allowed := take_allowance(way, in_limit);
        FOR place, hurry IN
            SELECT d.district_id, u.urgent FROM district AS d, (VALUES (true), (false)) AS u (urgent)
            WHERE d.district_id <> '-' ORDER BY u.urgent DESC, d.district_id
        LOOP
            EXIT WHEN allowed = 0;
            CONTINUE WHEN NOT hurry AND within_local_hours(
                place, now_, 'notices.quiet_from', 'notices.quiet_until', TIME '21:00', TIME '08:00');
            SELECT array_agg(picked.notice_no) INTO found_ FROM (
                SELECT n.notice_no FROM notice AS n
                WHERE n.district_id = place AND n.channel = way AND n.urgent = hurry AND n.due_at <= now_
                  AND n.state IN ('queued', 'leased')
                ORDER BY n.due_at, n.notice_no LIMIT allowed FOR NO KEY UPDATE SKIP LOCKED) AS picked;
            CONTINUE WHEN found_ IS NULL;

            UPDATE notice AS n SET state = 'withdrawn'
            FROM outage AS o
            WHERE n.district_id = place AND n.notice_no = ANY (found_) AND o.outage_no = n.outage_no
              AND NOT (notice_stands(notice_group(n.purpose), o.state) AND n.version = o.terms_version);
            WITH spent AS (
                UPDATE notice AS n
                SET state = 'failed', failure = CASE WHEN h.contact IS NULL THEN 'no_contact' ELSE 'attempts_exhausted' END
                FROM (SELECT x.district_id, x.account_no, CASE way WHEN 'sms' THEN x.phone ELSE x.email END AS contact
                      FROM household AS x) AS h
                WHERE n.district_id = place AND n.notice_no = ANY (found_) AND n.state <> 'withdrawn'
                  AND h.district_id = n.district_id AND h.account_no = n.account_no
                  AND (h.contact IS NULL
                       OR n.attempts >= setting_number(place, 'notices.max_attempts', today(), 6))
                RETURNING n.district_id, n.outage_no, n.account_no, n.purpose
            )
            INSERT INTO pg_temp.failed_notice SELECT * FROM spent;

            RETURN QUERY
            WITH leased AS (
                UPDATE notice AS n
                SET state = 'leased', lease_token = nextval('notice_lease_token'), leased_by = in_worker,
                    key = coalesce(n.key, gen_random_uuid()),
                    due_at = now_ + make_interval(secs => in_lease_seconds),
                    attempts = n.attempts + 1, first_leased_at = coalesce(n.first_leased_at, now_),
                    reached = reach_digest(n, h)
                FROM household AS h
                WHERE n.district_id = place AND n.notice_no = ANY (found_) AND n.state IN ('queued', 'leased')
                  AND h.district_id = n.district_id AND h.account_no = n.account_no
                RETURNING n.*, h.customer_class, CASE way WHEN 'sms' THEN h.phone ELSE h.email END AS contact,
                          h.address, h.unit
            )
            SELECT l.district_id, l.notice_no, l.lease_token, l.key, l.outage_no, l.version, l.purpose, l.channel,
                   l.attempts, l.account_no, l.customer_class, l.contact, l.address, l.unit, t.starts_at, t.ends_at,
                   o.reason, o.emergency
            FROM leased AS l
            JOIN outage AS o ON o.outage_no = l.outage_no
            JOIN outage_terms AS t ON t.outage_no = l.outage_no AND t.version = l.version
            ORDER BY l.notice_no;
            GET DIAGNOSTICS handed = ROW_COUNT;
            allowed := allowed - handed;
        END LOOP;
        UPDATE notice_channel AS c SET taken = greatest(0, c.taken - allowed) WHERE c.channel = way;
    END LOOP;
    PERFORM follow_failed_notices();
END
$$;

-- When a worker should look again: the earliest notice of the channels that is due or will be, or whose receipt is
-- waited for no longer; NULL: there is none. Quiet
-- hours and allowances may make it wait longer.
CREATE OR REPLACE FUNCTION gasworks.next_notice_at(in_channels text[]) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT least((
        SELECT min(next.due_at)
        FROM district AS d
        CROSS JOIN unnest(in_channels) AS way
        CROSS JOIN (VALUES (true), (false)) AS u (urgent)
        CROSS JOIN LATERAL (SELECT n.due_at FROM notice AS n
                            WHERE n.district_id = d.district_id AND n.channel = way AND n.urgent = u.urgent
                              AND n.state IN ('queued', 'leased')
                            ORDER BY n.due_at LIMIT 1) AS next), (
        SELECT min(silent.due_at)
        FROM district AS d
        CROSS JOIN LATERAL (SELECT n.due_at FROM notice AS n
                            WHERE n.district_id = d.district_id AND n.state = 'sent' AND n.due_at < 'infinity'
                            ORDER BY n.due_at LIMIT 1) AS silent))
$$;
