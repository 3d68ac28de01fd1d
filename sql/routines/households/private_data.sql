-- Name, contact and health of a household: masked for those who need not know, opened for a purpose that is kept.

-- A****, +0********01, a***@example.org: enough to recognise, too little to use.
CREATE OR REPLACE FUNCTION gasworks.masked(in_text text, in_first integer, in_last integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN length(in_text) <= in_first + in_last THEN repeat('*', length(in_text))
                ELSE left(in_text, in_first) || repeat('*', length(in_text) - in_first - in_last)
                     || right(in_text, in_last) END
$$;

CREATE OR REPLACE FUNCTION gasworks.masked_email(in_email text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT left(in_email, 1) || '***' || coalesce(substring(in_email FROM '@.*$'), '')
$$;

-- An address without its numbers: enough to tell the street, too little to find the door.
CREATE OR REPLACE FUNCTION gasworks.masked_address(in_address text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT translate(in_address, '0123456789', '**********')
$$;

-- The district of an account; refuses an unknown one.
CREATE OR REPLACE FUNCTION gasworks.district_of_account(in_account text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    found_district text;
BEGIN
    SELECT district_id INTO found_district FROM household WHERE account_no = in_account;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_account', json_build_object('account_no', in_account), 'household_exists');
    END IF;
    RETURN found_district;
END
$$;

-- Refuses to open private data without a purpose, or for one that could name people: it stands in the archive.
CREATE OR REPLACE FUNCTION gasworks.demand_purpose(in_purpose text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF in_purpose IS NULL OR in_purpose !~ '^[a-z][a-z0-9_]{0,63}$' THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'purpose', 'value', in_purpose, 'expected', 'code'),
                       'purpose_is_a_code');
    END IF;
END
$$;

-- A household's private data, for a purpose; that it was seen, by whom and for what, is an event of the household.
-- A crew sees it for the households of its own route of the day.
CREATE OR REPLACE FUNCTION gasworks.household_private(in_account text, in_purpose text)
    RETURNS TABLE (account_no text, name text, phone text, email text, special_care text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    place text := district_of_account(in_account);
BEGIN
    IF NOT is_office() AND in_account <> ALL (own_accounts()) THEN
        PERFORM refuse('GW005', 'role_refused', json_build_object('action', 'household_private'), 'own_route_only');
    END IF;
    PERFORM demand_purpose(in_purpose);
    PERFORM append_event(place, in_account, 'private_data_viewed', present(), json_build_object('purpose', in_purpose));
    RETURN QUERY SELECT h.account_no, h.name, h.phone, h.email, h.special_care FROM household AS h
                 WHERE h.district_id = place AND h.account_no = in_account;
END
$$;
