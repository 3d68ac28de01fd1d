-- Horizon plans: which building on which day. Two dispatchers at once: one result stands, the other is told whose.

-- Opens the staging tables of a horizon plan for this transaction; fill them by COPY:
--   pg_temp.staged_campaign (campaign_no, building_id, planned_date, round, minutes, first_version, first_no)
--   pg_temp.staged_campaign_household (campaign_no, account_no, deadline)
CREATE OR REPLACE FUNCTION gasworks.begin_horizon_plan() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_campaign (
        campaign_no integer, building_id text COLLATE "C", planned_date date, round smallint, minutes integer,
        first_version integer, first_no integer      -- of a revisit; no version: a first visit of this same plan
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_campaign_household (
        campaign_no integer, account_no text COLLATE "C", deadline date
    ) ON COMMIT DROP;
    PERFORM demand_own_table('staged_campaign');
    PERFORM demand_own_table('staged_campaign_household');
    DELETE FROM pg_temp.staged_campaign;
    DELETE FROM pg_temp.staged_campaign_household;
    EXECUTE format('GRANT INSERT ON pg_temp.staged_campaign, pg_temp.staged_campaign_household TO %I', session_user);
    EXECUTE 'GRANT INSERT ON pg_temp.staged_campaign, pg_temp.staged_campaign_household TO gasworks_dispatcher';
END
$$;

-- Saves what was staged as the district's next horizon plan, if the planner has seen the latest version (0: none). The
-- campaigns of unfrozen days of the span make way; frozen days keep theirs and take no new ones.
CREATE OR REPLACE FUNCTION gasworks.save_horizon_plan(
    in_command_id uuid, in_district text, in_base_version integer, in_from date, in_until date, in_summary json)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command  text := 'save_horizon_plan ' || in_from || ' ' || in_until;
    answer   json;
    theirs   horizon_plan;
    made     timestamptz := present();
    latest   integer;
    cold     date;
    planned  integer;
    homes    integer;
    replaced integer;
BEGIN
    PERFORM demand_own_table('staged_campaign');
    PERFORM demand_own_table('staged_campaign_household');
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    SELECT * INTO theirs FROM horizon_plan WHERE district_id = in_district ORDER BY version DESC LIMIT 1;
    latest := coalesce(theirs.version, 0);
    IF latest <> in_base_version THEN
        PERFORM refuse('GW002', 'plan_conflict',
                       json_build_object('subject', 'horizon of ' || in_district, 'seen', in_base_version,
                                         'version', latest, 'by', theirs.operator, 'at', archive_instant(theirs.made_at)),
                       'plan_on_the_latest_version');
    END IF;
    SELECT day INTO cold FROM (SELECT DISTINCT planned_date AS day FROM pg_temp.staged_campaign) AS days
    WHERE day NOT BETWEEN in_from AND in_until OR day IN (SELECT frozen_days(in_district, in_from, in_until))
    ORDER BY day LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW010', 'day_frozen', json_build_object('district', in_district, 'date', cold),
                       'frozen_days_stay');
    END IF;
    latest := latest + 1;
    INSERT INTO horizon_plan (district_id, version, plan_from, plan_until, command_id, made_by, operator, made_at,
                              summary)
    VALUES (in_district, latest, in_from, in_until, in_command_id, session_user, claimed_operator(), made, in_summary);

    CREATE TEMPORARY TABLE IF NOT EXISTS replaced_campaign (plan_version integer, campaign_no integer) ON COMMIT DROP;
    PERFORM demand_own_table('replaced_campaign');
    DELETE FROM pg_temp.replaced_campaign;
    INSERT INTO pg_temp.replaced_campaign
    SELECT c.plan_version, c.campaign_no
    FROM campaign AS c
    WHERE c.district_id = in_district AND c.planned_date BETWEEN in_from AND in_until
      AND c.planned_date NOT IN (SELECT frozen_days(in_district, in_from, in_until));
    GET DIAGNOSTICS replaced = ROW_COUNT;
    DELETE FROM campaign_household AS h USING pg_temp.replaced_campaign AS r
    WHERE h.district_id = in_district AND h.plan_version = r.plan_version AND h.campaign_no = r.campaign_no;
    DELETE FROM campaign AS c USING pg_temp.replaced_campaign AS r
    WHERE c.district_id = in_district AND c.plan_version = r.plan_version AND c.campaign_no = r.campaign_no;

    INSERT INTO campaign (district_id, plan_version, campaign_no, building_id, planned_date, round, minutes, first_version,
                          first_no)
    SELECT in_district, latest, s.campaign_no, s.building_id, s.planned_date, s.round, s.minutes,
           CASE WHEN s.first_no IS NOT NULL THEN coalesce(s.first_version, latest) END, s.first_no
    FROM pg_temp.staged_campaign AS s;
    GET DIAGNOSTICS planned = ROW_COUNT;
    INSERT INTO campaign_household (district_id, plan_version, campaign_no, account_no, deadline)
    SELECT in_district, latest, s.campaign_no, s.account_no, s.deadline
    FROM pg_temp.staged_campaign_household AS s
    ORDER BY s.account_no;
    GET DIAGNOSTICS homes = ROW_COUNT;
    DELETE FROM pg_temp.staged_campaign;
    DELETE FROM pg_temp.staged_campaign_household;
    PERFORM append_event(in_district, '', 'horizon_planned', made,
                         json_build_object('version', latest, 'from', in_from, 'until', in_until, 'campaigns', planned,
                                           'visits', homes, 'replaced', replaced));
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', in_district || ' v' || latest, 'district', in_district, 'version', latest, 'campaigns', planned,
        'visits', homes, 'replaced', replaced));
END
$$;
