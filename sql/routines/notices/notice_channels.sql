-- The channels by which a household can be told, and whether what was reached is still its own.

-- The notices of a purpose that stand for each other: a changed announcement stands for the first.
CREATE OR REPLACE FUNCTION gasworks.notice_purposes(in_group text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE in_group WHEN 'terms' THEN ARRAY['announcement', 'change'] ELSE ARRAY[in_group] END
$$;

-- The channels of a district in order of preference. Special care is told by call, else by hand; hours and texts that need
-- no answer (in_group other than terms) do not go by hand to others.
CREATE OR REPLACE FUNCTION gasworks.channel_order(in_district text, in_care boolean, in_group text, in_day date)
    RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT CASE WHEN in_care THEN ARRAY['call', 'hand']
                ELSE coalesce(array_agg(c.channel ORDER BY c.place, c.channel), '{}') END
    FROM (SELECT d.channel, setting_number(in_district, 'notices.order.' || d.channel, in_day, d.place) AS place
          FROM (VALUES ('sms', 1), ('email', 2), ('call', 0), ('hand', 3)) AS d (channel, place)) AS c
    WHERE c.place > 0 AND (in_group = 'terms' OR c.channel IN ('sms', 'email'))
$$;

-- The channel, if a household can be reached by it and it did not fail before; NULL otherwise.
CREATE OR REPLACE FUNCTION gasworks.usable_channel(in_channel text, in_phone text, in_email text, in_dead text[])
    RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN in_channel = ANY (in_dead) THEN NULL
                WHEN in_channel = 'hand' THEN in_channel
                WHEN in_channel = 'email' THEN CASE WHEN in_email IS NOT NULL THEN in_channel END
                ELSE CASE WHEN in_phone IS NOT NULL THEN in_channel END END
$$;

-- What a notice reached, as a digest: who, and where by the channel. A receipt proves that a contact was reached; it counts
-- for as long as name and contact are still the household's. Nobody can tell a customer's new number from a new customer,
-- so who is given another is told again. The notice's own name salts the digest, so that equal contacts do not look equal.
CREATE OR REPLACE FUNCTION gasworks.reach_digest(
    in_notice text, in_channel text, in_name text, in_phone text, in_email text, in_address text, in_building text,
    in_unit text) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT sha256(convert_to(
        in_notice || chr(10) || coalesce(in_name, '') || chr(10)
        || coalesce(CASE in_channel WHEN 'email' THEN in_email
                                    WHEN 'hand' THEN in_building || chr(10) || in_address || chr(10) || coalesce(in_unit, '')
                                    ELSE in_phone END, ''), 'UTF8'))
$$;

-- Whether what a notice reached is still the household's.
CREATE OR REPLACE FUNCTION gasworks.still_reached(in_notice gasworks.notice) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT in_notice.reached = reach_digest(in_notice.district_id || '-' || in_notice.notice_no, in_notice.channel,
                                            h.name, h.phone, h.email, h.address,
                                            h.building_id, h.unit)
    FROM household AS h WHERE h.district_id = in_notice.district_id AND h.account_no = in_notice.account_no
$$;
