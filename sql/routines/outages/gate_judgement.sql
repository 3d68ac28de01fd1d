-- Who is affected, and who has been told in time: one judgement, which the status shows and the start acts on.

-- How long before the start a household of a class is told, by the settings of the day of the start. What a city or the
-- company sets may be longer than the law's 48 hours (regulation on urban gas, art. 20); where it is shorter, the law holds.
CREATE OR REPLACE FUNCTION gasworks.lead_minutes(in_district text, in_class text, in_day date) RETURNS integer
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT 60 * greatest(48, setting_number(in_district, 'outage.lead_hours.' || in_class, in_day,
                                            CASE in_class WHEN 'industrial' THEN 168 ELSE 48 END))
$$;

-- Every household with gas in the area of an outage's terms, in every district, as of now: the whole subtree of its
-- nodes, its buildings, its single households.
CREATE OR REPLACE FUNCTION gasworks.outage_members(in_outage integer, in_version integer)
    RETURNS TABLE (district_id text, account_no text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20000
    SET search_path = gasworks, pg_temp
AS $$
    WITH RECURSIVE area AS (
        SELECT a.kind, a.district_id, a.code FROM outage_area AS a
        WHERE a.outage_no = in_outage AND a.version = in_version
    ), below AS (
        SELECT area.code AS node_id FROM area WHERE area.kind = 'node'
        UNION
        SELECT child.node_id FROM supply_node AS child JOIN below ON child.parent_id = below.node_id
    ), ending AS MATERIALIZED (
        SELECT today() AS today, local_date(t.ends_at) AS last_day FROM outage_terms AS t
        WHERE t.outage_no = in_outage AND t.version = in_version
    ), named AS (
        -- Each household once, by the widest part of the area that names it.
        SELECT h.district_id, h.account_no, h.gas_on, h.gas_off FROM household AS h
        WHERE h.node_id IN (SELECT below.node_id FROM below)
        UNION ALL
        SELECT h.district_id, h.account_no, h.gas_on, h.gas_off
        FROM area JOIN household AS h ON h.district_id = area.district_id AND h.building_id = area.code
        WHERE area.kind = 'building' AND h.node_id NOT IN (SELECT below.node_id FROM below)
        UNION ALL
        SELECT h.district_id, h.account_no, h.gas_on, h.gas_off
        FROM area JOIN household AS h ON h.district_id = area.district_id AND h.account_no = area.code
        WHERE area.kind = 'household' AND h.node_id NOT IN (SELECT below.node_id FROM below)
          AND NOT EXISTS (SELECT FROM area AS b WHERE b.kind = 'building' AND b.district_id = h.district_id
                                                  AND b.code = h.building_id)
    )
    SELECT named.district_id, named.account_no FROM named CROSS JOIN ending
    WHERE (named.gas_off IS NULL OR named.gas_off > ending.today) AND named.gas_on <= ending.last_day
$$;

-- How each affected household stands before the gate.
--   told     told of the present terms, and in time
--   waived   a supervisor answers for it
--   late     told of the present terms, later than the lead before the start
--   person   special care, told by other means than in person or by telephone
--   moved    told under a name or at a contact that is no more the household's
--   changed  told of earlier terms only
--   untold   nothing confirmed
-- In time: a confirmation the lead before the start that it announced. After a postponement one of the terms before it
-- will do (nobody's time got shorter), beside one of the present terms at any time.
CREATE OR REPLACE FUNCTION gasworks.gate_verdicts(in_outage integer)
    RETURNS TABLE (district_id text, account_no text, customer_class text, lead_minutes integer, verdict text,
                   told_at timestamptz, told_start timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20000
    SET search_path = gasworks, pg_temp
    SET jit = off
    SET work_mem = '64MB'
    SET enable_nestloop = off                        -- ledger and outbox have no statistics yet when it matters most
AS $$
    WITH o AS (
        SELECT w.outage_no, w.terms_version, t.lead_since, t.starts_at
        FROM outage AS w JOIN outage_terms AS t ON t.outage_no = w.outage_no AND t.version = w.terms_version
        WHERE w.outage_no = in_outage
    ), lead AS MATERIALIZED (
        SELECT d.district_id, c.class, lead_minutes(d.district_id, c.class, local_date(o.starts_at)) AS minutes
        FROM o, district AS d, (VALUES ('residential'), ('commercial'), ('industrial'), ('heating')) AS c (class)
        WHERE d.district_id <> '-'
    ), affected AS (
        SELECT h.district_id, h.account_no, h.customer_class, h.special_care IS NOT NULL AS in_care, l.minutes
        FROM o CROSS JOIN LATERAL outage_members(in_outage, o.terms_version) AS m
        JOIN household AS h ON h.district_id = m.district_id AND h.account_no = m.account_no
        JOIN lead AS l ON l.district_id = h.district_id AND l.class = h.customer_class
    ), telling AS (
        SELECT n.district_id, n.account_no, n.version, n.confirmed_at, t.starts_at,
               n.channel = 'call' OR n.manner = 'handed' AS personal,
               n.reached = reach_digest(n, h) AS still_theirs
        FROM notice AS n
        JOIN household AS h ON h.district_id = n.district_id AND h.account_no = n.account_no
        JOIN outage_terms AS t ON t.outage_no = n.outage_no AND t.version = n.version
        WHERE n.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND n.outage_no = in_outage
          AND n.state = 'confirmed' AND n.purpose IN ('announcement', 'change')
    ), judged AS (
        SELECT a.district_id, a.account_no, a.customer_class, a.minutes,
               bool_or(t.version = o.terms_version AND t.still_theirs AND (t.personal OR NOT a.in_care)) AS knows,
               bool_or(t.version = o.terms_version AND t.still_theirs) AS reached,
               bool_or(t.version = o.terms_version) AS answered,
               bool_or(t.version IS NOT NULL) AS ever,
               (array_agg(t.confirmed_at ORDER BY t.starts_at - t.confirmed_at DESC)
                    FILTER (WHERE in_time.holds))[1] AS told_at,
               (array_agg(t.starts_at ORDER BY t.starts_at - t.confirmed_at DESC)
                    FILTER (WHERE in_time.holds))[1] AS told_start
        FROM o CROSS JOIN affected AS a
        LEFT JOIN telling AS t ON t.district_id = a.district_id AND t.account_no = a.account_no
        CROSS JOIN LATERAL (
            SELECT t.version >= o.lead_since AND t.still_theirs AND (t.personal OR NOT a.in_care)
                   AND extract(epoch FROM t.starts_at - t.confirmed_at) >= a.minutes * 60 AS holds) AS in_time
        GROUP BY a.district_id, a.account_no, a.customer_class, a.minutes
    )
    SELECT j.district_id, j.account_no, j.customer_class, j.minutes,
           CASE WHEN j.knows AND j.told_at IS NOT NULL THEN 'told'
                WHEN EXISTS (SELECT FROM notice_waiver AS w
                             WHERE w.district_id = j.district_id AND w.outage_no = in_outage
                               AND w.account_no = j.account_no AND w.version >= o.lead_since) THEN 'waived'
                WHEN j.knows THEN 'late'
                WHEN j.reached THEN 'person'
                WHEN j.answered THEN 'moved'
                WHEN j.ever THEN 'changed'
                ELSE 'untold' END,
           j.told_at, j.told_start
    FROM o CROSS JOIN judged AS j
$$;
