-- What stands in no file any more goes, and so does every policy and privilege: the files after this one say anew which
-- there are. All in one transaction, so nobody ever meets the schema without them.

DO $$
DECLARE
    part record;
BEGIN
    FOR part IN SELECT policyname, tablename FROM pg_catalog.pg_policies WHERE schemaname = 'gasworks' LOOP
        EXECUTE format('DROP POLICY %I ON gasworks.%I', part.policyname, part.tablename);
    END LOOP;
    -- What this transaction did not write is in no file. A view's text is the row of its rule.
    FOR part IN SELECT w.ev_class::regclass AS name
                FROM pg_catalog.pg_rewrite AS w JOIN pg_catalog.pg_class AS c ON c.oid = w.ev_class
                WHERE c.relnamespace = 'gasworks'::regnamespace AND c.relkind = 'v'
                  AND w.xmin <> pg_current_xact_id()::xid LOOP
        EXECUTE format('DROP VIEW %s', part.name);
    END LOOP;
    FOR part IN SELECT p.oid::regprocedure AS name FROM pg_catalog.pg_proc AS p
                WHERE p.pronamespace = 'gasworks'::regnamespace AND p.xmin <> pg_current_xact_id()::xid LOOP
        EXECUTE format('DROP ROUTINE %s', part.name);
    END LOOP;
END
$$;

REVOKE ALL ON SCHEMA gasworks
    FROM PUBLIC, gasworks_keeper, gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance,
         gasworks_administrator;
REVOKE ALL ON ALL TABLES IN SCHEMA gasworks
    FROM PUBLIC, gasworks_keeper, gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance,
         gasworks_administrator;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA gasworks
    FROM PUBLIC, gasworks_keeper, gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance,
         gasworks_administrator;
REVOKE ALL ON ALL ROUTINES IN SCHEMA gasworks
    FROM PUBLIC, gasworks_keeper, gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance,
         gasworks_administrator;
