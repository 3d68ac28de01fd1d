-- What an authority is told of a large outage.

-- The buildings that an outage touches, by class of customer: how many households, and how many of them in special care. No
-- name, no unit and no contact.
CREATE OR REPLACE FUNCTION gasworks.outage_buildings(in_outage integer)
    RETURNS TABLE (district_id text, building_id text, address text, customer_class text, households bigint, in_care bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT h.district_id, h.building_id, min(min(h.address)) OVER (PARTITION BY h.district_id, h.building_id),
           h.customer_class, count(*), count(*) FILTER (WHERE h.special_care IS NOT NULL)
    FROM outage_household AS l
    JOIN household AS h ON h.district_id = l.district_id AND h.account_no = l.account_no
    WHERE l.district_id = ANY (ARRAY(SELECT outage_districts(in_outage))) AND l.outage_no = in_outage
      AND l.state <> 'released'
    GROUP BY h.district_id, h.building_id, h.customer_class
    ORDER BY 1, 3, 2, 4
$$;

-- A contingency report was written: the file's SHA-256 is kept, by which a copy of it is known.
CREATE OR REPLACE FUNCTION gasworks.record_contingency_report(
    in_command_id uuid, in_outage integer, in_sha256 text, in_at timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'record_contingency_report ' || in_outage || ' ' || in_sha256;
    o       outage := take_outage(in_outage);
    answer  json := answered('-', in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_happened(in_at);
    IF in_sha256 !~ '^[0-9a-f]{64}$' THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'sha256', 'value', in_sha256, 'expected', '64 hexadecimal digits'),
                       'report_digest');
    END IF;
    PERFORM append_outage_event(in_outage, 'outage_reported', in_at,
                                jsonb_build_object('report_sha256', in_sha256, 'terms', o.terms_version));
    RETURN record_answer('-', in_command_id, command,
                         json_build_object('id', 'O-' || in_outage, 'report_sha256', in_sha256));
END
$$;
