-- The check of a supply network as in m0016, but climbs from a node are made only where the network below the gates has
-- already been seen to leave it out: of a city's thirty thousand nodes that is none, and before it was all of them.

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
