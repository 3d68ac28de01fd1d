-- Bulk imports: open a staging table, COPY into it, check it as a whole, apply it as a whole. One transaction:
--
--   SELECT gasworks.begin_household_import();
--   COPY pg_temp.staged_household (line, account_no, …) FROM STDIN;
--   SELECT * FROM gasworks.check_household_import();          -- every bad row; no rows: good
--   SELECT gasworks.apply_household_import('<sha-256 of the file>');
--
-- The staging tables are temporary (no WAL, gone at the end) and belong to the keeper: a client fills them and can
-- neither read them nor put something else in their place. The same file twice changes nothing and writes no event.

-- A function that works on a temporary table makes sure that the table is its own. A client could put a view of the
-- same name there, whose functions would then run with the keeper's rights.
CREATE OR REPLACE FUNCTION gasworks.demand_own_table(in_table text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_class
                   WHERE relname = in_table AND relnamespace = pg_my_temp_schema() AND relkind = 'r'
                     AND relowner = current_user::regrole AND NOT relhasrules AND NOT relhastriggers) THEN
        PERFORM refuse('GW011', 'staging_not_open', json_build_object('table', in_table), 'begin_before_staging');
    END IF;
END
$$;

-- Remembers that a staging table was checked and how many rows it had, so that a million need not be checked twice; as
-- a client can only add to it, the same number of rows means the same rows.
CREATE OR REPLACE FUNCTION gasworks.note_checked(in_table text) RETURNS void
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
CREATE OR REPLACE FUNCTION gasworks.demand_checked(in_table text) RETURNS bigint
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
