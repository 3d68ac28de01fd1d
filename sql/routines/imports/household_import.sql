-- A file of households: applied.

-- Applies a staged import of households (see apply_imported_households) and what open outages make of it.
CREATE OR REPLACE FUNCTION gasworks.apply_household_import(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    answer json;
BEGIN
    PERFORM share_gate();
    PERFORM lock_districts();
    answer := apply_imported_households(in_file_sha256);
    PERFORM refresh_outages();
    RETURN answer;
END
$$;

-- New accounts become households, each with its archive opened and its first obligation; changed ones are changed, each
-- with an event that names the fields; the rest stays as it is. An inspection recorded here later than the file's is
-- kept. The wide rows are written once, and where there was nothing, keys are set aside meanwhile: the event's row hands
-- its hash on.
CREATE OR REPLACE FUNCTION gasworks.apply_imported_households(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET work_mem = '256MB'
    SET jit = off
    SET enable_nestloop = off                    -- nobody can estimate how many rows of a file are new
AS $$
DECLARE
    made      timestamptz := present();
    who       text := session_user;
    human     text := claimed_operator();
    made_text text := archive_instant(made);
    is_first  boolean;
    total     bigint;
    inserted  bigint;
    changed   bigint := 0;
    answer    json;
BEGIN
    total := demand_checked('staged_household');

    INSERT INTO district (district_id, name)
    SELECT DISTINCT s.district_id, s.district_id FROM pg_temp.staged_household AS s
    ON CONFLICT ON CONSTRAINT district_pkey DO NOTHING;
    INSERT INTO district_archive (district_id)
    SELECT DISTINCT s.district_id FROM pg_temp.staged_household AS s
    ON CONFLICT ON CONSTRAINT district_archive_pkey DO NOTHING;
    INSERT INTO building (district_id, building_id, address)
    SELECT DISTINCT s.district_id, s.building_id, s.address FROM pg_temp.staged_household AS s
    ON CONFLICT ON CONSTRAINT building_pkey DO NOTHING;

    is_first := set_aside_keys();
    IF NOT is_first THEN
        changed := change_imported_households(made);
    END IF;

    -- Values in the payload are codes and dates, which need no escaping; the constraints see to it.
    WITH opened AS (
        INSERT INTO archive_event (district_id, account_no, seq, kind, occurred_at, recorded_at, actor, operator, payload,
                                   previous_hash, hash)
        SELECT district_id, account_no, 1, 'household_opened', made, made, who, human, payload, chain_origin(),
               sha256(convert_to(canonical_event(
                   district_id, account_no, 1, 'household_opened', made_text, made_text, who, human, chain_origin(),
                   payload), 'UTF8'))
        FROM (SELECT s.district_id, s.account_no,
                     concat('{"customer_class":"', s.customer_class, '","node_id":"', s.node_id, '","gas_on":"', s.gas_on,
                            '","last_inspected":', coalesce('"' || s.last_inspected || '"', 'null'),
                            ',"opens":"', s.window_opens, '","deadline":"', s.deadline, '"}')::json AS payload
              FROM pg_temp.staged_household AS s
              WHERE NOT EXISTS (SELECT FROM household AS h
                                WHERE h.district_id = s.district_id AND h.account_no = s.account_no)
              OFFSET 0) AS opening                      -- the text is made once and used twice
        RETURNING district_id, account_no, hash
    ), owed AS (
        INSERT INTO inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline, basis,
                                           basis_date, deemed_date, rule_id)
        SELECT s.district_id, s.account_no, 1, s.window_opens, s.deadline,
               CASE WHEN s.last_inspected IS NULL THEN 'gas_on' ELSE 'inspection' END,
               coalesce(s.last_inspected, s.gas_on), coalesce(s.last_inspected, s.gas_on), s.rule_id
        FROM pg_temp.staged_household AS s
        WHERE NOT EXISTS (SELECT FROM household AS h
                          WHERE h.district_id = s.district_id AND h.account_no = s.account_no)
    )
    INSERT INTO household (district_id, account_no, customer_class, name, address, building_id, unit, floor, latitude,
                           longitude, node_id, meter_no, phone, email, special_care, gas_on, last_inspected, archive_seq,
                           archive_hash)
    SELECT s.district_id, s.account_no, s.customer_class, s.name, s.address, s.building_id, s.unit, s.floor, s.latitude,
           s.longitude, s.node_id, s.meter_no, s.phone, s.email, s.special_care, s.gas_on, s.last_inspected, 1, o.hash
    FROM pg_temp.staged_household AS s
    JOIN opened AS o ON o.district_id = s.district_id AND o.account_no = s.account_no;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    IF is_first THEN
        PERFORM bring_back_keys();
    END IF;

    answer := json_build_object('rows', total, 'inserted', inserted, 'changed', changed,
                                'unchanged', total - inserted - changed);
    IF inserted + changed > 0 THEN
        PERFORM append_event('-', '', 'households_imported', made, json_build_object(
            'file_sha256', in_file_sha256, 'rows', total, 'inserted', inserted, 'changed', changed));
        PERFORM refresh_statistics();
    END IF;
    RETURN answer;
END
$$;
