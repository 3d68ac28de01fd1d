-- A repair: safe and restored, confirmed by the customer or by measurement. A temporary one stops the clock only when it
-- says so, and leaves the fault handled until the lasting one.
CREATE OR REPLACE FUNCTION gasworks.repair_fault(
    in_command_id uuid, in_district text, in_fault_no bigint, in_occurred timestamptz, in_crew text, in_proof text,
    in_temporary boolean, in_gas text, in_parts json, in_cost numeric, in_work_done text, in_device_shows timestamptz)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text  := 'repair_fault ' || in_fault_no;
    own     fault := take_fault(in_district, in_fault_no);
    answer  json  := answered(in_district, in_command_id, command);
    worker  text  := fault_worker(own, in_crew);
    handled timestamptz;
    number  integer;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_fault_state(own, ARRAY['handled'], 'repaired', 'handled_before_repaired');
    PERFORM demand_reason(in_work_done);
    handled := first_step(own, 'handled');
    IF step_instant(in_occurred, present(), device_seconds_ahead(in_device_shows)) < handled THEN
        PERFORM refuse('GW007', 'repaired_before_handled',
                       json_build_object('fault', fault_name(in_district, in_fault_no),
                                         'occurred_at', archive_instant(in_occurred), 'handled_at', archive_instant(handled)),
                       'handled_before_repaired');
    END IF;
    PERFORM demand_fault_certificate(own, worker, local_date(in_occurred));
    number := record_fault_step(own, 'repaired', in_occurred, in_device_shows, jsonb_build_object(
        'proof', in_proof, 'temporary', in_temporary, 'gas', in_gas, 'parts', in_parts, 'cost', in_cost, 'crew_id', worker),
        in_work_done);
    INSERT INTO fault_repair (district_id, fault_no, step_no, crew_id, proof, temporary, gas, parts, cost, work_done)
    VALUES (in_district, in_fault_no, number, worker, in_proof, in_temporary, in_gas, coalesce(in_parts, '[]'), in_cost,
            in_work_done);
    UPDATE fault SET state = CASE WHEN in_temporary THEN 'handled' ELSE 'repaired' END
    WHERE district_id = in_district AND fault_no = in_fault_no;
    PERFORM close_fault_jobs(own, 'repaired', in_occurred);
    RETURN answer_fault(in_command_id, command, own,
                        jsonb_build_object('temporary', in_temporary, 'repaired_at', archive_instant(in_occurred)));
END
$$;

-- Keeps a picture with the fault; the same picture twice is one. Its hash is in the archive.
CREATE OR REPLACE FUNCTION gasworks.attach_fault_photo(
    in_district text, in_fault_no bigint, in_media_type text, in_content bytea, in_taken_at timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    own    fault := take_fault(in_district, in_fault_no);
    digest text  := encode(sha256(in_content), 'hex');
BEGIN
    INSERT INTO fault_photo (district_id, fault_no, sha256, media_type, content, taken_at)
    VALUES (in_district, in_fault_no, digest, in_media_type, in_content, in_taken_at)
    ON CONFLICT ON CONSTRAINT fault_photo_pkey DO NOTHING;
    IF FOUND THEN
        PERFORM append_event(in_district, coalesce(own.account_no, ''), 'fault_photo_kept', in_taken_at,
                             json_build_object('fault', fault_name(in_district, in_fault_no), 'photo_sha256', digest,
                                               'bytes', octet_length(in_content)));
    END IF;
    RETURN json_build_object('id', fault_name(in_district, in_fault_no), 'photo_sha256', digest);
END
$$;
