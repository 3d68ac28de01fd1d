-- What the office reads of outages. Names and contacts do not appear here.

-- How an outage stands, one row a district, class and verdict; deadline: the last instant at which a confirmation is in
-- time for the present start. Of those who are not told yet, how many are reached next by a message, by a call and by hand:
-- by what is on its way, else by the first channel in order that did not fail.
CREATE OR REPLACE FUNCTION gasworks.outage_standing(in_outage integer)
    RETURNS TABLE (district_id text, customer_class text, verdict text, households bigint, in_care bigint,
                   deadline timestamptz, messages bigint, calls bigint, hands bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
    SET enable_nestloop = off                        -- as for gate_verdicts
AS $$
    WITH preference AS MATERIALIZED (
        SELECT d.district_id, care, channel_order(d.district_id, care, 'terms', today()) AS channels
        FROM district AS d, (VALUES (true), (false)) AS c (care)
        WHERE d.district_id <> '-'
    ), onward AS (
        SELECT n.district_id, n.account_no,
               CASE WHEN bool_or(n.channel = 'hand' AND n.state = 'queued') THEN 'hand'
                    WHEN bool_or(n.channel = 'call' AND n.state = 'queued') THEN 'call'
                    WHEN bool_or(n.channel IN ('sms', 'email') AND n.state IN ('queued', 'leased', 'sent')) THEN 'sms'
                    END AS channel,
               coalesce(array_agg(n.channel) FILTER (WHERE n.state = 'failed'), '{}') AS dead
        FROM outage AS o
        JOIN notice AS n ON n.outage_no = o.outage_no AND n.version = o.terms_version
        WHERE o.outage_no = in_outage AND n.district_id = ANY (ARRAY(SELECT outage_districts(in_outage)))
          AND n.purpose = ANY (notice_purposes('terms'))
        GROUP BY n.district_id, n.account_no
    ), judged AS (
        SELECT v.district_id, v.customer_class, v.verdict, h.special_care IS NOT NULL AS in_care,
               o.starts_at - make_interval(mins => v.lead_minutes) AS deadline,
               CASE WHEN v.verdict NOT IN ('told', 'waived')
                    THEN coalesce(w.channel, first_channel(p.channels, h.phone, h.email, coalesce(w.dead, '{}')))
                    END AS channel
        FROM outage AS o
        CROSS JOIN LATERAL gate_verdicts(o.outage_no) AS v
        JOIN household AS h ON h.district_id = v.district_id AND h.account_no = v.account_no
        JOIN preference AS p ON p.district_id = h.district_id AND p.care = (h.special_care IS NOT NULL)
        LEFT JOIN onward AS w ON w.district_id = v.district_id AND w.account_no = v.account_no
        WHERE o.outage_no = in_outage
    )
    SELECT j.district_id, j.customer_class, j.verdict, count(*), count(*) FILTER (WHERE j.in_care), min(j.deadline),
           count(*) FILTER (WHERE j.channel IN ('sms', 'email')), count(*) FILTER (WHERE j.channel = 'call'),
           count(*) FILTER (WHERE j.channel = 'hand')
    FROM judged AS j
    GROUP BY j.district_id, j.customer_class, j.verdict
    ORDER BY j.district_id, j.customer_class, j.verdict
$$;

-- Notices of all terms of an outage by terms, purpose, channel and state.
CREATE OR REPLACE FUNCTION gasworks.outage_notice_counts(in_outage integer)
    RETURNS TABLE (version integer, purpose text, channel text, state text, notices bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT n.version, n.purpose, n.channel, n.state, count(*)
    FROM notice AS n
    WHERE n.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND n.outage_no = in_outage
    GROUP BY n.version, n.purpose, n.channel, n.state
    ORDER BY n.version, n.purpose, n.channel, n.state
$$;

-- The households that keep an outage from starting, the first in_limit by district and account, with what is on its way.
CREATE OR REPLACE FUNCTION gasworks.outage_untold(in_outage integer, in_limit integer)
    RETURNS TABLE (district_id text, account_no text, customer_class text, address text, unit text, in_care boolean,
                   verdict text, on_its_way text, failure text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT v.district_id, v.account_no, v.customer_class, h.address, h.unit, h.special_care IS NOT NULL, v.verdict,
           (SELECT string_agg(DISTINCT n.channel || ':' || n.state, ' ') FROM notice AS n
            WHERE n.district_id = v.district_id AND n.outage_no = in_outage AND n.account_no = v.account_no
              AND n.state IN ('queued', 'leased', 'sent')),
           (SELECT n.failure FROM notice AS n
            WHERE n.district_id = v.district_id AND n.outage_no = in_outage AND n.account_no = v.account_no
              AND n.state = 'failed' ORDER BY n.notice_no DESC LIMIT 1)
    FROM gate_verdicts(in_outage) AS v
    JOIN household AS h ON h.district_id = v.district_id AND h.account_no = v.account_no
    WHERE v.verdict NOT IN ('told', 'waived')
    ORDER BY v.district_id, v.account_no LIMIT in_limit
$$;

-- Work for crews that outages ask for, of a district on a day: notices to be carried by hand (deadline: until when they
-- are in time) and households to be lit again.
CREATE OR REPLACE FUNCTION gasworks.outage_work(in_district text, in_day date)
    RETURNS TABLE (district_id text, kind text, account_no text, outage_no integer, deadline timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT n.district_id, 'notice', n.account_no, n.outage_no,
           o.starts_at - make_interval(mins => lead_minutes(n.district_id, h.customer_class, local_date(o.starts_at)))
    FROM notice AS n
    JOIN outage AS o ON o.outage_no = n.outage_no AND o.state = 'announced' AND o.terms_version = n.version
    JOIN household AS h ON h.district_id = n.district_id AND h.account_no = n.account_no
    WHERE n.district_id = in_district AND n.channel = 'hand' AND n.state = 'queued'
    UNION ALL
    SELECT l.district_id, 'restoration', l.account_no, l.outage_no, NULL
    FROM outage_household AS l
    WHERE l.district_id = in_district AND l.state = 'sealed' AND l.revisit_on <= in_day
    ORDER BY 1, 2, 3, 4
$$;

-- Where the gas is off, as customers are told: the names of the nodes and the addresses of the buildings that were declared,
-- the first eight of them. NULL where only single households were: each is told its own address.
CREATE OR REPLACE FUNCTION gasworks.outage_places(in_outage integer, in_version integer) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT CASE WHEN count(*) > 8 THEN string_agg(p.place, ', ' ORDER BY p.place) FILTER (WHERE p.number <= 8) || ', …'
                ELSE string_agg(p.place, ', ' ORDER BY p.place) END
    FROM (SELECT d.place, row_number() OVER (ORDER BY d.place) AS number
          FROM (SELECT n.name AS place
                FROM outage_area AS a JOIN supply_node AS n ON n.node_id = a.code
                WHERE a.outage_no = in_outage AND a.version = in_version AND a.kind = 'node'
                UNION
                SELECT b.address
                FROM outage_area AS a JOIN building AS b ON b.district_id = a.district_id AND b.building_id = a.code
                WHERE a.outage_no = in_outage AND a.version = in_version AND a.kind = 'building') AS d) AS p
$$;
