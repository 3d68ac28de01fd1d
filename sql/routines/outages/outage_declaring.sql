-- An outage is declared, announced, and made public.

-- Declares an outage. A planned one begins in the future; an emergency may have begun within the last day, and its
-- notices are queued at once. in_announce: so are a planned one's, in the same stroke, unless it overlaps another.
CREATE OR REPLACE FUNCTION gasworks.declare_outage(
    in_command_id uuid, in_area json, in_starts timestamptz, in_ends timestamptz, in_reason text, in_emergency boolean,
    in_announce boolean DEFAULT false) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
AS $$
DECLARE
    command text := 'declare_outage';
    answer  json;
    made    timestamptz := present();
    number  integer;
BEGIN
    -- A new outage has no row to lock yet: of two that bring the same command at once the second waits for this.
    PERFORM pg_advisory_xact_lock(hashtextextended(in_command_id::text, 0));
    answer := answered('-', in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_reason(in_reason);
    PERFORM demand_outage_span(in_starts, in_ends,
                               CASE WHEN in_emergency THEN made - interval '1 day' ELSE made END);
    INSERT INTO outage (emergency, reason, starts_at, ends_at, declared_at, declared_by, operator)
    VALUES (in_emergency, in_reason, in_starts, in_ends, made, session_user, claimed_operator())
    RETURNING outage_no INTO number;
    INSERT INTO outage_terms (outage_no, version, kind, lead_since, starts_at, ends_at, made_at, made_by, operator)
    VALUES (number, 1, 'declared', 1, in_starts, in_ends, made, session_user, claimed_operator());
    PERFORM write_outage_area(number, 1, in_area);
    INSERT INTO outage_household (district_id, outage_no, account_no, listed_at)
    SELECT m.district_id, number, m.account_no, made FROM outage_members(number, 1) AS m;
    IF NOT FOUND THEN
        PERFORM refuse('GW013', 'nobody_affected', json_build_object('outage', 'O-' || number), 'outage_affects_somebody');
    END IF;
    PERFORM append_outage_event(number, 'outage_declared', made, outage_declaration(number));
    IF in_emergency OR (in_announce AND NOT EXISTS (SELECT FROM outage_overlaps(number) AS v)) THEN
        PERFORM queue_announcement(number);
    END IF;
    RETURN record_answer('-', in_command_id, command, outage_answer(number));
END
$$;

-- Writes the area of a version: [{"kind": "node" | "building" | "household", "district": "A1", "code": "…"}]. The district
-- may be left out: a building's are then all that have one of that name.
CREATE OR REPLACE FUNCTION gasworks.write_outage_area(in_outage integer, in_version integer, in_area json) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    part record;
BEGIN
    FOR part IN SELECT a.kind, a.district, a.code
                FROM json_to_recordset(in_area) AS a (kind text, district text, code text) LOOP
        CASE part.kind
        WHEN 'node' THEN
            IF NOT EXISTS (SELECT FROM supply_node WHERE node_id = part.code) THEN
                PERFORM refuse('GW003', 'unknown_node', json_build_object('node_id', part.code), 'node_exists');
            END IF;
            INSERT INTO outage_area VALUES (in_outage, in_version, 'node', '-', part.code) ON CONFLICT DO NOTHING;
        WHEN 'building' THEN
            INSERT INTO outage_area
            SELECT DISTINCT in_outage, in_version, 'building', b.district_id, b.building_id FROM building AS b
            WHERE b.building_id = part.code AND (part.district IS NULL OR b.district_id = part.district)
            ON CONFLICT DO NOTHING;
            IF NOT EXISTS (SELECT FROM outage_area WHERE outage_no = in_outage AND version = in_version
                              AND kind = 'building' AND code = part.code) THEN
                PERFORM refuse('GW003', 'unknown_building', json_build_object('building_id', part.code), 'building_exists');
            END IF;
        WHEN 'household' THEN
            INSERT INTO outage_area
            VALUES (in_outage, in_version, 'household', district_of_account(part.code), part.code) ON CONFLICT DO NOTHING;
        ELSE
            PERFORM refuse('GW008', 'invalid_value',
                           json_build_object('name', 'area', 'value', part.kind, 'expected', 'node, building, household'),
                           'area_kinds');
        END CASE;
    END LOOP;
END
$$;

-- Queues the notices of the terms in force; for an outage that was announced it brings them up to date.
CREATE OR REPLACE FUNCTION gasworks.announce_outage(in_command_id uuid, in_outage integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'announce_outage ' || in_outage;
    o       outage := take_outage(in_outage);
    answer  json := answered('-', in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_outage_state(o, ARRAY['declared', 'announced'], 'announced');
    PERFORM lock_outage_districts(in_outage);
    PERFORM refresh_ledger(in_outage);
    IF NOT o.emergency THEN
        PERFORM demand_overlaps_decided(in_outage);
    END IF;
    IF o.state = 'declared' THEN
        PERFORM queue_announcement(in_outage);
    ELSE
        PERFORM queue_notices(in_outage, 'terms', NULL, NULL);
    END IF;
    RETURN record_answer('-', in_command_id, command, outage_answer(in_outage));
END
$$;

-- Marks the terms in force as announced and queues their notices; the caller has looked at overlaps.
CREATE OR REPLACE FUNCTION gasworks.queue_announcement(in_outage integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    queued integer;
BEGIN
    UPDATE outage SET announced_at = present(), state = CASE WHEN state = 'declared' THEN 'announced' ELSE state END
    WHERE outage_no = in_outage;
    queued := queue_notices(in_outage, 'terms', NULL, NULL);
    PERFORM append_outage_event(in_outage, 'outage_announced', present(), jsonb_build_object('queued', queued));
    RETURN queued;
END
$$;

-- A public announcement was made: recorded as an addition to what each household is told.
CREATE OR REPLACE FUNCTION gasworks.publish_outage(
    in_command_id uuid, in_outage integer, in_medium text, in_at timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'publish_outage ' || in_outage;
    o       outage := take_outage(in_outage);
    answer  json := answered('-', in_command_id, command);
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    PERFORM demand_happened(in_at);
    INSERT INTO outage_publication (outage_no, published_at, medium, published_by, operator)
    VALUES (in_outage, in_at, in_medium, session_user, claimed_operator())
    ON CONFLICT DO NOTHING;
    PERFORM append_outage_event(in_outage, 'outage_published', in_at,
                                jsonb_build_object('medium', in_medium, 'terms', o.terms_version));
    RETURN record_answer('-', in_command_id, command,
                         json_build_object('id', 'O-' || in_outage, 'medium', in_medium));
END
$$;
