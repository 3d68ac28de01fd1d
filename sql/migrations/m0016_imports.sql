-- Bulk imports: open a staging table, COPY into it, check it as a whole, apply it as a whole. One transaction:
--
--   SELECT gasworks.begin_household_import();
--   COPY pg_temp.staged_household (line, account_no, …) FROM STDIN;
--   SELECT * FROM gasworks.check_household_import();          -- every bad row; no rows: good
--   SELECT gasworks.apply_household_import('<sha-256 of the file>');
--
-- The staging tables are temporary (no WAL, gone at the end) and belong to the keeper: a client fills them and can
-- neither read them nor put something else in their place. The same file twice changes nothing and writes no event.

-- Remembers that a staging table was checked and how many rows it had, so that a million need not be checked twice; as
-- a client can only add to it, the same number of rows means the same rows.
CREATE FUNCTION gasworks.note_checked(in_table text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    total bigint;
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS checked_import (table_name text, total bigint) ON COMMIT DROP;
    PERFORM demand_own_table('checked_import');
    EXECUTE format('SELECT count(*) FROM pg_temp.%I', in_table) INTO total;
    INSERT INTO pg_temp.checked_import VALUES (in_table, total);
END
$$;

-- The number of staged rows; refused unless they were checked and found good.
CREATE FUNCTION gasworks.demand_checked(in_table text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    staged bigint;
BEGIN
    PERFORM demand_own_table(in_table);
    EXECUTE format('SELECT count(*) FROM pg_temp.%I', in_table) INTO staged;
    IF to_regclass('pg_temp.checked_import') IS NOT NULL THEN
        PERFORM demand_own_table('checked_import');
        PERFORM FROM pg_temp.checked_import AS c WHERE c.table_name = in_table AND c.total = staged;
        IF FOUND THEN
            RETURN staged;
        END IF;
    END IF;
    PERFORM refuse('GW011', 'import_not_checked', json_build_object('table', in_table), 'all_or_nothing');
END
$$;

CREATE FUNCTION gasworks.begin_household_import() RETURNS void
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
        rule_id        integer                       -- the cycle rule it was derived by
    ) ON COMMIT DROP;
    EXECUTE format('GRANT INSERT ON pg_temp.staged_household TO %I, gasworks_administrator', session_user);
END
$$;

-- What only the database can see to be wrong. problem: duplicate_key | unknown_node | district_changed |
-- deadline_beyond_rule | rule_not_in_force. Holds the company's lock from here to the end of the transaction, so that
-- two imports cannot bring the same account into two districts.
CREATE FUNCTION gasworks.check_household_import()
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
    WHERE r.rule_id IS NULL
       -- The cheap question first: the rule itself allows it nearly always; else another may that governs meanwhile.
       OR (s.deadline > interval_deadline(r.interval_kind, r.months, r.cap_months, coalesce(s.last_inspected, s.gas_on),
                                          coalesce(s.last_inspected, s.gas_on))
           AND s.deadline > latest_deadline(s.district_id, s.customer_class, coalesce(s.last_inspected, s.gas_on),
                                            coalesce(s.last_inspected, s.gas_on), s.deadline, NULL))
    ORDER BY 1, 2;
    IF NOT FOUND THEN
        PERFORM note_checked('staged_household');
    END IF;
END
$$;

-- New accounts become households, each with its archive opened and its first obligation; changed ones are changed, each
-- with an event that names the fields; the rest stays as it is. An inspection recorded here later than the file's is
-- kept.
CREATE FUNCTION gasworks.apply_household_import(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET work_mem = '256MB'
    SET jit = off
AS $$
DECLARE
    made     timestamptz := present();
    who      text := session_user;
    human    text := claimed_operator();
    made_text text := archive_instant(made);
    total    bigint;
    inserted bigint;
    changed  bigint;
    answer   json;
BEGIN
    total := demand_checked('staged_household');

    INSERT INTO district (district_id, name)
    SELECT DISTINCT s.district_id, s.district_id FROM pg_temp.staged_household AS s
    ON CONFLICT ON CONSTRAINT district_pkey DO NOTHING;
    INSERT INTO district_archive (district_id)
    SELECT DISTINCT s.district_id FROM pg_temp.staged_household AS s
    ON CONFLICT ON CONSTRAINT district_archive_pkey DO NOTHING;
    INSERT INTO building (district_id, building_id, address)
    SELECT DISTINCT s.district_id, s.building_id, s.address FROM pg_temp.staged_household AS s
    ON CONFLICT ON CONSTRAINT building_pkey DO NOTHING;

    changed := change_imported_households(made);

    -- One pass: row, first event with its hash, first obligation. Values in the payload are codes and dates, which need
    -- no escaping; the constraints above see to it.
    WITH opening AS (
        SELECT s.*, coalesce(s.last_inspected, s.gas_on) AS basis_date,
               CASE WHEN s.last_inspected IS NULL THEN 'gas_on' ELSE 'inspection' END AS basis,
               ('{"customer_class":"' || s.customer_class || '","node_id":"' || s.node_id || '","gas_on":"' || s.gas_on
                || '","last_inspected":' || coalesce('"' || s.last_inspected || '"', 'null')
                || ',"opens":"' || s.window_opens || '","deadline":"' || s.deadline || '"}')::json AS payload
        FROM pg_temp.staged_household AS s
        WHERE NOT EXISTS (SELECT FROM household AS h
                          WHERE h.district_id = s.district_id AND h.account_no = s.account_no)
    ), hashed AS MATERIALIZED (
        SELECT opening.*, sha256(convert_to(canonical_event(
                   district_id, account_no, 1, 'household_opened', made_text, made_text, who, human, chain_origin(), payload),
                   'UTF8')) AS hash
        FROM opening
    ), home AS (
        INSERT INTO household (district_id, account_no, customer_class, name, address, building_id, unit, floor,
                               latitude,
                               longitude, node_id, meter_no, phone, email, special_care, gas_on, last_inspected,
                               archive_seq, archive_hash)
        SELECT district_id, account_no, customer_class, name, address, building_id, unit, floor, latitude, longitude,
               node_id, meter_no, phone, email, special_care, gas_on, last_inspected, 1, hash
        FROM hashed
    ), owed AS (
        INSERT INTO inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline, basis,
                                           basis_date, deemed_date, rule_id)
        SELECT district_id, account_no, 1, window_opens, deadline, basis, basis_date, basis_date, rule_id
        FROM hashed
    )
    INSERT INTO archive_event (district_id, account_no, seq, kind, occurred_at, recorded_at, actor, operator, payload,
                               previous_hash, hash)
    SELECT district_id, account_no, 1, 'household_opened', made, made, who, human, payload, chain_origin(), hash
    FROM hashed;
    GET DIAGNOSTICS inserted = ROW_COUNT;

    answer := json_build_object('rows', total, 'inserted', inserted, 'changed', changed,
                                'unchanged', total - inserted - changed);
    IF inserted + changed > 0 THEN
        PERFORM append_event('-', '', 'households_imported', made, json_build_object(
            'file_sha256', in_file_sha256, 'rows', total, 'inserted', inserted, 'changed', changed));
        PERFORM refresh_statistics();
    END IF;
    RETURN answer;
END
$$;

-- The part of an import that meets households which are already there; answers how many changed.
CREATE FUNCTION gasworks.change_imported_households(in_made timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET work_mem = '128MB'
    SET jit = off
AS $$
DECLARE
    changed bigint;
BEGIN
    CREATE TEMPORARY TABLE changed_household ON COMMIT DROP AS
    SELECT s.*, h.cycle_months, h.gas_off, greatest(h.last_inspected, s.last_inspected) AS inspected,
           array_remove(ARRAY[
               CASE WHEN h.customer_class <> s.customer_class THEN 'customer_class' END,
               CASE WHEN h.name IS DISTINCT FROM s.name THEN 'name' END,
               CASE WHEN h.address <> s.address THEN 'address' END,
               CASE WHEN h.building_id <> s.building_id THEN 'building_id' END,
               CASE WHEN h.unit IS DISTINCT FROM s.unit THEN 'unit' END,
               CASE WHEN h.floor IS DISTINCT FROM s.floor THEN 'floor' END,
               CASE WHEN h.latitude <> s.latitude THEN 'latitude' END,
               CASE WHEN h.longitude <> s.longitude THEN 'longitude' END,
               CASE WHEN h.node_id <> s.node_id THEN 'node_id' END,
               CASE WHEN h.meter_no IS DISTINCT FROM s.meter_no THEN 'meter_no' END,
               CASE WHEN h.phone IS DISTINCT FROM s.phone THEN 'phone' END,
               CASE WHEN h.email IS DISTINCT FROM s.email THEN 'email' END,
               CASE WHEN h.special_care IS DISTINCT FROM s.special_care THEN 'special_care' END,
               CASE WHEN h.gas_on <> s.gas_on THEN 'gas_on' END,
               CASE WHEN h.last_inspected IS DISTINCT FROM greatest(h.last_inspected, s.last_inspected)
                    THEN 'last_inspected' END], NULL) AS fields,
           h.customer_class AS class_before, h.node_id AS node_before, h.gas_on AS gas_on_before,
           h.last_inspected AS inspected_before
    FROM pg_temp.staged_household AS s
    JOIN household AS h ON h.district_id = s.district_id AND h.account_no = s.account_no
    WHERE (h.customer_class, h.name, h.address, h.building_id, h.unit, h.floor, h.latitude, h.longitude, h.node_id,
           h.meter_no, h.phone, h.email, h.special_care, h.gas_on, h.last_inspected)
          IS DISTINCT FROM
          (s.customer_class, s.name, s.address, s.building_id, s.unit, s.floor, s.latitude, s.longitude, s.node_id,
           s.meter_no, s.phone, s.email, s.special_care, s.gas_on, greatest(h.last_inspected, s.last_inspected));
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed = 0 THEN
        RETURN 0;
    END IF;
    PERFORM FROM household AS h
    JOIN pg_temp.changed_household AS c ON c.district_id = h.district_id AND c.account_no = h.account_no
    ORDER BY h.district_id, h.account_no FOR NO KEY UPDATE OF h;

    UPDATE household AS h SET
        customer_class = c.customer_class, name = c.name, address = c.address, building_id = c.building_id,
        unit = c.unit, floor = c.floor, latitude = c.latitude, longitude = c.longitude, node_id = c.node_id,
        meter_no = c.meter_no, phone = c.phone, email = c.email, special_care = c.special_care, gas_on = c.gas_on,
        last_inspected = greatest(h.last_inspected, c.last_inspected)
    FROM pg_temp.changed_household AS c
    WHERE h.district_id = c.district_id AND h.account_no = c.account_no;

    -- Where the cycle's ground moved, the open obligation makes way. A newer inspection in the file fulfils it. A
    -- household with an interval of its own keeps that interval; one whose gas is off owes nothing.
    CREATE TEMPORARY TABLE moved_cycle ON COMMIT DROP AS
    SELECT c.district_id, c.account_no, o.obligation_no, c.inspected,
           coalesce(c.inspected > o.basis_date AND c.inspected > coalesce(c.inspected_before, o.basis_date - 1), false)
               AS brought_inspection,
           (SELECT max(l.obligation_no) FROM inspection_obligation AS l
            WHERE l.district_id = c.district_id AND l.account_no = c.account_no) AS last_no,
           c.cycle_months, c.gas_on, c.rule_id, c.window_opens, c.deadline
    FROM pg_temp.changed_household AS c
    LEFT JOIN inspection_obligation AS o
        ON o.district_id = c.district_id AND o.account_no = c.account_no AND o.state = 'open'
    WHERE c.fields && ARRAY['customer_class', 'gas_on', 'last_inspected'] AND c.gas_off IS NULL
      AND c.inspected IS NOT DISTINCT FROM c.last_inspected;
    UPDATE inspection_obligation AS o
    SET state = CASE WHEN m.brought_inspection THEN 'fulfilled' ELSE 'superseded' END,
        fulfilled_on = CASE WHEN m.brought_inspection THEN m.inspected END
    FROM pg_temp.moved_cycle AS m
    WHERE o.district_id = m.district_id AND o.account_no = m.account_no AND o.state = 'open';
    INSERT INTO inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline, basis,
                                       basis_date,
                                       deemed_date, rule_id)
    SELECT m.district_id, m.account_no, coalesce(m.last_no, 0) + 1,
           least(m.window_opens, own.deadline), least(m.deadline, own.deadline),
           CASE WHEN m.inspected IS NULL THEN 'gas_on' ELSE 'inspection' END,
           coalesce(m.inspected, m.gas_on), coalesce(m.inspected, m.gas_on), m.rule_id
    FROM pg_temp.moved_cycle AS m
    CROSS JOIN LATERAL (SELECT (coalesce(m.inspected, m.gas_on) + make_interval(months => m.cycle_months))::date
                               AS deadline) AS own;

    PERFORM open_pending_events();
    INSERT INTO pg_temp.pending_event (district_id, account_no, kind, payload)
    SELECT c.district_id, c.account_no, 'household_changed', json_strip_nulls(json_build_object(
        'changed', to_json(c.fields),
        'values', json_strip_nulls(json_build_object(
            'customer_class', CASE WHEN 'customer_class' = ANY (c.fields)
                                   THEN json_build_array(c.class_before, c.customer_class) END,
            'node_id', CASE WHEN 'node_id' = ANY (c.fields) THEN json_build_array(c.node_before, c.node_id) END,
            'gas_on', CASE WHEN 'gas_on' = ANY (c.fields) THEN json_build_array(c.gas_on_before, c.gas_on) END,
            'last_inspected', CASE WHEN 'last_inspected' = ANY (c.fields)
                                   THEN json_build_array(c.inspected_before, c.inspected) END))))
    FROM pg_temp.changed_household AS c;
    PERFORM append_pending_events(in_made);
    RETURN changed;
END
$$;

-- The supply network -------------------------------------------------------------------------------------------------

CREATE FUNCTION gasworks.begin_supply_import() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE staged_supply_node (
        line      integer,
        node_id   text COLLATE "C",
        kind      text,
        parent_id text COLLATE "C",
        name      text,
        latitude  double precision,
        longitude double precision
    ) ON COMMIT DROP;
    EXECUTE format('GRANT INSERT ON pg_temp.staged_supply_node TO %I, gasworks_administrator', session_user);
END
$$;

-- problem: duplicate_key | unknown_node | wrong_parent_kind | supply_cycle. The tree is judged as it would be
-- afterwards: the nodes there are and those of the file together.
CREATE FUNCTION gasworks.check_supply_import()
    RETURNS TABLE (line integer, column_name text, problem text, value text, expected text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET work_mem = '64MB'
    SET jit = off
AS $$
BEGIN
    PERFORM demand_own_table('staged_supply_node');
    PERFORM lock_district('-');
    ANALYZE pg_temp.staged_supply_node;
    RETURN QUERY
    WITH RECURSIVE tree AS (
        SELECT DISTINCT ON (s.node_id) s.line, s.node_id, s.parent_id, s.kind FROM pg_temp.staged_supply_node AS s
        ORDER BY s.node_id, s.line
    ), afterwards AS (
        SELECT tree.line, tree.node_id, tree.parent_id, tree.kind FROM tree
        UNION ALL
        SELECT NULL, n.node_id, n.parent_id, n.kind FROM supply_node AS n
        WHERE NOT EXISTS (SELECT FROM tree WHERE tree.node_id = n.node_id)
    ), fed AS (
        SELECT a.node_id FROM afterwards AS a WHERE a.parent_id IS NULL
        UNION
        SELECT a.node_id FROM afterwards AS a JOIN fed ON a.parent_id = fed.node_id
    ), rank (kind, place) AS (
        VALUES ('gate_station', 1), ('regulator', 2), ('main', 3), ('riser', 4)
    )
    SELECT s.line, 'node_id', 'duplicate_key', s.node_id::text, twice.first_line::text
    FROM (SELECT d.node_id, min(d.line) AS first_line FROM pg_temp.staged_supply_node AS d
          GROUP BY d.node_id HAVING count(*) > 1) AS twice
    JOIN pg_temp.staged_supply_node AS s ON s.node_id = twice.node_id AND s.line > twice.first_line
    UNION ALL
    SELECT a.line, 'parent_id', 'unknown_node', a.parent_id::text, NULL FROM afterwards AS a
    WHERE a.line IS NOT NULL AND a.parent_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM afterwards AS p WHERE p.node_id = a.parent_id)
    UNION ALL
    SELECT coalesce(a.line, p.line), 'parent_id', 'wrong_parent_kind', a.parent_id::text, a.kind || ' < ' || p.kind
    FROM afterwards AS a JOIN afterwards AS p ON p.node_id = a.parent_id
    JOIN rank AS mine ON mine.kind = a.kind JOIN rank AS theirs ON theirs.kind = p.kind
    WHERE (theirs.place > mine.place OR p.kind = 'riser' OR a.kind = 'gate_station') AND coalesce(a.line, p.line) IS NOT NULL
    UNION ALL
    -- Not fed from any gate although its parent exists: it, or what it hangs on, goes round in a circle.
    SELECT a.line, 'parent_id', 'supply_cycle', a.parent_id::text, NULL FROM afterwards AS a
    WHERE a.line IS NOT NULL AND a.parent_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM fed WHERE fed.node_id = a.node_id)
      AND EXISTS (SELECT FROM supply_circle(a.node_id))
    ORDER BY 1, 2, 3;
    IF NOT FOUND THEN
        PERFORM note_checked('staged_supply_node');
    END IF;
END
$$;

-- Climbs from a staged node towards the gate and answers the node at which the climb comes back to itself, if it does.
CREATE FUNCTION gasworks.supply_circle(in_node text) RETURNS SETOF text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    seen   text[] := ARRAY[in_node];
    above  text := in_node;
    parent text;
BEGIN
    LOOP
        SELECT s.parent_id INTO parent FROM pg_temp.staged_supply_node AS s WHERE s.node_id = above LIMIT 1;
        IF NOT FOUND THEN
            SELECT n.parent_id INTO parent FROM supply_node AS n WHERE n.node_id = above;
        END IF;
        IF parent IS NULL THEN
            RETURN;
        END IF;
        IF parent = ANY (seen) THEN
            RETURN NEXT parent;
            RETURN;
        END IF;
        seen := seen || parent;
        above := parent;
    END LOOP;
END
$$;

CREATE FUNCTION gasworks.apply_supply_import(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET work_mem = '64MB'
    SET jit = off
AS $$
DECLARE
    total    bigint;
    inserted bigint;
    changed  bigint;
BEGIN
    total := demand_checked('staged_supply_node');
    -- New nodes first, so that old ones may move under them. Their order within the file does not matter: the key is
    -- checked when the statement ends.
    INSERT INTO supply_node (node_id, kind, parent_id, name, latitude, longitude)
    SELECT s.node_id, s.kind, s.parent_id, s.name, s.latitude, s.longitude FROM pg_temp.staged_supply_node AS s
    ON CONFLICT ON CONSTRAINT supply_node_pkey DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    UPDATE supply_node AS n SET kind = s.kind, parent_id = s.parent_id, name = s.name, latitude = s.latitude,
                                longitude = s.longitude
    FROM pg_temp.staged_supply_node AS s
    WHERE n.node_id = s.node_id
      AND (n.kind, n.parent_id, n.name, n.latitude, n.longitude)
          IS DISTINCT FROM (s.kind, s.parent_id, s.name, s.latitude, s.longitude);
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF inserted + changed > 0 THEN
        PERFORM append_event('-', '', 'supply_imported', present(), json_build_object(
            'file_sha256', in_file_sha256, 'rows', total, 'inserted', inserted, 'changed', changed));
        PERFORM refresh_statistics();
    END IF;
    RETURN json_build_object('rows', total, 'inserted', inserted, 'changed', changed,
                             'unchanged', total - inserted - changed);
END
$$;

-- Crews --------------------------------------------------------------------------------------------------------------

CREATE FUNCTION gasworks.begin_crew_import() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE staged_crew (
        line            integer,
        crew_id         text COLLATE "C",
        name            text,
        district_id     text COLLATE "C",            -- '-' where the file leaves it empty
        depot_latitude  double precision,
        depot_longitude double precision,
        shift_start     smallint,
        shift_end       smallint,
        skills          text[]
    ) ON COMMIT DROP;
    EXECUTE format('GRANT INSERT ON pg_temp.staged_crew TO %I, gasworks_administrator', session_user);
END
$$;

-- problem: duplicate_key.
CREATE FUNCTION gasworks.check_crew_import()
    RETURNS TABLE (line integer, column_name text, problem text, value text, expected text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM demand_own_table('staged_crew');
    PERFORM lock_district('-');
    RETURN QUERY
    SELECT s.line, 'crew_id', 'duplicate_key', s.crew_id::text, twice.first_line::text
    FROM (SELECT d.crew_id, min(d.line) AS first_line FROM pg_temp.staged_crew AS d
          GROUP BY d.crew_id HAVING count(*) > 1) AS twice
    JOIN pg_temp.staged_crew AS s ON s.crew_id = twice.crew_id AND s.line > twice.first_line
    ORDER BY 1;
    IF NOT FOUND THEN
        PERFORM note_checked('staged_crew');
    END IF;
END
$$;

-- Skills that a crew has no certificate for on file are added without an expiry; certificates on file are left as they
-- are.
CREATE FUNCTION gasworks.apply_crew_import(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    total    bigint;
    inserted bigint;
    changed  bigint;
    skilled  bigint;
BEGIN
    total := demand_checked('staged_crew');
    INSERT INTO district (district_id, name)
    SELECT DISTINCT s.district_id, s.district_id FROM pg_temp.staged_crew AS s
    ON CONFLICT ON CONSTRAINT district_pkey DO NOTHING;
    INSERT INTO district_archive (district_id)
    SELECT DISTINCT s.district_id FROM pg_temp.staged_crew AS s
    ON CONFLICT ON CONSTRAINT district_archive_pkey DO NOTHING;
    UPDATE crew AS c SET district_id = s.district_id, name = s.name, depot_latitude = s.depot_latitude,
                         depot_longitude = s.depot_longitude, shift_start = s.shift_start, shift_end = s.shift_end,
                         active = true
    FROM pg_temp.staged_crew AS s
    WHERE c.crew_id = s.crew_id
      AND (c.district_id, c.name, c.depot_latitude, c.depot_longitude, c.shift_start, c.shift_end, c.active)
          IS DISTINCT FROM
          (s.district_id, s.name, s.depot_latitude, s.depot_longitude, s.shift_start, s.shift_end, true);
    GET DIAGNOSTICS changed = ROW_COUNT;
    INSERT INTO crew (crew_id, district_id, name, depot_latitude, depot_longitude, shift_start, shift_end)
    SELECT s.crew_id, s.district_id, s.name, s.depot_latitude, s.depot_longitude, s.shift_start, s.shift_end
    FROM pg_temp.staged_crew AS s
    ON CONFLICT ON CONSTRAINT crew_pkey DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    INSERT INTO certificate (crew_id, skill)
    SELECT DISTINCT s.crew_id, skill FROM pg_temp.staged_crew AS s, unnest(s.skills) AS skill
    ON CONFLICT ON CONSTRAINT certificate_pkey DO NOTHING;
    GET DIAGNOSTICS skilled = ROW_COUNT;
    IF inserted + changed + skilled > 0 THEN
        PERFORM append_event('-', '', 'crews_imported', present(), json_build_object(
            'file_sha256', in_file_sha256, 'rows', total, 'inserted', inserted, 'changed', changed,
            'certificates', skilled));
    END IF;
    RETURN json_build_object('rows', total, 'inserted', inserted, 'changed', changed,
                             'unchanged', total - inserted - changed, 'certificates', skilled);
END
$$;

-- Statistics for the planner after a bulk change. The one function that runs as the tables' owner, for only an owner
-- may analyse; it takes no argument and touches nothing else.
CREATE FUNCTION gasworks.refresh_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    ANALYZE household, building, supply_node, inspection_obligation, archive_event;
END
$$;
