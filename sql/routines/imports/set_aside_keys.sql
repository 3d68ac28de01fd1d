-- A first import of a million households, as fast as COPY alone: into empty tables, indexes are better made once from
-- all rows than kept row by row, and foreign keys better checked by one join. These functions run as the tables' owner.

-- While there is no household, takes away what is dear to keep row by row: the indexes and keys of households,
-- obligations and events, and what leads to and from them. Answers whether it did; not when a household is there, nor
-- when somebody is at work on these tables and goes on for longer than a moment. Whoever comes later waits.
--
-- It runs as the tables' owner, for only an owner may do this; nothing but what the catalogue says can be brought back.
CREATE OR REPLACE FUNCTION gasworks.set_aside_keys() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET lock_timeout = '2s'
AS $$
DECLARE
    part   record;
    filled oid[] := ARRAY['household', 'inspection_obligation', 'archive_event']::regclass[];
BEGIN
    IF EXISTS (SELECT FROM household) OR EXISTS (SELECT FROM inspection_obligation) THEN
        RETURN false;
    END IF;
    BEGIN
        LOCK TABLE household, inspection_obligation IN ACCESS EXCLUSIVE MODE;
        IF EXISTS (SELECT FROM household) OR EXISTS (SELECT FROM inspection_obligation) THEN
            RETURN false;           -- somebody was quicker
        END IF;
        -- Foreign keys go first, for they lean on primary keys, and come back last.
        FOR part IN
            SELECT row_number() OVER (ORDER BY is_foreign DESC, object) AS place, remove, bring_back
            FROM (SELECT contype = 'f' AS is_foreign, oid AS object,
                         format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS remove,
                         format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                                pg_get_constraintdef(oid)) AS bring_back
                  FROM pg_catalog.pg_constraint
                  WHERE contype IN ('f', 'p', 'u') AND (conrelid = ANY (filled) OR confrelid = ANY (filled))
                  UNION ALL
                  SELECT false, indexrelid, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
                  FROM pg_catalog.pg_index AS i
                  WHERE indrelid = ANY (filled)
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS c WHERE c.conindid = i.indexrelid
                                                                               AND c.conrelid = i.indrelid)) AS dear
            ORDER BY place
        LOOP
            INSERT INTO set_aside (place, statement) VALUES (-part.place, part.bring_back);
            EXECUTE part.remove;    -- takes the lock of the table at the other end of a foreign key as well
        END LOOP;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
        RETURN false;               -- and all is there again
    END;
    RETURN true;
END
$$;

-- Brings back what this transaction set aside: indexes are made from all rows, unique ones refuse doubles, and each
-- foreign key is checked over all rows before it stands.
CREATE OR REPLACE FUNCTION gasworks.bring_back_keys() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET maintenance_work_mem = '256MB'
    SET work_mem = '64MB'
AS $$
DECLARE
    part set_aside;
BEGIN
    FOR part IN SELECT * FROM set_aside ORDER BY place LOOP
        EXECUTE part.statement;
    END LOOP;
    DELETE FROM set_aside;
END
$$;

-- Statistics for the planner after a bulk change. The one function that runs as the tables' owner, for only an owner
-- may analyse; it takes no argument and touches nothing else.
CREATE OR REPLACE FUNCTION gasworks.refresh_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    ANALYZE household, building, supply_node, inspection_obligation, archive_event;
END
$$;
