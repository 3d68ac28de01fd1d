-- Where the gas is off, as customers are told: the names of the nodes and the addresses of the buildings that were declared,
-- the first eight of them. NULL where only single households were: each is told its own address.
CREATE FUNCTION gasworks.outage_places(in_outage integer, in_version integer) RETURNS text
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

GRANT CREATE ON SCHEMA gasworks TO gasworks_keeper;
ALTER FUNCTION gasworks.outage_places OWNER TO gasworks_keeper;
REVOKE CREATE ON SCHEMA gasworks FROM gasworks_keeper;
REVOKE ALL ON FUNCTION gasworks.outage_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gasworks.outage_places
    TO gasworks_dispatcher, gasworks_supervisor, gasworks_compliance, gasworks_administrator;
