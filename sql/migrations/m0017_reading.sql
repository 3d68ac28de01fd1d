-- What people read: masked households, the search, a crew's published day.

-- The accounts that the session's crew may see today: the households of its own jobs by the published plan. Empty for a
-- login without a crew. Policies compare with this array (a policy of a distributed table must hold no subquery).
CREATE FUNCTION gasworks.own_accounts() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT coalesce(array_agg(DISTINCT j.account_no COLLATE "C"), '{}')
    FROM job AS j
    WHERE j.crew_id = own_crew() AND j.plan_date = today() AND j.state IN ('planned', 'started', 'closed')
      AND j.account_no IS NOT NULL
$$;

-- A****, +0********01, a***@example.org: enough to recognise, too little to use.
CREATE FUNCTION gasworks.masked(in_text text, in_first integer, in_last integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN length(in_text) <= in_first + in_last THEN repeat('*', length(in_text))
                ELSE left(in_text, in_first) || repeat('*', length(in_text) - in_first - in_last)
                     || right(in_text, in_last) END
$$;

CREATE FUNCTION gasworks.masked_email(in_email text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT left(in_email, 1) || '***' || coalesce(substring(in_email FROM '@.*$'), '')
$$;

-- Households with their private fields masked. A crew sees its own route's of today; the office sees all. The
-- sub-selects are evaluated once for a query, not once for a row.
CREATE VIEW gasworks.household_masked WITH (security_barrier) AS
SELECT h.district_id, h.account_no, h.customer_class, gasworks.masked(h.name, 1, 0) AS name_masked, h.address,
       h.building_id, h.unit, h.floor, h.latitude, h.longitude, h.node_id, h.meter_no,
       gasworks.masked(h.phone, 2, 2) AS phone_masked, gasworks.masked_email(h.email) AS email_masked,
       h.special_care IS NOT NULL AS in_special_care, h.gas_on, h.gas_off, h.last_inspected, h.cycle_months,
       o.obligation_no, o.window_opens, o.deadline, h.archive_seq
FROM gasworks.household AS h
LEFT JOIN gasworks.inspection_obligation AS o
    ON o.district_id = h.district_id AND o.account_no = h.account_no AND o.state = 'open'
WHERE (SELECT gasworks.is_office()) OR h.account_no = ANY ((SELECT gasworks.own_accounts())::text[]);

-- Finds households by account, meter, address (any part of it) or the beginning of a name. The private name can be
-- found and is not shown. At most in_limit rows, the best kind of match first.
CREATE FUNCTION gasworks.search_households(in_text text, in_limit integer)
    RETURNS TABLE (district_id text, account_no text, matched text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    WITH wanted AS (
        SELECT in_text AS text,
               '%' || replace(replace(replace(lower(in_text), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS inside
    ), hit AS (
        (SELECT h.district_id, h.account_no, 'account' AS matched, 1 AS rank FROM household AS h
         WHERE h.account_no = in_text)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'meter', 2 FROM household AS h WHERE h.meter_no = in_text LIMIT in_limit)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'name', 3 FROM household AS h
         WHERE h.name IS NOT NULL
           AND lower(h.name) ^@ lower(in_text) LIMIT in_limit)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'address', 4
         FROM building AS b JOIN household AS h
           ON h.district_id = b.district_id AND h.building_id = b.building_id AND h.address = b.address
         WHERE lower(b.address) LIKE (SELECT inside FROM wanted)
         ORDER BY h.address, h.account_no LIMIT in_limit)
    )
    SELECT hit.district_id, hit.account_no, (array_agg(hit.matched ORDER BY hit.rank))[1]
    FROM hit
    WHERE in_text <> '' AND (is_office() OR hit.account_no = ANY (own_accounts()))
    GROUP BY hit.district_id, hit.account_no
    ORDER BY min(hit.rank), hit.account_no
    LIMIT in_limit
$$;

-- The day that crews see, stop by stop, job by job: one statement over one published version, so never a mixture.
CREATE VIEW gasworks.published_route WITH (security_invoker) AS
SELECT p.district_id, p.plan_date, p.published_version AS version, s.crew_id, s.sequence, s.building_id, s.address,
       s.latitude, s.longitude, s.arrival, s.departure, j.job_no, j.kind, j.account_no, j.state, j.result, j.started_at,
       j.closed_at
FROM gasworks.day_head AS p
JOIN gasworks.route_stop AS s
    ON s.district_id = p.district_id AND s.plan_date = p.plan_date AND s.version = p.published_version
JOIN gasworks.route_job AS rj
    ON rj.district_id = s.district_id AND rj.plan_date = s.plan_date AND rj.version = s.version
   AND rj.crew_id = s.crew_id AND rj.sequence = s.sequence
JOIN gasworks.job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no;
