-- Obligations that are replaced: one after its household changed, many after a rule did.

-- Replaces a household's open obligation after something it stands on changed: its class, gas-on (again), own interval,
-- or the rule. The cycle counts from gas-on, or from the last inspection or the anniversary that it kept, and from
-- nothing else.
CREATE OR REPLACE FUNCTION gasworks.replace_obligation(
    in_home gasworks.household, in_basis text, in_opens date, in_deadline date, in_deemed date, in_rule_id integer)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    before inspection_obligation;
    actual date := CASE in_basis WHEN 'gas_on' THEN in_home.gas_on WHEN 'inspection' THEN in_home.last_inspected END;
BEGIN
    SELECT * INTO before FROM inspection_obligation
    WHERE district_id = in_home.district_id AND account_no = in_home.account_no
    ORDER BY obligation_no DESC LIMIT 1;
    IF coalesce(in_deemed <> actual
                AND NOT (in_basis = 'inspection' AND in_deemed = before.deemed_date AND actual = before.basis_date), true)
    THEN
        PERFORM refuse('GW007', 'deemed_date_wrong',
                       json_build_object('account_no', in_home.account_no, 'deemed_date', in_deemed, 'basis', in_basis),
                       'cycle_basis');
    END IF;
    PERFORM demand_deadline(in_home, actual, in_deemed, in_opens, in_deadline, in_rule_id);
    UPDATE inspection_obligation SET state = 'superseded'
    WHERE district_id = in_home.district_id AND account_no = in_home.account_no AND state IN ('open', 'suspended');
    INSERT INTO inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline, basis,
                                       basis_date,
                                       deemed_date, rule_id)
    VALUES (in_home.district_id, in_home.account_no, coalesce(before.obligation_no, 0) + 1, in_opens, in_deadline,
            in_basis, actual, in_deemed, in_rule_id);
END
$$;

-- Opens the staging table for obligations that are derived anew after a rule changed; fill it by COPY:
--   pg_temp.staged_obligation (account_no, window_opens, deadline, deemed_date, rule_id)
CREATE OR REPLACE FUNCTION gasworks.begin_derived_obligations() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_obligation (
        account_no text COLLATE "C", window_opens date, deadline date, deemed_date date, rule_id integer
    ) ON COMMIT DROP;
    PERFORM demand_own_table('staged_obligation');
    DELETE FROM pg_temp.staged_obligation;
    EXECUTE format('GRANT INSERT ON pg_temp.staged_obligation TO %I, gasworks_administrator', session_user);
END
$$;

-- Puts the staged dates in place of the open obligations that they differ from; each is an event of its household.
CREATE OR REPLACE FUNCTION gasworks.apply_derived_obligations(in_command_id uuid, in_district text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'apply_derived_obligations';
    answer  json;
    wrong   record;
    moved   integer;
BEGIN
    PERFORM demand_own_table('staged_obligation');
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM FROM household AS h JOIN pg_temp.staged_obligation AS s ON s.account_no = h.account_no
    WHERE h.district_id = in_district ORDER BY h.account_no FOR NO KEY UPDATE OF h;

    SELECT s.account_no, s.deadline INTO wrong
    FROM pg_temp.staged_obligation AS s
    LEFT JOIN household AS h ON h.district_id = in_district AND h.account_no = s.account_no
    LEFT JOIN inspection_obligation AS o
        ON o.district_id = in_district AND o.account_no = s.account_no AND o.state = 'open'
    LEFT JOIN cycle_rule AS r
        ON r.rule_id = s.rule_id AND r.customer_class = h.customer_class AND r.district_id IN (in_district, '-')
    WHERE r.rule_id IS NULL OR o.obligation_no IS NULL
       OR s.deemed_date NOT IN (o.deemed_date, o.basis_date)
       OR s.window_opens > s.deadline
       OR s.deadline > latest_deadline(in_district, h.customer_class, s.deemed_date, o.basis_date, s.deadline,
                                       h.cycle_months)
    LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW007', 'deadline_beyond_rule',
                       json_build_object('account_no', wrong.account_no, 'deadline', wrong.deadline), 'cycle_rule');
    END IF;

    PERFORM open_pending_events();
    INSERT INTO pg_temp.pending_event (district_id, account_no, kind, payload)
    SELECT in_district, o.account_no, 'obligation_derived', json_build_object(
               'obligation_no', o.obligation_no + 1, 'rule_id', s.rule_id, 'opens', s.window_opens,
               'deadline', s.deadline, 'deadline_before', o.deadline)
    FROM inspection_obligation AS o JOIN pg_temp.staged_obligation AS s ON s.account_no = o.account_no
    WHERE o.district_id = in_district AND o.state = 'open'
      AND (o.window_opens, o.deadline) IS DISTINCT FROM (s.window_opens, s.deadline);
    GET DIAGNOSTICS moved = ROW_COUNT;
    UPDATE inspection_obligation AS o SET state = 'superseded'
    FROM pg_temp.pending_event AS p
    WHERE o.district_id = in_district AND o.account_no = p.account_no AND o.state = 'open';
    INSERT INTO inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline, basis,
                                       basis_date,
                                       deemed_date, rule_id)
    SELECT in_district, s.account_no, o.obligation_no + 1, s.window_opens, s.deadline, o.basis, o.basis_date,
           s.deemed_date, s.rule_id
    FROM pg_temp.pending_event AS p
    JOIN pg_temp.staged_obligation AS s ON s.account_no = p.account_no
    CROSS JOIN LATERAL (SELECT * FROM inspection_obligation AS l
                        WHERE l.district_id = in_district AND l.account_no = s.account_no
                        ORDER BY l.obligation_no DESC LIMIT 1) AS o;
    PERFORM append_pending_events(present());
    IF moved > 0 THEN
        PERFORM append_event(in_district, '', 'obligations_derived', present(), json_build_object('moved', moved));
    END IF;
    DELETE FROM pg_temp.staged_obligation;
    RETURN record_answer(in_district, in_command_id, command,
                         json_build_object('id', in_district, 'district', in_district, 'moved', moved));
END
$$;
