-- The outbox: what is queued, what a worker takes, what it brings back, what gateways and people report.
--
-- A notice is sent at least once, and by its key at most once as the household sees it. A lease carries a token: whoever
-- comes back with an older one changes nothing.

-- The notices of a purpose that stand for each other: a changed announcement stands for the first.
CREATE FUNCTION gasworks.notice_purposes(in_group text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE in_group WHEN 'terms' THEN ARRAY['announcement', 'change'] ELSE ARRAY[in_group] END
$$;

-- The channels of a district in order of preference. Special care is told by call, else by hand; hours and texts that need
-- no answer (in_group other than terms) do not go by hand to others.
CREATE FUNCTION gasworks.channel_order(in_district text, in_care boolean, in_group text, in_day date) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT CASE WHEN in_care THEN ARRAY['call', 'hand']
                ELSE coalesce(array_agg(c.channel ORDER BY c.place, c.channel), '{}') END
    FROM (SELECT d.channel, setting_number(in_district, 'notices.order.' || d.channel, in_day, d.place) AS place
          FROM (VALUES ('sms', 1), ('email', 2), ('call', 0), ('hand', 3)) AS d (channel, place)) AS c
    WHERE c.place > 0 AND (in_group = 'terms' OR c.channel IN ('sms', 'email'))
$$;

-- The channel, if a household can be reached by it and it did not fail before; NULL otherwise.
CREATE FUNCTION gasworks.usable_channel(in_channel text, in_phone text, in_email text, in_dead text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN in_channel = ANY (in_dead) THEN NULL
                WHEN in_channel = 'hand' THEN in_channel
                WHEN in_channel = 'email' THEN CASE WHEN in_email IS NOT NULL THEN in_channel END
                ELSE CASE WHEN in_phone IS NOT NULL THEN in_channel END END
$$;

-- Queues the next notice of each household of an outage that has none on its way and was not told: the first channel in
-- order by which it can be reached and that did not fail with the contact it has now. Of accounts, or of all (NULL).
-- in_group: terms | extension | cancellation | restoration. Answers how many were queued.
CREATE FUNCTION gasworks.queue_notices(in_outage integer, in_group text, in_district text, in_accounts text[])
    RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
    SET work_mem = '64MB'
    SET plan_cache_mode = force_custom_plan
    SET enable_nestloop = on
AS $$
DECLARE
    now_    timestamptz := present();
    day     date := today();
    o       outage;
    since   integer;
    queued  integer;
BEGIN
    -- A whole outage is joined by hash: the tables have no statistics yet when it matters most. Some accounts are looked up.
    IF in_accounts IS NULL THEN
        SET LOCAL enable_nestloop = off;
    END IF;
    SELECT * INTO o FROM outage WHERE outage_no = in_outage;
    SELECT lead_since INTO since FROM outage_terms WHERE outage_no = in_outage AND version = o.terms_version;
    FOR attempt IN 1 .. 10 LOOP
        BEGIN
            WITH preference AS MATERIALIZED (
                SELECT d.district_id, care, channel_order(d.district_id, care, in_group, day) AS channels,
                       make_interval(hours => setting_number(d.district_id, 'notices.receipt_hours', day, 4)) AS patience
                FROM district AS d, (VALUES (true), (false)) AS c (care)
                WHERE d.district_id <> '-' AND (in_district IS NULL OR d.district_id = in_district)
            ), seen AS (
                -- dead: failed, or sent and unanswered for too long, with the contact that is still on file
                SELECT n.district_id, n.account_no,
                       bool_or((n.state IN ('queued', 'leased')
                                OR (n.state = 'sent' AND s.still_theirs AND n.sent_at > now_ - p.patience)
                                OR (n.state = 'confirmed' AND s.still_theirs))
                               AND (h.special_care IS NULL OR n.channel = 'call'
                                    OR (n.channel = 'hand' AND n.manner IS DISTINCT FROM 'posted'))) AS suffices,
                       coalesce(array_agg(n.channel) FILTER (
                           WHERE s.still_theirs AND n.state IN ('failed', 'sent', 'confirmed')), '{}') AS dead
                FROM notice AS n
                JOIN household AS h ON h.district_id = n.district_id AND h.account_no = n.account_no
                JOIN preference AS p ON p.district_id = n.district_id AND NOT p.care
                CROSS JOIN LATERAL (SELECT n.reached = reach_digest(n.district_id || '-' || n.notice_no, n.channel,
                                                                    h.name, h.phone, h.email, h.address,
                                                                    h.building_id, h.unit) AS still_theirs) AS s
                WHERE n.outage_no = in_outage AND n.version = o.terms_version AND n.state <> 'withdrawn'
                  AND n.purpose = ANY (notice_purposes(in_group))
                  AND (in_district IS NULL OR n.district_id = in_district)
                  AND (in_accounts IS NULL OR n.account_no = ANY (in_accounts))
                GROUP BY n.district_id, n.account_no
            ), earlier AS (
                SELECT DISTINCT n.district_id, n.account_no FROM notice AS n
                WHERE (o.terms_version > 1 OR in_group = 'cancellation') AND n.outage_no = in_outage
                  AND n.state IN ('sent', 'confirmed')
                  AND (in_district IS NULL OR n.district_id = in_district)
                  AND (in_accounts IS NULL OR n.account_no = ANY (in_accounts))
            ), chosen AS (
                SELECT h.district_id, h.account_no,
                       coalesce(usable_channel(p.channels[1], h.phone, h.email, s.dead),
                                usable_channel(p.channels[2], h.phone, h.email, s.dead),
                                usable_channel(p.channels[3], h.phone, h.email, s.dead),
                                usable_channel(p.channels[4], h.phone, h.email, s.dead)) AS channel
                FROM outage_household AS l
                JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
                JOIN preference AS p ON p.district_id = h.district_id AND p.care = (h.special_care IS NOT NULL)
                LEFT JOIN seen AS s ON s.district_id = h.district_id AND s.account_no = h.account_no
                WHERE l.outage_no = in_outage
                  AND CASE in_group WHEN 'terms'
                                    THEN l.state = 'listed' OR (l.state = 'off' AND l.basis IN ('emergency', 'joined'))
                                    WHEN 'cancellation' THEN l.state = 'listed'
                                    ELSE l.state = 'off' END
                  AND (in_district IS NULL OR l.district_id = in_district)
                  AND (in_accounts IS NULL OR l.account_no = ANY (in_accounts))
                  AND s.suffices IS NOT TRUE
                  AND (in_group <> 'terms' OR (l.district_id, l.account_no) NOT IN (
                          SELECT w.district_id, w.account_no FROM notice_waiver AS w
                          WHERE w.outage_no = in_outage AND w.version >= since))
            )
            INSERT INTO notice (district_id, outage_no, account_no, version, purpose, channel, urgent, due_at)
            SELECT c.district_id, in_outage, c.account_no, o.terms_version,
                   CASE WHEN in_group <> 'terms' THEN in_group
                        WHEN e.account_no IS NULL THEN 'announcement' ELSE 'change' END,
                   c.channel, o.emergency OR o.started_at IS NOT NULL, now_
            FROM chosen AS c
            LEFT JOIN earlier AS e ON e.district_id = c.district_id AND e.account_no = c.account_no
            WHERE c.channel IS NOT NULL AND (in_group <> 'cancellation' OR e.account_no IS NOT NULL)
            ORDER BY c.district_id, c.account_no;            -- two who queue at once meet in the same order
            GET DIAGNOSTICS queued = ROW_COUNT;
            EXIT;
        EXCEPTION WHEN unique_violation THEN
                queued := 0;                                 -- somebody queued one of them a moment ago: look again
        END;
    END LOOP;
    IF queued > 0 THEN
        PERFORM pg_notify('gasworks_notices', in_outage::text);
    END IF;
    RETURN queued;
END
$$;

-- Events of several households at once, several for one household among them: put them into pg_temp.chained_event with
-- round 1, 2, … within a household, then append. The caller holds the households' locks, taken in the order of their
-- accounts.
CREATE FUNCTION gasworks.open_chained_events() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS chained_event (
        round bigint, district_id text COLLATE "C", account_no text COLLATE "C", kind text COLLATE "C", payload json
    ) ON COMMIT DROP;
    PERFORM demand_own_table('chained_event');
    DELETE FROM pg_temp.chained_event;
END
$$;

CREATE FUNCTION gasworks.append_chained_events() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    turn bigint;
BEGIN
    PERFORM demand_own_table('chained_event');
    FOR turn IN SELECT DISTINCT c.round FROM pg_temp.chained_event AS c ORDER BY c.round LOOP
        PERFORM open_pending_events();
        INSERT INTO pg_temp.pending_event (district_id, account_no, kind, payload)
        SELECT c.district_id, c.account_no, c.kind, c.payload FROM pg_temp.chained_event AS c WHERE c.round = turn;
        PERFORM append_pending_events(present());
    END LOOP;
    DELETE FROM pg_temp.chained_event;
END
$$;

-- Locks the households of notices, in order, then the notices and what else is queued for these households, in order:
-- whatever is found out about a notice may end the others.
CREATE FUNCTION gasworks.lock_notices(in_districts text[], in_numbers bigint[]) RETURNS void
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

-- Withdraws what is queued for an outage.
CREATE FUNCTION gasworks.withdraw_notices(in_outage integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM FROM notice
    WHERE district_id IN (SELECT outage_districts(in_outage)) AND outage_no = in_outage AND state = 'queued'
    ORDER BY district_id, notice_no FOR NO KEY UPDATE;
    UPDATE notice SET state = 'withdrawn'
    WHERE district_id IN (SELECT outage_districts(in_outage)) AND outage_no = in_outage AND state = 'queued';
END
$$;

-- Notices that are known to have reached someone: put them into pg_temp.telling, then confirm. A notice that was confirmed
-- before stays as it was. Each confirmation is an event of its household, and what else was queued to tell the same
-- household the same is withdrawn, unless special care asks for more than was done. The caller holds lock_notices.
CREATE FUNCTION gasworks.open_tellings() RETURNS void
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

CREATE FUNCTION gasworks.confirm_tellings() RETURNS integer
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
        reached = coalesce(n.reached, reach_digest(n.district_id || '-' || n.notice_no, n.channel, h.name, h.phone, h.email,
                                                   h.address, h.building_id, h.unit))
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
      AND (other.purpose = n.purpose
           OR (other.purpose IN ('announcement', 'change') AND n.purpose IN ('announcement', 'change')))
      AND (h.special_care IS NULL OR n.channel = 'call' OR n.manner = 'handed');
    DELETE FROM pg_temp.telling;
    RETURN confirmed;
END
$$;

-- Queues the next notice of the households whose notices failed just now, or reached a contact that is no more theirs:
-- rows of pg_temp.failed_notice.
CREATE FUNCTION gasworks.open_failed_notices() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS failed_notice (
        district_id text COLLATE "C", outage_no integer, account_no text COLLATE "C", purpose text
    ) ON COMMIT DROP;
    PERFORM demand_own_table('failed_notice');
    DELETE FROM pg_temp.failed_notice;
END
$$;

CREATE FUNCTION gasworks.follow_failed_notices() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    part record;
BEGIN
    PERFORM demand_own_table('failed_notice');
    FOR part IN
        SELECT f.outage_no, CASE WHEN f.purpose IN ('announcement', 'change') THEN 'terms' ELSE f.purpose END AS purpose,
               f.district_id, array_agg(f.account_no) AS accounts
        FROM pg_temp.failed_notice AS f
        JOIN outage AS o ON o.outage_no = f.outage_no
        WHERE o.state = ANY (CASE WHEN f.purpose IN ('announcement', 'change')
                                       THEN ARRAY['declared', 'announced', 'in_progress']
                                  WHEN f.purpose = 'cancellation' THEN ARRAY['cancelled']
                                  ELSE ARRAY['in_progress', 'restoring'] END)
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    LOOP
        PERFORM queue_notices(part.outage_no, part.purpose, part.district_id, part.accounts);
    END LOOP;
    DELETE FROM pg_temp.failed_notice;
END
$$;

-- How many notices a channel may still take in this minute, at most so many; they are counted as taken. The rest goes back
-- by give_back_allowance.
CREATE FUNCTION gasworks.take_allowance(in_channel text, in_wanted integer) RETURNS integer
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
CREATE FUNCTION gasworks.note_silent_notices() RETURNS void
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

-- Hands notices to a worker: each with a token and the contact, for so many seconds. What is overtaken by new terms or by
-- the outage's end is withdrawn, what has no contact or no attempt left fails, and neither is handed out.
CREATE FUNCTION gasworks.lease_notices(
    in_worker text, in_channels text[], in_limit integer, in_lease_seconds integer)
    RETURNS TABLE (
        district_id text, notice_no bigint, token bigint, key uuid, outage_no integer, version integer, purpose text,
        channel text, urgent boolean, attempt smallint, account_no text, customer_class text, name text, contact text,
        address text, unit text, starts_at timestamptz, ends_at timestamptz, reason text, emergency boolean)
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
              AND NOT CASE WHEN n.purpose IN ('announcement', 'change')
                           THEN o.state IN ('declared', 'announced', 'in_progress') AND n.version = o.terms_version
                           WHEN n.purpose = 'cancellation' THEN o.state = 'cancelled'
                           ELSE o.state IN ('in_progress', 'restoring') AND n.version = o.terms_version END;
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
                    reached = reach_digest(n.district_id || '-' || n.notice_no, n.channel, h.name, h.phone, h.email,
                                           h.address, h.building_id, h.unit)
                FROM household AS h
                WHERE n.district_id = place AND n.notice_no = ANY (found_) AND n.state IN ('queued', 'leased')
                  AND h.district_id = n.district_id AND h.account_no = n.account_no
                RETURNING n.*, h.customer_class, h.name, CASE way WHEN 'sms' THEN h.phone ELSE h.email END AS contact,
                          h.address, h.unit
            )
            SELECT l.district_id, l.notice_no, l.lease_token, l.key, l.outage_no, l.version, l.purpose, l.channel, l.urgent,
                   l.attempts, l.account_no, l.customer_class, l.name, l.contact, l.address, l.unit, t.starts_at,
                   t.ends_at, o.reason,
                   o.emergency
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

-- Whether what a notice reached is still the household's.
CREATE FUNCTION gasworks.still_reached(in_notice gasworks.notice) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT in_notice.reached = reach_digest(in_notice.district_id || '-' || in_notice.notice_no, in_notice.channel,
                                            h.name, h.phone, h.email, h.address,
                                            h.building_id, h.unit)
    FROM household AS h WHERE h.district_id = in_notice.district_id AND h.account_no = in_notice.account_no
$$;

-- What became of leased notices: [{"notice": "A1-17", "token": 5, "outcome": "sent", "gateway_id", "retry_seconds",
-- "failure", "text_sha256"}].
--   sent       the gateway has it; a receipt will tell whether it arrived
--   confirmed  the gateway says that it was delivered
--   retry      not now: again after retry_seconds, until no attempt is left
--   failed     never by this channel: the next one is tried
-- verdict: settled | stale (another worker has it, or it is done: nothing changed) | unknown.
CREATE FUNCTION gasworks.settle_notices(in_worker text, in_settlements json)
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
               WHERE s.outcome IS NULL OR s.outcome NOT IN ('sent', 'confirmed', 'retry', 'failed')) THEN
        PERFORM refuse('GW008', 'invalid_value', json_build_object(
            'name', 'outcome', 'value', (SELECT min(s.outcome) FROM pg_temp.settlement AS s),
            'expected', 'sent, confirmed, retry, failed'), 'settlement_outcomes');
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
                         WHEN s.outcome = 'failed' OR n.attempts >= m.most THEN 'failed' ELSE 'queued' END,
            sent_at = CASE WHEN s.outcome IN ('sent', 'confirmed') THEN now_ ELSE n.sent_at END,
            gateway_id = coalesce(s.gateway_id, n.gateway_id),
            text_sha256 = coalesce(s.text_sha256, n.text_sha256),
            failure = CASE WHEN s.outcome IN ('retry', 'failed') THEN coalesce(s.failure, 'unspecified') END,
            due_at = CASE WHEN s.outcome = 'retry'
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

-- When a worker should look again: the earliest notice of the channels that is due or will be, or whose receipt is
-- waited for no longer; NULL: there is none. Quiet
-- hours and allowances may make it wait longer.
CREATE FUNCTION gasworks.next_notice_at(in_channels text[]) RETURNS timestamptz
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

-- The staged reports of gateways with the notices they speak of.
CREATE FUNCTION gasworks.stage_receipts(in_receipts json) RETURNS void
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
    FROM json_to_recordset(in_receipts) AS r (line integer, notice text, gateway_id text, outcome text,
                                              occurred_at timestamptz)
    LEFT JOIN notice AS own ON own.district_id = regexp_replace(r.notice, '-[0-9]+$', '')
                           AND own.notice_no = substring(r.notice FROM '-([0-9]{1,18})$')::bigint
    LEFT JOIN LATERAL (
        SELECT x.district_id, x.notice_no FROM notice AS x
        WHERE r.notice IS NULL AND x.gateway_id = r.gateway_id
        ORDER BY x.district_id, x.notice_no LIMIT 1) AS theirs ON true;
END
$$;

-- What is wrong with reports of gateways; no rows: they can be recorded. Clocks of gateways may be five minutes off.
-- problem: unknown_notice | invalid_value | never_sent | before_sending | in_future.
CREATE FUNCTION gasworks.check_receipts(in_receipts json)
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

-- Records what gateways report: [{"line", "notice", "gateway_id", "outcome", "occurred_at"}]; notice is our id, or missing
-- where only the gateway's is known. All or nothing; the same report twice changes nothing.
CREATE FUNCTION gasworks.record_receipts(in_receipts json, in_source text) RETURNS json
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

-- What came of a telephone call or of a notice carried by hand.
--   call: reached | no_answer | wrong_number       hand: handed | posted (into the letterbox) | no_access | refused
-- A notice that was handed over or put into the letterbox, or told by telephone, is confirmed; nobody met or nobody
-- answering leaves it to be tried again; a wrong number or a refusal ends the channel. A refusal at the door, said to a
-- person, is told in person all the same: the supervisor waives it.
CREATE FUNCTION gasworks.record_telling(
    in_command_id uuid, in_district text, in_notice_no bigint, in_result text, in_at timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'record_telling ' || in_notice_no;
    told    notice;
    answer  json;
    id      text := in_district || '-' || in_notice_no;
BEGIN
    PERFORM lock_notices(ARRAY[in_district], ARRAY[in_notice_no]);
    SELECT * INTO told FROM notice WHERE district_id = in_district AND notice_no = in_notice_no;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_notice', json_build_object('notice', id), 'notice_exists');
    END IF;
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF told.state <> 'queued' THEN
        PERFORM refuse('GW001', 'illegal_notice_state',
                       json_build_object('notice', id, 'state', told.state, 'wanted', in_result), 'notice_states');
    END IF;
    PERFORM settle_telling(told, in_result, in_at);
    RETURN record_answer(in_district, in_command_id, command,
                         (SELECT json_build_object('id', id, 'account_no', n.account_no, 'state', n.state)
                          FROM notice AS n WHERE n.district_id = in_district AND n.notice_no = in_notice_no));
END
$$;

-- Applies what came of a call or a delivery to a notice that the caller has locked.
CREATE FUNCTION gasworks.settle_telling(in_notice gasworks.notice, in_result text, in_at timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    now_ timestamptz := present();
BEGIN
    IF NOT coalesce(in_result = ANY (CASE in_notice.channel WHEN 'call' THEN ARRAY['reached', 'no_answer', 'wrong_number']
                                             WHEN 'hand' THEN ARRAY['handed', 'posted', 'no_access', 'refused'] END), false)
    THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'result', 'value', in_result,
                                         'expected', 'result_of_' || in_notice.channel),
                       'result_of_channel');
    END IF;
    PERFORM demand_happened(in_at);
    IF in_at > now_ + interval '5 minutes' OR in_at < (
        SELECT t.made_at FROM outage_terms AS t
        WHERE t.outage_no = in_notice.outage_no AND t.version = in_notice.version) THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'at', 'value', archive_instant(in_at),
                                         'expected', 'since_the_terms_were_made'),
                       'facts_are_past');
    END IF;
    IF in_result = 'posted' AND EXISTS (
        SELECT FROM household AS h WHERE h.district_id = in_notice.district_id AND h.account_no = in_notice.account_no
                                     AND h.special_care IS NOT NULL) THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'result', 'value', in_result, 'expected', 'special_care_in_person'),
                       'special_care_in_person');
    END IF;
    IF in_result IN ('reached', 'handed', 'posted') THEN
        PERFORM open_tellings();
        INSERT INTO pg_temp.telling VALUES (in_notice.district_id, in_notice.notice_no,
                                            CASE in_result WHEN 'reached' THEN 'call' ELSE in_result END, least(in_at, now_));
        PERFORM confirm_tellings();
    ELSIF in_result IN ('no_answer', 'no_access') AND (in_notice.channel = 'hand' OR in_notice.attempts + 1 < setting_number(
              in_notice.district_id, 'notices.max_attempts', today(), 6)) THEN
        UPDATE notice SET attempts = attempts + 1, failure = in_result, due_at = now_ + interval '2 hours'
        WHERE district_id = in_notice.district_id AND notice_no = in_notice.notice_no;
    ELSE
        UPDATE notice AS n SET state = 'failed', attempts = n.attempts + 1, failure = in_result,
            reached = reach_digest(n.district_id || '-' || n.notice_no, n.channel, h.name, h.phone, h.email, h.address,
                                   h.building_id, h.unit)
        FROM household AS h
        WHERE n.district_id = in_notice.district_id AND n.notice_no = in_notice.notice_no
          AND h.district_id = n.district_id AND h.account_no = n.account_no;
        PERFORM open_failed_notices();
        INSERT INTO pg_temp.failed_notice
        VALUES (in_notice.district_id, in_notice.outage_no, in_notice.account_no, in_notice.purpose);
        PERFORM follow_failed_notices();
    END IF;
END
$$;
