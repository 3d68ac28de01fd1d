-- Putting events on their chains, one or many at a time.

-- Appends one event and answers its number. Moving the head locks its row, so events of one chain queue up and those of
-- different households do not meet.
CREATE OR REPLACE FUNCTION gasworks.append_event(
    in_district text, in_account text, in_kind text, in_occurred timestamptz, in_payload json) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    recorded timestamptz := present();
    who      text        := session_user;
    human    text        := claimed_operator();
    previous bytea;
    place    bigint;
    digest   bytea;
BEGIN
    IF in_account = '' THEN
        SELECT archive_seq + 1, coalesce(archive_hash, chain_origin()) INTO place, previous
        FROM district_archive WHERE district_id = in_district FOR UPDATE;
        IF NOT FOUND THEN
            PERFORM refuse('GW003', 'unknown_district', json_build_object('district', in_district), 'district_exists');
        END IF;
    ELSE
        SELECT archive_seq + 1, coalesce(archive_hash, chain_origin()) INTO place, previous
        FROM household WHERE district_id = in_district AND account_no = in_account FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            PERFORM refuse('GW003', 'unknown_account',
                           json_build_object('account_no', in_account, 'district_id', in_district), 'household_exists');
        END IF;
    END IF;
    digest := sha256(convert_to(canonical_event(
        in_district, in_account, place, in_kind, archive_instant(in_occurred), archive_instant(recorded), who, human,
        previous, in_payload), 'UTF8'));
    INSERT INTO archive_event (district_id, account_no, seq, kind, occurred_at, recorded_at, actor, operator, payload,
                               previous_hash, hash)
    VALUES (in_district, in_account, place, in_kind, in_occurred, recorded, who, human, in_payload, previous, digest);
    IF in_account = '' THEN
        UPDATE district_archive SET archive_seq = place, archive_hash = digest WHERE district_id = in_district;
    ELSE
        UPDATE household SET archive_seq = place, archive_hash = digest
        WHERE district_id = in_district AND account_no = in_account;
    END IF;
    RETURN place;
END
$$;

-- Many events at once, one for a household: put them into pg_temp.pending_event, then append. The caller holds the
-- households' locks, taken in the order of their accounts.
CREATE OR REPLACE FUNCTION gasworks.open_pending_events() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS pending_event (
        district_id text COLLATE "C", account_no text COLLATE "C", kind text COLLATE "C", payload json
    ) ON COMMIT DROP;
    PERFORM demand_own_table('pending_event');
    DELETE FROM pg_temp.pending_event;
END
$$;

CREATE OR REPLACE FUNCTION gasworks.append_pending_events(in_occurred timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    recorded timestamptz := present();
    who      text := session_user;
    human    text := claimed_operator();
    occurred_text text := archive_instant(in_occurred);
    recorded_text text := archive_instant(recorded);
BEGIN
    PERFORM demand_own_table('pending_event');
    WITH placed AS (
        SELECT p.district_id, p.account_no, h.archive_seq + 1 AS seq, p.kind, p.payload,
               coalesce(h.archive_hash, chain_origin()) AS previous
        FROM pg_temp.pending_event AS p
        JOIN household AS h ON h.district_id = p.district_id AND h.account_no = p.account_no
    ), hashed AS MATERIALIZED (
        SELECT placed.*, sha256(convert_to(canonical_event(
                   district_id, account_no, seq, kind, occurred_text, recorded_text, who, human, previous, payload), 'UTF8')) AS hash
        FROM placed
    ), headed AS (
        UPDATE household AS h SET archive_seq = x.seq, archive_hash = x.hash
        FROM hashed AS x WHERE h.district_id = x.district_id AND h.account_no = x.account_no
    )
    INSERT INTO archive_event (district_id, account_no, seq, kind, occurred_at, recorded_at, actor, operator, payload,
                               previous_hash, hash)
    SELECT district_id, account_no, seq, kind, in_occurred, recorded, who, human, payload, previous, hash FROM hashed;
    DELETE FROM pg_temp.pending_event;
END
$$;

-- Events of several households at once, several for one household among them: put them into pg_temp.chained_event with
-- round 1, 2, … within a household, then append. The caller holds the households' locks, taken in the order of their
-- accounts.
CREATE OR REPLACE FUNCTION gasworks.open_chained_events() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS chained_event (
        round bigint, district_id text COLLATE "C", account_no text COLLATE "C", kind text COLLATE "C", payload json
    ) ON COMMIT DROP;
    PERFORM demand_own_table('chained_event');
    DELETE FROM pg_temp.chained_event;
END
$$;

CREATE OR REPLACE FUNCTION gasworks.append_chained_events() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    turn bigint;
BEGIN
    PERFORM demand_own_table('chained_event');
    FOR turn IN SELECT DISTINCT c.round FROM pg_temp.chained_event AS c ORDER BY c.round LOOP
        PERFORM open_pending_events();
        INSERT INTO pg_temp.pending_event (district_id, account_no, kind, payload)
        SELECT c.district_id, c.account_no, c.kind, c.payload FROM pg_temp.chained_event AS c WHERE c.round = turn;
        PERFORM append_pending_events(present());
    END LOOP;
    DELETE FROM pg_temp.chained_event;
END
$$;
