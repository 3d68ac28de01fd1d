-- The channels by which a household can be told, and whether what was reached is still its own.

-- The notices of a group that stand for each other: a changed announcement stands for the first, and who was told of an
-- extension knows the terms that it made.
CREATE OR REPLACE FUNCTION gasworks.notice_purposes(in_group text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE in_group WHEN 'terms' THEN ARRAY['announcement', 'change', 'extension'] ELSE ARRAY[in_group] END
$$;

-- The group of a purpose.
CREATE OR REPLACE FUNCTION gasworks.notice_group(in_purpose text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN in_purpose IN ('announcement', 'change') THEN 'terms' ELSE in_purpose END
$$;

-- Whether a notice of a group has anything to say while an outage is in a state. Terms that nobody announced yet are told
-- nobody; once gas comes back, those without it are told of that.
CREATE OR REPLACE FUNCTION gasworks.notice_stands(in_group text, in_state text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT in_state = ANY (CASE in_group WHEN 'terms' THEN ARRAY['announced', 'in_progress']
                                         WHEN 'cancellation' THEN ARRAY['cancelled']
                                         ELSE ARRAY['in_progress', 'restoring'] END)
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

-- The first usable one of the channels, of which there are four; NULL: none is. Inlined by the planner.
CREATE OR REPLACE FUNCTION gasworks.first_channel(in_channels text[], in_phone text, in_email text, in_dead text[])
    RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT coalesce(gasworks.usable_channel(in_channels[1], in_phone, in_email, in_dead),
                    gasworks.usable_channel(in_channels[2], in_phone, in_email, in_dead),
                    gasworks.usable_channel(in_channels[3], in_phone, in_email, in_dead),
                    gasworks.usable_channel(in_channels[4], in_phone, in_email, in_dead))
$$;

-- Whom a notice reaches, and where by its channel, as a digest. A receipt proves that a contact was reached; it counts for
-- as long as name and contact are still the household's. Nobody can tell a customer's new number from a new customer, so
-- who is given another is told again. The notice's own name salts the digest, so that equal contacts do not look equal.
-- Inlined by the planner, so that no row is put together for it.
CREATE OR REPLACE FUNCTION gasworks.reach_digest(in_notice gasworks.notice, in_home gasworks.household) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT sha256(convert_to(
        in_notice.district_id || '-' || in_notice.notice_no::text || chr(10) || coalesce(in_home.name, '') || chr(10)
        || coalesce(CASE in_notice.channel
                        WHEN 'email' THEN in_home.email
                        WHEN 'hand' THEN in_home.building_id || chr(10) || in_home.address || chr(10)
                                         || coalesce(in_home.unit, '')
                        ELSE in_home.phone END, ''), 'UTF8'))
$$;

-- Whether what a notice reached is still the household's.
CREATE OR REPLACE FUNCTION gasworks.still_reached(in_notice gasworks.notice) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT in_notice.reached = reach_digest(in_notice, h)
    FROM household AS h WHERE h.district_id = in_notice.district_id AND h.account_no = in_notice.account_no
$$;
