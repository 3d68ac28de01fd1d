-- A file of households: staged, and judged as a whole.

-- Opens the staging table. An inspection that a file brings keeps the anniversary as one that was made here: within the
-- early window it counts as done on the deadline that it answers. The staged row says on which day it is deemed done.
CREATE OR REPLACE FUNCTION gasworks.begin_household_import() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE staged_household (
        line           integer,
        account_no     text COLLATE "C",
        customer_class text,
        name           text,
        address        text,
        building_id    text COLLATE "C",
        unit           text,
        floor          text,
        district_id    text COLLATE "C",
        latitude       double precision,
        longitude      double precision,
        node_id        text COLLATE "C",
        meter_no       text COLLATE "C",
        phone          text,
        email          text,
        special_care   text,
        gas_on         date,
        last_inspected date,
        window_opens   date,                         -- of the obligation that follows from gas_on and last_inspected
        deadline       date,
        rule_id        integer,                      -- the cycle rule it was derived by
        deemed_date    date                          -- the anniversary that the inspection kept; NULL: none
    ) ON COMMIT DROP;
    EXECUTE format('GRANT INSERT ON pg_temp.staged_household TO %I, gasworks_administrator', session_user);
END
$$;

-- Whether an inspection answers a household's open obligation within its early window, or is the one that opened it.
CREATE OR REPLACE FUNCTION gasworks.keeps_anniversary(
    in_district text, in_account text, in_class text, in_inspected date, in_deemed date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM inspection_obligation AS o
        WHERE o.district_id = in_district AND o.account_no = in_account AND o.state = 'open'
          AND (in_inspected = o.basis_date AND in_deemed = o.deemed_date
               OR in_inspected > o.basis_date AND in_deemed = o.deadline AND in_inspected <= o.deadline
                  AND in_inspected >= o.deadline - make_interval(months => early_months_of(
                          cycle_rule_on(in_district, in_class, in_inspected), in_district, in_inspected))))
$$;

-- What only the database can see to be wrong. problem: duplicate_key | unknown_node | district_changed |
-- deadline_beyond_rule | rule_not_in_force. A deemed date must be an anniversary that the inspection keeps. Holds the
-- company's lock from here to the end of the transaction, so that two imports cannot bring the same account into two
-- districts.
CREATE OR REPLACE FUNCTION gasworks.check_household_import()
    RETURNS TABLE (line integer, column_name text, problem text, value text, expected text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET work_mem = '128MB'
    SET jit = off
AS $$
BEGIN
    PERFORM demand_own_table('staged_household');
    PERFORM lock_district('-');
    ANALYZE pg_temp.staged_household;
    RETURN QUERY
    SELECT s.line, 'account_no', 'duplicate_key', s.account_no::text, twice.first_line::text
    FROM (SELECT d.account_no, min(d.line) AS first_line FROM pg_temp.staged_household AS d
          GROUP BY d.account_no HAVING count(*) > 1) AS twice
    JOIN pg_temp.staged_household AS s ON s.account_no = twice.account_no AND s.line > twice.first_line
    UNION ALL
    SELECT s.line, 'supply_node', 'unknown_node', s.node_id::text, NULL
    FROM pg_temp.staged_household AS s
    WHERE NOT EXISTS (SELECT FROM supply_node AS n WHERE n.node_id = s.node_id)
    UNION ALL
    SELECT s.line, 'district', 'district_changed', s.district_id::text, h.district_id::text
    FROM pg_temp.staged_household AS s
    JOIN household AS h ON h.account_no = s.account_no AND h.district_id <> s.district_id
    UNION ALL
    SELECT s.line, 'last_inspected', CASE WHEN r.rule_id IS NULL THEN 'rule_not_in_force' ELSE 'deadline_beyond_rule' END,
           s.last_inspected::text, s.deadline::text
    FROM pg_temp.staged_household AS s
    LEFT JOIN cycle_rule AS r
        ON r.rule_id = s.rule_id AND r.customer_class = s.customer_class AND r.district_id IN (s.district_id, '-')
    CROSS JOIN LATERAL (SELECT coalesce(s.last_inspected, s.gas_on) AS actual) AS b
    CROSS JOIN LATERAL (SELECT coalesce(s.deemed_date, b.actual) AS deemed) AS d
    WHERE r.rule_id IS NULL
       -- The cheap question first: the rule itself allows it nearly always; else another may that governs meanwhile.
       OR (s.deadline > interval_deadline(r.interval_kind, r.months, r.cap_months, d.deemed, b.actual)
           AND s.deadline > latest_deadline(s.district_id, s.customer_class, d.deemed, b.actual, s.deadline, NULL))
       OR (d.deemed <> b.actual AND NOT keeps_anniversary(
               s.district_id, s.account_no, s.customer_class, s.last_inspected, d.deemed))
    ORDER BY 1, 2;
    IF NOT FOUND THEN
        PERFORM note_checked('staged_household');
    END IF;
END
$$;
