-- Finding a household.

-- Finds households by account, meter, address (any part of it) or the beginning of a name. The private name can be
-- found and is not shown. At most in_limit rows, the best kind of match first.
CREATE OR REPLACE FUNCTION gasworks.search_households(in_text text, in_limit integer)
    RETURNS TABLE (district_id text, account_no text, matched text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    WITH wanted AS (
        SELECT in_text AS text,
               '%' || replace(replace(replace(lower(in_text), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS inside
    ), hit AS (
        (SELECT h.district_id, h.account_no, 'account' AS matched, 1 AS rank FROM household AS h
         WHERE h.account_no = in_text)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'meter', 2 FROM household AS h WHERE h.meter_no = in_text LIMIT in_limit)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'name', 3 FROM household AS h
         WHERE h.name IS NOT NULL
           AND lower(h.name) ^@ lower(in_text) LIMIT in_limit)
        UNION ALL
        (SELECT h.district_id, h.account_no, 'address', 4
         FROM building AS b JOIN household AS h
           ON h.district_id = b.district_id AND h.building_id = b.building_id AND h.address = b.address
         WHERE lower(b.address) LIKE (SELECT inside FROM wanted)
         ORDER BY h.address, h.account_no LIMIT in_limit)
    )
    SELECT hit.district_id, hit.account_no, (array_agg(hit.matched ORDER BY hit.rank))[1]
    FROM hit
    WHERE in_text <> '' AND (is_office() OR hit.account_no = ANY (own_accounts()))
    GROUP BY hit.district_id, hit.account_no
    ORDER BY min(hit.rank), hit.account_no
    LIMIT in_limit
$$;
