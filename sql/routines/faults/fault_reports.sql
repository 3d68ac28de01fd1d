-- Reports: a new fault, or another report of one that is known.

-- Faults of the network that a place suffers from already: unsettled ones on a node above it or on its own. The caller is
-- told of them.
CREATE OR REPLACE FUNCTION gasworks.known_faults(in_node text)
    RETURNS TABLE (district_id text, fault_no bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    WITH RECURSIVE above AS (
        SELECT node_id, parent_id FROM supply_node WHERE node_id = in_node
        UNION
        SELECT n.node_id, n.parent_id FROM supply_node AS n JOIN above AS a ON n.node_id = a.parent_id
    )
    SELECT f.district_id, f.fault_no
    FROM fault AS f
    WHERE f.state IN ('open', 'handled') AND f.scope = 'network' AND f.account_no IS NULL
      AND f.node_id IN (SELECT a.node_id FROM above AS a)
    ORDER BY f.reported_at, f.district_id, f.fault_no
$$;

-- Takes a report in. The clock starts with the call, not with its typing in.
--   in_account or in_node says where; a node lies in the district that is named, for its crews go there.
CREATE OR REPLACE FUNCTION gasworks.report_fault(
    in_command_id uuid, in_district text, in_account text, in_node text, in_severity text, in_scope text,
    in_reported_at timestamptz, in_channel text, in_description text, in_caller_name text, in_caller_phone text)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command  text := 'report_fault';
    district text := coalesce(in_district, district_of_account(in_account));
    answer   json;
    made     timestamptz := present();
    new      fault;
    hangs_on text := in_node;
BEGIN
    IF in_account IS NULL THEN
        PERFORM lock_district(district);
        IF NOT EXISTS (SELECT FROM supply_node WHERE node_id = in_node) THEN
            PERFORM refuse('GW003', 'unknown_node', json_build_object('node_id', in_node), 'node_exists');
        END IF;
    ELSE
        SELECT node_id INTO hangs_on FROM household
        WHERE district_id = district AND account_no = in_account FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            PERFORM refuse('GW003', 'unknown_account', json_build_object('account_no', in_account), 'household_exists');
        END IF;
    END IF;
    answer := answered(district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF in_reported_at > made THEN
        PERFORM refuse('GW007', 'occurred_in_future',
                       json_build_object('occurred_at', archive_instant(in_reported_at), 'today', today()), 'facts_are_past');
    END IF;
    INSERT INTO fault (district_id, account_no, node_id, severity, scope, reported_at, channel, targets, made_by, operator,
                       made_at, description, caller_name, caller_phone)
    VALUES (district, in_account, hangs_on, in_severity, in_scope, in_reported_at, in_channel,
            fault_targets(district, local_date(in_reported_at)), session_user, claimed_operator(), made, in_description,
            in_caller_name, in_caller_phone)
    RETURNING * INTO new;
    PERFORM record_fault_step(new, 'reported', in_reported_at, NULL, jsonb_build_object(
        'severity', in_severity, 'scope', in_scope, 'channel', in_channel, 'node_id', hangs_on, 'targets', new.targets,
        'description_sha256', text_digest(in_description)), NULL);
    RETURN answer_fault(in_command_id, command, new, jsonb_build_object('reported_at', archive_instant(in_reported_at)));
END
$$;

-- Joins a report to the fault that it is another report of: one clock runs for both from the first of them on.
CREATE OR REPLACE FUNCTION gasworks.join_fault(in_command_id uuid, in_district text, in_fault_no bigint, in_into bigint)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'join_fault ' || in_fault_no;
    answer  json;
    own     fault;
    main    fault;
BEGIN
    -- Both chains may be the district's, and two joins must not wait for each other.
    PERFORM lock_district(in_district);
    IF in_fault_no < in_into THEN
        own := take_fault(in_district, in_fault_no);
        main := take_fault(in_district, in_into);
    ELSE
        main := take_fault(in_district, in_into);
        own := take_fault(in_district, in_fault_no);
    END IF;
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_fault_state(own, ARRAY['open'], 'joined', 'only_untouched_reports_are_joined');
    PERFORM demand_fault_state(main, ARRAY['open', 'handled'], 'joined', 'reports_join_open_faults');
    IF main.fault_no = own.fault_no OR EXISTS (
        SELECT FROM job WHERE district_id = in_district AND fault_no = in_fault_no
                          AND state IN ('proposed', 'planned', 'started')) THEN
        PERFORM refuse('GW001', 'illegal_fault_state',
                       json_build_object('fault', fault_name(in_district, in_fault_no), 'state', own.state,
                                         'wanted', 'joined'),
                       'only_untouched_reports_are_joined');
    END IF;
    PERFORM record_fault_step(own, 'joined', present(), NULL,
                              jsonb_build_object('into', fault_name(in_district, in_into)), NULL);
    UPDATE fault SET state = 'joined', joined_to = in_into WHERE district_id = in_district AND fault_no = in_fault_no;
    PERFORM record_fault_step(main, 'report_joined', own.reported_at, NULL,
                              jsonb_build_object('report', fault_name(in_district, in_fault_no)), NULL);
    UPDATE fault SET reported_at = least(reported_at, own.reported_at)
    WHERE district_id = in_district AND fault_no = in_into;
    RETURN answer_fault(in_command_id, command, own, jsonb_build_object('into', fault_name(in_district, in_into)));
END
$$;
