-- What the caller said and who called. Each look is an event; a crew may look only at the fault it is sent to.
CREATE OR REPLACE FUNCTION gasworks.fault_private(in_district text, in_fault_no bigint, in_purpose text)
    RETURNS TABLE (description text, caller_name text, caller_phone text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    own fault;
BEGIN
    PERFORM demand_purpose(in_purpose);
    own := take_fault(in_district, in_fault_no);
    PERFORM append_event(in_district, coalesce(own.account_no, ''), 'private_data_viewed', present(), json_build_object(
        'fault', fault_name(in_district, in_fault_no), 'purpose', in_purpose));
    RETURN QUERY SELECT own.description, own.caller_name, own.caller_phone;
END
$$;
