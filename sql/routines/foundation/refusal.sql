-- How a refusal is spoken, and who speaks.

-- Every refusal leaves through here. SQLSTATE names the family, MESSAGE the case (stable, snake_case), DETAIL the facts
-- as JSON, HINT the rule that refused. Families:
--   GW001 illegal state change     GW002 someone else was first    GW003 unknown thing      GW004 certificate, absence
--   GW005 not yours                GW006 the clock is real         GW007 date against rule  GW008 value out of range
--   GW009 command id reused        GW010 frozen day                GW011 import rejected    GW012 not installed
CREATE OR REPLACE FUNCTION gasworks.refuse(in_family text, in_code text, in_facts json, in_rule text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = in_family, MESSAGE = in_code,
        DETAIL = coalesce(in_facts, '{}')::text, HINT = in_rule;
END
$$;

CREATE OR REPLACE FUNCTION gasworks.demand_reason(in_reason text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    IF coalesce(btrim(in_reason), '') = '' THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'reason', 'value', in_reason, 'expected', 'text'), 'reason_is_kept');
    END IF;
END
$$;

-- The human behind the session, as claimed; the session's login is recorded beside it and cannot be claimed.
CREATE OR REPLACE FUNCTION gasworks.claimed_operator() RETURNS text
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT coalesce(nullif(current_setting('gasworks.operator', true), ''), session_user::text)
$$;
