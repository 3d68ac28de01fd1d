-- Changes of a single household.

-- Changes fields of a household (see change_household_fields) and what open outages make of it.
CREATE OR REPLACE FUNCTION gasworks.change_household(
    in_command_id uuid, in_account text, in_changes json,
    in_basis text, in_opens date, in_deadline date, in_deemed date, in_rule_id integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    supply  text[] := ARRAY['node_id', 'building_id', 'gas_on', 'gas_off'];
    contact text[] := ARRAY['name', 'address', 'unit', 'phone', 'email', 'special_care'];
    place   text   := district_of_account(in_account);
    answer  json;
    changed text[];
BEGIN
    PERFORM share_gate();
    IF EXISTS (SELECT FROM json_object_keys(in_changes) AS key WHERE key = ANY (supply)) THEN
        PERFORM lock_district(place);   -- an outage may come to touch it, and districts are locked before households
    END IF;
    answer := change_household_fields(in_command_id, in_account, in_changes, in_basis, in_opens, in_deadline, in_deemed,
                                      in_rule_id);
    changed := ARRAY(SELECT json_array_elements_text(answer -> 'changed'));
    IF changed && supply THEN
        PERFORM refresh_outages();
    ELSIF changed && contact THEN
        PERFORM refresh_contact(place, in_account);
    END IF;
    RETURN answer;
END
$$;

-- Changes fields of a household: in_changes is {"phone": "…", "gas_off": "2026-05-01", "unit": null, …}. What moves the
-- cycle (customer_class, gas_on, gas_off, cycle_months) comes with the dates of the obligation that then holds; gas_off
-- suspends it and needs none.
CREATE OR REPLACE FUNCTION gasworks.change_household_fields(
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
CREATE OR REPLACE FUNCTION gasworks.change_payload(
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
