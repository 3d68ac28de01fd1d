-- Whose session this is, and what is its own: row-level policies and functions ask here.

-- Whether the session's login belongs to the office, so that it is not bound to one crew's route. The login counts, not
-- the role it put on: SET ROLE opens nothing.
CREATE OR REPLACE FUNCTION gasworks.is_office() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT pg_has_role(session_user, 'gasworks_dispatcher', 'MEMBER')
        OR pg_has_role(session_user, 'gasworks_supervisor', 'MEMBER')
        OR pg_has_role(session_user, 'gasworks_compliance', 'MEMBER')
$$;

-- The crew as which the session works; NULL for the office and for a login without a crew.
CREATE OR REPLACE FUNCTION gasworks.own_crew() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT crew_id FROM staff_login WHERE login = session_user AND NOT is_office()
$$;

-- The accounts that the session's crew may see today: the households of its own jobs by the published plan. Empty for a
-- login without a crew. Policies compare with this array (a policy of a distributed table must hold no subquery).
CREATE OR REPLACE FUNCTION gasworks.own_accounts() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT coalesce(array_agg(DISTINCT j.account_no COLLATE "C"), '{}')
    FROM job AS j
    WHERE j.crew_id = own_crew() AND j.plan_date = today() AND j.state IN ('planned', 'started', 'closed')
      AND j.account_no IS NOT NULL
$$;
