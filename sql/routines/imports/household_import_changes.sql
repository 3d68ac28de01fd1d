-- A file of households: what it changes of those that are there.

-- The part of an import that meets households which are already there; answers how many changed. The cycle counts from
-- the day on which the inspection is deemed done.
CREATE OR REPLACE FUNCTION gasworks.change_imported_households(in_made timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET work_mem = '128MB'
    SET jit = off
AS $$
DECLARE
    changed bigint;
BEGIN
    CREATE TEMPORARY TABLE changed_household ON COMMIT DROP AS
    SELECT s.*, h.cycle_months, h.gas_off, greatest(h.last_inspected, s.last_inspected) AS inspected,
           array_remove(ARRAY[
               CASE WHEN h.customer_class <> s.customer_class THEN 'customer_class' END,
               CASE WHEN h.name IS DISTINCT FROM s.name THEN 'name' END,
               CASE WHEN h.address <> s.address THEN 'address' END,
               CASE WHEN h.building_id <> s.building_id THEN 'building_id' END,
               CASE WHEN h.unit IS DISTINCT FROM s.unit THEN 'unit' END,
               CASE WHEN h.floor IS DISTINCT FROM s.floor THEN 'floor' END,
               CASE WHEN h.latitude <> s.latitude THEN 'latitude' END,
               CASE WHEN h.longitude <> s.longitude THEN 'longitude' END,
               CASE WHEN h.node_id <> s.node_id THEN 'node_id' END,
               CASE WHEN h.meter_no IS DISTINCT FROM s.meter_no THEN 'meter_no' END,
               CASE WHEN h.phone IS DISTINCT FROM s.phone THEN 'phone' END,
               CASE WHEN h.email IS DISTINCT FROM s.email THEN 'email' END,
               CASE WHEN h.special_care IS DISTINCT FROM s.special_care THEN 'special_care' END,
               CASE WHEN h.gas_on <> s.gas_on THEN 'gas_on' END,
               CASE WHEN h.last_inspected IS DISTINCT FROM greatest(h.last_inspected, s.last_inspected)
                    THEN 'last_inspected' END], NULL) AS fields,
           h.customer_class AS class_before, h.node_id AS node_before, h.gas_on AS gas_on_before,
           h.last_inspected AS inspected_before
    FROM pg_temp.staged_household AS s
    JOIN household AS h ON h.district_id = s.district_id AND h.account_no = s.account_no
    WHERE (h.customer_class, h.name, h.address, h.building_id, h.unit, h.floor, h.latitude, h.longitude, h.node_id,
           h.meter_no, h.phone, h.email, h.special_care, h.gas_on, h.last_inspected)
          IS DISTINCT FROM
          (s.customer_class, s.name, s.address, s.building_id, s.unit, s.floor, s.latitude, s.longitude, s.node_id,
           s.meter_no, s.phone, s.email, s.special_care, s.gas_on, greatest(h.last_inspected, s.last_inspected));
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed = 0 THEN
        RETURN 0;
    END IF;
    PERFORM FROM household AS h
    JOIN pg_temp.changed_household AS c ON c.district_id = h.district_id AND c.account_no = h.account_no
    ORDER BY h.district_id, h.account_no FOR NO KEY UPDATE OF h;

    UPDATE household AS h SET
        customer_class = c.customer_class, name = c.name, address = c.address, building_id = c.building_id,
        unit = c.unit, floor = c.floor, latitude = c.latitude, longitude = c.longitude, node_id = c.node_id,
        meter_no = c.meter_no, phone = c.phone, email = c.email, special_care = c.special_care, gas_on = c.gas_on,
        last_inspected = greatest(h.last_inspected, c.last_inspected)
    FROM pg_temp.changed_household AS c
    WHERE h.district_id = c.district_id AND h.account_no = c.account_no;

    -- Where the cycle's ground moved, the open obligation makes way. A newer inspection in the file fulfils it. A
    -- household with an interval of its own keeps that interval; one whose gas is off owes nothing.
    CREATE TEMPORARY TABLE moved_cycle ON COMMIT DROP AS
    SELECT c.district_id, c.account_no, o.obligation_no, c.inspected,
           coalesce(c.inspected > o.basis_date AND c.inspected > coalesce(c.inspected_before, o.basis_date - 1), false)
               AS brought_inspection,
           (SELECT max(l.obligation_no) FROM inspection_obligation AS l
            WHERE l.district_id = c.district_id AND l.account_no = c.account_no) AS last_no,
           c.cycle_months, c.gas_on, c.rule_id, c.window_opens, c.deadline, c.deemed_date
    FROM pg_temp.changed_household AS c
    LEFT JOIN inspection_obligation AS o
        ON o.district_id = c.district_id AND o.account_no = c.account_no AND o.state = 'open'
    WHERE c.fields && ARRAY['customer_class', 'gas_on', 'last_inspected'] AND c.gas_off IS NULL
      AND c.inspected IS NOT DISTINCT FROM c.last_inspected;
    UPDATE inspection_obligation AS o
    SET state = CASE WHEN m.brought_inspection THEN 'fulfilled' ELSE 'superseded' END,
        fulfilled_on = CASE WHEN m.brought_inspection THEN m.inspected END
    FROM pg_temp.moved_cycle AS m
    WHERE o.district_id = m.district_id AND o.account_no = m.account_no AND o.state = 'open';
    INSERT INTO inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline, basis,
                                       basis_date,
                                       deemed_date, rule_id)
    SELECT m.district_id, m.account_no, coalesce(m.last_no, 0) + 1,
           least(m.window_opens, own.deadline), least(m.deadline, own.deadline),
           CASE WHEN m.inspected IS NULL THEN 'gas_on' ELSE 'inspection' END,
           basis.actual, basis.deemed, m.rule_id
    FROM pg_temp.moved_cycle AS m
    CROSS JOIN LATERAL (SELECT coalesce(m.inspected, m.gas_on) AS actual,
                               coalesce(m.deemed_date, m.inspected, m.gas_on) AS deemed) AS basis
    CROSS JOIN LATERAL (SELECT (basis.deemed + make_interval(months => m.cycle_months))::date AS deadline) AS own;

    PERFORM open_pending_events();
    INSERT INTO pg_temp.pending_event (district_id, account_no, kind, payload)
    SELECT c.district_id, c.account_no, 'household_changed', json_strip_nulls(json_build_object(
        'changed', to_json(c.fields),
        'values', json_strip_nulls(json_build_object(
            'customer_class', CASE WHEN 'customer_class' = ANY (c.fields)
                                   THEN json_build_array(c.class_before, c.customer_class) END,
            'node_id', CASE WHEN 'node_id' = ANY (c.fields) THEN json_build_array(c.node_before, c.node_id) END,
            'gas_on', CASE WHEN 'gas_on' = ANY (c.fields) THEN json_build_array(c.gas_on_before, c.gas_on) END,
            'last_inspected', CASE WHEN 'last_inspected' = ANY (c.fields)
                                   THEN json_build_array(c.inspected_before, c.inspected) END))))
    FROM pg_temp.changed_household AS c;
    PERFORM append_pending_events(in_made);
    RETURN changed;
END
$$;
