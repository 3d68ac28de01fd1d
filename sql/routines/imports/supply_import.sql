-- A file of the supply network.

CREATE OR REPLACE FUNCTION gasworks.begin_supply_import() RETURNS void
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
-- afterwards: the nodes there are and those of the file together. Climbs from a node are made only where the network
-- below the gates has already been seen to leave it out: of a city's thirty thousand nodes that is none.
CREATE OR REPLACE FUNCTION gasworks.check_supply_import()
    RETURNS TABLE (line integer, column_name text, problem text, value text, expected text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET work_mem = '64MB'
    SET jit = off
    SET enable_nestloop = off                    -- nobody can estimate how many nodes a tree has below another
AS $$
BEGIN
    PERFORM demand_own_table('staged_supply_node');
    PERFORM lock_district('-');
    CREATE INDEX ON pg_temp.staged_supply_node (node_id);      -- for the climbs of supply_circle
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
    ), unfed AS MATERIALIZED (
        SELECT a.line, a.node_id, a.parent_id FROM afterwards AS a
        WHERE a.line IS NOT NULL AND a.parent_id IS NOT NULL
          AND NOT EXISTS (SELECT FROM fed WHERE fed.node_id = a.node_id)
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
    SELECT u.line, 'parent_id', 'supply_cycle', u.parent_id::text, NULL FROM unfed AS u
    WHERE EXISTS (SELECT FROM supply_circle(u.node_id))
    ORDER BY 1, 2, 3;
    IF NOT FOUND THEN
        PERFORM note_checked('staged_supply_node');
    END IF;
END
$$;

-- Climbs from a staged node towards the gate and answers the node at which the climb comes back to itself, if it does.
CREATE OR REPLACE FUNCTION gasworks.supply_circle(in_node text) RETURNS SETOF text
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

-- Applies a staged import of supply nodes (see apply_imported_supply) and what open outages make of it.
CREATE OR REPLACE FUNCTION gasworks.apply_supply_import(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    answer json;
BEGIN
    PERFORM share_gate();
    PERFORM lock_districts();
    answer := apply_imported_supply(in_file_sha256);
    PERFORM refresh_outages();
    RETURN answer;
END
$$;

CREATE OR REPLACE FUNCTION gasworks.apply_imported_supply(in_file_sha256 text) RETURNS json
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
