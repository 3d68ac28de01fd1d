-- Changes of a single household, and obligations derived anew.

-- Replaces a household's open obligation after something it stands on changed: its class, gas-on (again), own interval,
-- or the rule. The cycle counts from gas-on, or from the last inspection or the anniversary that it kept, and from
-- nothing else.
CREATE FUNCTION gasworks.replace_obligation(
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

-- Changes fields of a household: in_changes is {"phone": "…", "gas_off": "2026-05-01", "unit": null, …}. What moves the
-- cycle (customer_class, gas_on, gas_off, cycle_months) comes with the dates of the obligation that then holds; gas_off
-- suspends it and needs none.
CREATE FUNCTION gasworks.change_household(
    in_command_id uuid, in_account text, in_changes json,
    in_basis text, in_opens date, in_deadline date, in_deemed date, in_rule_id integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'change_household ' || in_account;
    place   text := district_of_account(in_account);
    fields  text[] := ARRAY['customer_class', 'name', 'address', 'building_id', 'unit', 'floor', 'latitude', 'longitude',
                            'node_id', 'meter_no', 'phone', 'email', 'special_care', 'gas_on', 'gas_off', 'cycle_months'];
    answer  json;
    before  household;
    after   household;
    changed text[];
    strange text;
BEGIN
    SELECT * INTO before FROM household WHERE district_id = place AND account_no = in_account FOR NO KEY UPDATE;
    answer := answered(place, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    SELECT key INTO strange FROM json_object_keys(in_changes) AS key WHERE key <> ALL (fields) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'field', 'value', strange, 'expected', array_to_string(fields, ', ')),
                       'household_fields');
    END IF;
    IF in_changes ->> 'node_id' IS NOT NULL
        AND NOT EXISTS (SELECT FROM supply_node WHERE node_id = in_changes ->> 'node_id') THEN
        PERFORM refuse('GW003', 'unknown_node', json_build_object('node_id', in_changes ->> 'node_id'), 'node_exists');
    END IF;
    after := json_populate_record(before, in_changes);
    SELECT array_agg(b.key ORDER BY b.key) INTO changed
    FROM json_each_text(row_to_json(before)) AS b JOIN json_each_text(row_to_json(after)) AS a ON a.key = b.key
    WHERE a.value IS DISTINCT FROM b.value;
    IF changed IS NOT NULL THEN
        UPDATE household SET
            customer_class = after.customer_class, name = after.name, address = after.address,
            building_id = after.building_id, unit = after.unit, floor = after.floor, latitude = after.latitude,
            longitude = after.longitude, node_id = after.node_id, meter_no = after.meter_no, phone = after.phone,
            email = after.email, special_care = after.special_care, gas_on = after.gas_on, gas_off = after.gas_off,
            cycle_months = after.cycle_months
        WHERE district_id = place AND account_no = in_account;
        INSERT INTO building (district_id, building_id, address) VALUES (place, after.building_id, after.address)
        ON CONFLICT ON CONSTRAINT building_pkey DO NOTHING;
        IF after.gas_off IS NOT NULL THEN
            UPDATE inspection_obligation SET state = 'suspended'
            WHERE district_id = place AND account_no = in_account AND state = 'open';
        ELSIF changed && ARRAY['customer_class', 'gas_on', 'gas_off', 'cycle_months'] THEN
            PERFORM replace_obligation(after, in_basis, in_opens, in_deadline, in_deemed, in_rule_id);
        END IF;
        PERFORM append_event(place, in_account, 'household_changed', present(), change_payload(changed, before, after));
    END IF;
    RETURN record_answer(place, in_command_id, command,
                         json_build_object('id', in_account, 'changed', coalesce(changed, '{}')));
END
$$;

-- The payload of household_changed: the names of all changed fields, and values only of those that neither tell who
-- lives there nor where.
CREATE FUNCTION gasworks.change_payload(
    in_changed text[], in_before gasworks.household, in_after gasworks.household) RETURNS json
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT json_build_object(
        'changed', to_json(in_changed),
        'values', (SELECT json_object_agg(b.key, json_build_array(b.value, a.value) ORDER BY b.key)
                   FROM json_each_text(row_to_json(in_before)) AS b
                   JOIN json_each_text(row_to_json(in_after)) AS a ON a.key = b.key
                   WHERE b.key = ANY (in_changed)
                     AND b.key IN ('customer_class', 'node_id', 'gas_on', 'gas_off', 'last_inspected', 'cycle_months')))
$$;

-- Opens the staging table for obligations that are derived anew after a rule changed; fill it by COPY:
--   pg_temp.staged_obligation (account_no, window_opens, deadline, deemed_date, rule_id)
CREATE FUNCTION gasworks.begin_derived_obligations() RETURNS void
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
CREATE FUNCTION gasworks.apply_derived_obligations(in_command_id uuid, in_district text) RETURNS json
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

-- Many events at once, one for a household: put them into pg_temp.pending_event, then append. The caller holds the
-- households' locks, taken in the order of their accounts.
CREATE FUNCTION gasworks.open_pending_events() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS pending_event (
        district_id text COLLATE "C", account_no text COLLATE "C", kind text COLLATE "C", payload json
    ) ON COMMIT DROP;
    PERFORM demand_own_table('pending_event');
    DELETE FROM pg_temp.pending_event;
END
$$;

CREATE FUNCTION gasworks.append_pending_events(in_occurred timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    recorded timestamptz := present();
    who      text := session_user;
    human    text := claimed_operator();
    occurred_text text := archive_instant(in_occurred);
    recorded_text text := archive_instant(recorded);
BEGIN
    PERFORM demand_own_table('pending_event');
    WITH placed AS (
        SELECT p.district_id, p.account_no, h.archive_seq + 1 AS seq, p.kind, p.payload,
               coalesce(h.archive_hash, chain_origin()) AS previous
        FROM pg_temp.pending_event AS p
        JOIN household AS h ON h.district_id = p.district_id AND h.account_no = p.account_no
    ), hashed AS MATERIALIZED (
        SELECT placed.*, sha256(convert_to(canonical_event(
                   district_id, account_no, seq, kind, occurred_text, recorded_text, who, human, previous, payload), 'UTF8')) AS hash
        FROM placed
    ), headed AS (
        UPDATE household AS h SET archive_seq = x.seq, archive_hash = x.hash
        FROM hashed AS x WHERE h.district_id = x.district_id AND h.account_no = x.account_no
    )
    INSERT INTO archive_event (district_id, account_no, seq, kind, occurred_at, recorded_at, actor, operator, payload,
                               previous_hash, hash)
    SELECT district_id, account_no, seq, kind, in_occurred, recorded, who, human, payload, previous, hash FROM hashed;
    DELETE FROM pg_temp.pending_event;
END
$$;
