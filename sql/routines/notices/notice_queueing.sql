-- The outbox: what is queued, what a worker takes, what it brings back, what gateways and people report.
--
-- A notice is sent at least once, and by its key at most once as the household sees it. A lease carries a token: whoever
-- comes back with an older one changes nothing.

-- Queues the next notice of each household of an outage that has none on its way and was not told: the first channel in
-- order by which it can be reached and that did not fail with the contact it has now. Of accounts, or of all (NULL).
-- in_group: terms | extension | cancellation | restoration; nothing where it has nothing to say. Answers how many were
-- queued.
CREATE OR REPLACE FUNCTION gasworks.queue_notices(
    in_outage integer, in_group text, in_district text, in_accounts text[]) RETURNS integer
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
    places  text[];
    queued  integer;
BEGIN
    -- A whole outage is joined by hash: the tables have no statistics yet when it matters most. Some accounts are looked up.
    IF in_accounts IS NULL THEN
        SET LOCAL enable_nestloop = off;
    END IF;
    SELECT * INTO o FROM outage WHERE outage_no = in_outage;
    IF NOT notice_stands(in_group, o.state) THEN
        RETURN 0;
    END IF;
    places := CASE WHEN in_district IS NULL THEN ARRAY(SELECT outage_districts(in_outage)) ELSE ARRAY[in_district] END;
    SELECT lead_since INTO since FROM outage_terms WHERE outage_no = in_outage AND version = o.terms_version;
    FOR attempt IN 1 .. 10 LOOP
        BEGIN
            WITH preference AS MATERIALIZED (
                SELECT d.district_id, care, channel_order(d.district_id, care, in_group, day) AS channels
                FROM unnest(places) AS d (district_id), (VALUES (true), (false)) AS c (care)
            ), seen AS (
                -- dead: failed, or sent, with the contact that is still on file. A receipt is waited for as long as was
                -- laid down when the notice was sent, whatever the setting says by now; infinity: that time is over.
                SELECT n.district_id, n.account_no,
                       bool_or((n.state IN ('queued', 'leased')
                                OR (n.state = 'sent' AND s.still_theirs AND n.due_at > now_ AND n.due_at < 'infinity')
                                OR (n.state = 'confirmed' AND s.still_theirs))
                               AND (h.special_care IS NULL OR n.channel = 'call'
                                    OR (n.channel = 'hand' AND n.manner IS DISTINCT FROM 'posted'))) AS suffices,
                       coalesce(array_agg(n.channel) FILTER (
                           WHERE s.still_theirs AND n.state IN ('failed', 'sent', 'confirmed')), '{}') AS dead
                FROM notice AS n
                JOIN household AS h ON h.district_id = n.district_id AND h.account_no = n.account_no
                CROSS JOIN LATERAL (SELECT n.reached = reach_digest(n, h) AS still_theirs) AS s
                WHERE n.district_id = ANY (places) AND n.outage_no = in_outage AND n.version = o.terms_version
                  AND n.state <> 'withdrawn' AND n.purpose = ANY (notice_purposes(in_group))
                  AND (in_accounts IS NULL OR n.account_no = ANY (in_accounts))
                GROUP BY n.district_id, n.account_no
            ), earlier AS (
                -- who may have been told: a notice that a worker held may be out, whatever became of it here
                SELECT DISTINCT n.district_id, n.account_no FROM notice AS n
                WHERE (o.terms_version > 1 OR in_group = 'cancellation')
                  AND n.district_id = ANY (places) AND n.outage_no = in_outage
                  AND (n.state = 'confirmed' OR n.first_leased_at IS NOT NULL)
                  AND (in_accounts IS NULL OR n.account_no = ANY (in_accounts))
            ), chosen AS (
                SELECT h.district_id, h.account_no,
                       first_channel(p.channels, h.phone, h.email, s.dead) AS channel
                FROM outage_household AS l
                JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
                JOIN preference AS p ON p.district_id = h.district_id AND p.care = (h.special_care IS NOT NULL)
                LEFT JOIN seen AS s ON s.district_id = h.district_id AND s.account_no = h.account_no
                WHERE l.district_id = ANY (places) AND l.outage_no = in_outage
                  AND CASE in_group WHEN 'terms'
                                    THEN l.state = 'listed' OR (l.state = 'off' AND l.basis IN ('emergency', 'joined'))
                                    WHEN 'cancellation' THEN l.state = 'listed'
                                    ELSE l.state = 'off' END
                  AND (in_accounts IS NULL OR l.account_no = ANY (in_accounts))
                  AND s.suffices IS NOT TRUE
                  AND (in_group <> 'terms' OR (l.district_id, l.account_no) NOT IN (
                          SELECT w.district_id, w.account_no FROM notice_waiver AS w
                          WHERE w.district_id = ANY (places) AND w.outage_no = in_outage AND w.version >= since))
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

-- Withdraws what is queued for an outage.
CREATE OR REPLACE FUNCTION gasworks.withdraw_notices(in_outage integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM FROM notice
    WHERE district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND outage_no = in_outage AND state = 'queued'
    ORDER BY district_id, notice_no FOR NO KEY UPDATE;
    UPDATE notice SET state = 'withdrawn'
    WHERE district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND outage_no = in_outage AND state = 'queued';
END
$$;

-- Queues the next notice of the households whose notices failed just now, or reached a contact that is no more theirs:
-- rows of pg_temp.failed_notice.
CREATE OR REPLACE FUNCTION gasworks.open_failed_notices() RETURNS void
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

CREATE OR REPLACE FUNCTION gasworks.follow_failed_notices() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    part record;
BEGIN
    PERFORM demand_own_table('failed_notice');
    FOR part IN
        SELECT f.outage_no, notice_group(f.purpose) AS purposes, f.district_id, array_agg(f.account_no) AS accounts
        FROM pg_temp.failed_notice AS f
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    LOOP
        PERFORM queue_notices(part.outage_no, part.purposes, part.district_id, part.accounts);
    END LOOP;
    DELETE FROM pg_temp.failed_notice;
END
$$;
