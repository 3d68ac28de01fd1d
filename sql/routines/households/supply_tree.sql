-- Walking down the supply network.

-- The node itself and everything that gets its gas through it.
CREATE OR REPLACE FUNCTION gasworks.supply_subtree(in_node text) RETURNS SETOF text
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    WITH RECURSIVE below AS (
        SELECT node_id FROM supply_node WHERE node_id = in_node
        UNION
        SELECT child.node_id FROM supply_node AS child JOIN below ON child.parent_id = below.node_id
    )
    SELECT node_id FROM below
$$;
