-- Who may touch the database, from the first day on.
--
--   gasworks_owner          owns schema and tables; used by migrations only, and by nobody's daily work
--   gasworks_keeper         cannot log in; owns the functions through which state changes (SECURITY DEFINER); has no
--                           UPDATE, DELETE or TRUNCATE on archive_event, so not even a faulty function changes an event
--   gasworks_dispatcher     plans, publishes, corrects
--   gasworks_crew           sees and works its own published route of the day, nothing else
--   gasworks_supervisor     reads everything masked, opens private data (each view is an event), waives and withdraws
--   gasworks_compliance     reads and verifies everything masked, changes nothing
--   gasworks_administrator  settings, rules, crews, imports; inherits dispatcher, supervisor and compliance
--
-- Roles belong to the cluster, not to the database: two databases of one cluster share them, hence the "if missing".

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['gasworks_keeper'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
        END IF;
    END LOOP;
    FOREACH wanted IN ARRAY ARRAY['gasworks_dispatcher', 'gasworks_crew', 'gasworks_supervisor',
                                  'gasworks_compliance', 'gasworks_administrator'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I LOGIN INHERIT', wanted);
        END IF;
    END LOOP;
    -- An administrator does everyone's office work. A crew's own view is not part of it: it belongs to a route.
    FOREACH wanted IN ARRAY ARRAY['gasworks_dispatcher', 'gasworks_supervisor', 'gasworks_compliance'] LOOP
        IF NOT pg_catalog.pg_has_role('gasworks_administrator', wanted, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO gasworks_administrator', wanted);
        END IF;
    END LOOP;
    -- The owner hands functions to the keeper; it needs to be a member for that, and for nothing else.
    IF NOT pg_catalog.pg_has_role(current_user, 'gasworks_keeper', 'MEMBER') THEN
        EXECUTE format('GRANT gasworks_keeper TO %I', current_user);
    END IF;
END
$$;

-- What nobody was told they may do, they may not.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

GRANT USAGE ON SCHEMA gasworks
    TO gasworks_keeper, gasworks_dispatcher, gasworks_crew, gasworks_supervisor, gasworks_compliance, gasworks_administrator;

COMMENT ON SCHEMA gasworks IS 'Field service and inspections of one gas company.';
