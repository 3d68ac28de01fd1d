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
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES ('gasworks_keeper', 'NOLOGIN NOINHERIT'), ('gasworks_dispatcher', 'LOGIN'),
                              ('gasworks_crew', 'LOGIN'), ('gasworks_supervisor', 'LOGIN'),
                              ('gasworks_compliance', 'LOGIN'), ('gasworks_administrator', 'LOGIN'))
            AS role (name, options)
        WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role.name)
    LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.options);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;   -- another database of this cluster is being migrated at this moment
        END;
    END LOOP;
    -- An administrator does everyone's office work. A crew's own view is not part of it: it belongs to a route.
    -- The owner hands functions to the keeper; it needs to be a member for that, and for nothing else.
    FOR wanted IN
        SELECT * FROM (VALUES ('gasworks_dispatcher', 'gasworks_administrator'),
                              ('gasworks_supervisor', 'gasworks_administrator'),
                              ('gasworks_compliance', 'gasworks_administrator'),
                              ('gasworks_keeper', current_user::text))
            AS membership (granted, member)
        WHERE NOT pg_catalog.pg_has_role(member, granted, 'MEMBER')
    LOOP
        BEGIN
            EXECUTE format('GRANT %I TO %I', wanted.granted, wanted.member);
        EXCEPTION WHEN unique_violation THEN
            NULL;
        END;
    END LOOP;
END
$$;

-- What nobody was told they may do, they may not.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

COMMENT ON SCHEMA gasworks IS 'Field service and inspections of one gas company.';
