-- Rows. The office sees all of them, the keeper works on all of them, a crew sees its own day.

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['household', 'job', 'route', 'route_stop', 'route_job'] LOOP
        EXECUTE format('ALTER TABLE gasworks.%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY %I ON gasworks.%I TO gasworks_keeper USING (true) WITH CHECK (true)',
                       part || '_keeper', part);
        EXECUTE format('CREATE POLICY %I ON gasworks.%I FOR SELECT TO gasworks_dispatcher, gasworks_supervisor, '
                       'gasworks_compliance, gasworks_administrator USING (true)', part || '_office', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['route', 'route_stop', 'route_job'] LOOP
        EXECUTE format('CREATE POLICY %I ON gasworks.%I FOR SELECT TO gasworks_crew '
                       'USING (crew_id = gasworks.own_crew() AND plan_date = gasworks.today())', part || '_crew', part);
    END LOOP;
END
$$;

CREATE POLICY household_crew ON gasworks.household FOR SELECT
    TO gasworks_crew USING (account_no = ANY (gasworks.own_accounts()));
CREATE POLICY job_crew ON gasworks.job FOR SELECT
    TO gasworks_crew USING (crew_id = gasworks.own_crew() AND plan_date = gasworks.today()
                            AND state IN ('planned', 'started', 'closed'));
