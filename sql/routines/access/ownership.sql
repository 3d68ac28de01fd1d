-- Functions through which state changes belong to the keeper, and so does the view that masks; the rest is the owner's.
-- Three functions of a first import run with the owner's rights, for only an owner may analyse tables and take away keys;
-- none of them takes an argument.

GRANT CREATE ON SCHEMA gasworks TO gasworks_keeper;     -- asked of who is to own something there
DO $$
DECLARE
    part record;
BEGIN
    FOR part IN
        SELECT p.oid::regprocedure AS name, r.owner
        FROM pg_catalog.pg_proc AS p
        CROSS JOIN LATERAL (SELECT CASE WHEN p.prosecdef AND p.proname NOT IN (
            'refresh_statistics', 'set_aside_keys', 'bring_back_keys') THEN 'gasworks_keeper' ELSE current_user END AS owner) AS r
        WHERE p.pronamespace = 'gasworks'::regnamespace AND p.proowner <> r.owner::regrole
    LOOP
        EXECUTE format('ALTER ROUTINE %s OWNER TO %I', part.name, part.owner);
    END LOOP;
END
$$;
ALTER VIEW gasworks.household_masked OWNER TO gasworks_keeper;
REVOKE CREATE ON SCHEMA gasworks FROM gasworks_keeper;
