-- The archive: what happened, in order, for good.
--
-- Events of a household form a chain: each carries the hash of the one before it, and the household's row carries the
-- hash of the last. The hash is SHA-256 over this text (UTF-8, lines ended by one LF, no LF after the last):
--
--   gasworks-event-1
--   <district_id>
--   <account_no>                      (empty for the district's own chain)
--   <seq>                             (1, 2, 3, …)
--   <kind>
--   <occurred_at>                     (UTC, e.g. 2026-03-09T07:15:00.000000Z)
--   <recorded_at>                     (the same form)
--   <actor>                           (the login)
--   <operator>                        (the human, as claimed)
--   <previous_hash>                   (64 hex digits; 64 zeros for the first event)
--   <payload>                         (the JSON text as stored, byte for byte)
--
-- so an outsider checks one event with nothing but psql and sha256sum:
--   psql -AtqX -c "SELECT gasworks.event_text('A1', '00000001', 3)" | head -c -1 | sha256sum
--
-- What stands in an event stands for ever, and personal data must be erasable: so no payload holds a name, a telephone
-- number, an e-mail address, a health mark, an address or free text. Events name the fields that changed; free text is
-- kept beside the archive and the event holds its SHA-256.

CREATE TABLE gasworks.archive_event (
    district_id   text COLLATE "C" NOT NULL,
    account_no    text COLLATE "C" NOT NULL,         -- '' = the district's own chain (plans, settings, crews)
    seq           bigint           NOT NULL,
    kind          text COLLATE "C" NOT NULL,
    occurred_at   timestamptz      NOT NULL,         -- when it happened, by the clock of who was there
    recorded_at   timestamptz      NOT NULL,         -- when the archive learnt of it
    actor         text             NOT NULL,
    operator      text             NOT NULL,
    payload       json             NOT NULL,         -- json, not jsonb: the text itself is what is hashed
    previous_hash bytea            NOT NULL,
    hash          bytea            NOT NULL,
    CONSTRAINT archive_event_pkey PRIMARY KEY (district_id, account_no, seq),
    CONSTRAINT archive_event_seq_counts_from_one CHECK (seq >= 1),
    CONSTRAINT archive_event_kind_is_a_code CHECK (kind ~ '^[a-z][a-z0-9_]*$'),
    CONSTRAINT archive_event_one_line CHECK (actor !~ '[[:cntrl:]]' AND operator !~ '[[:cntrl:]]'),
    CONSTRAINT archive_event_hashes CHECK (length(hash) = 32 AND length(previous_hash) = 32)
);
COMMENT ON TABLE gasworks.archive_event IS
    'Append-only and hash-chained. No role holds UPDATE, DELETE or TRUNCATE on it, the keeper and the owner included.';
-- "What was recorded last week": events arrive in the order of time, so the smallest of indexes does.
CREATE INDEX archive_event_recorded ON gasworks.archive_event USING brin (recorded_at);

-- Heads of the districts' own chains, '-' for the company's. Its row is also the lock of the district: whoever changes
-- plans, settings or masses of households of a district holds it (order: district, day, job, household).
CREATE TABLE gasworks.district_archive (
    district_id  text COLLATE "C" NOT NULL,
    archive_seq  bigint           NOT NULL DEFAULT 0,
    archive_hash bytea,
    CONSTRAINT district_archive_pkey PRIMARY KEY (district_id),
    CONSTRAINT district_archive_district_fkey FOREIGN KEY (district_id) REFERENCES gasworks.district (district_id),
    CONSTRAINT district_archive_head_complete CHECK ((archive_seq = 0) = (archive_hash IS NULL))
) WITH (fillfactor = 50);
INSERT INTO gasworks.district_archive (district_id) VALUES ('-');

-- An instant as the archive writes it. One form for ever: hashes stand on it.
CREATE FUNCTION gasworks.archive_instant(in_instant timestamptz) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT to_char(in_instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- The canonical text of an event: the definition above, in SQL. Inlined by the planner; instants come as text
-- (archive_instant), so that a million events of one instant write it once.
CREATE FUNCTION gasworks.canonical_event(
    in_district text, in_account text, in_seq bigint, in_kind text, in_occurred text, in_recorded text,
    in_actor text, in_operator text, in_previous bytea, in_payload json) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT 'gasworks-event-1' || chr(10) || in_district || chr(10) || in_account || chr(10) || in_seq::text || chr(10)
        || in_kind || chr(10) || in_occurred || chr(10) || in_recorded || chr(10)
        || in_actor || chr(10) || in_operator || chr(10) || encode(in_previous, 'hex') || chr(10) || in_payload::text
$$;

-- The hash that precedes a chain's first event.
CREATE FUNCTION gasworks.chain_origin() RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT decode(repeat('00', 32), 'hex')
$$;

-- The canonical text of one stored event, for an outsider with sha256sum.
CREATE FUNCTION gasworks.event_text(in_district text, in_account text, in_seq bigint) RETURNS text
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT canonical_event(district_id, account_no, seq, kind, archive_instant(occurred_at),
                           archive_instant(recorded_at), actor, operator, previous_hash, payload)
    FROM archive_event
    WHERE district_id = in_district AND account_no = in_account AND seq = in_seq
$$;

-- Appends one event and answers its number. Moving the head locks its row, so events of one chain queue up and those of
-- different households do not meet.
CREATE FUNCTION gasworks.append_event(
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

-- Every fault of every chain of a district; no rows means that all hold. Faults:
--   altered       the event's hash is not the hash of its text
--   broken_link   it does not follow the event before it (one was taken out, put in, or exchanged)
--   cut           the chain ends before the head says, or after it
--   orphan        events of a household that is not there
CREATE FUNCTION gasworks.verify_chains(in_district text, in_account text DEFAULT NULL)
    RETURNS TABLE (account_no text, seq bigint, fault text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    WITH head AS (
        SELECT h.account_no, h.archive_seq, h.archive_hash FROM household AS h
        WHERE h.district_id = in_district AND (in_account IS NULL OR h.account_no = in_account)
        UNION ALL
        SELECT '', d.archive_seq, d.archive_hash FROM district_archive AS d
        WHERE d.district_id = in_district AND coalesce(in_account, '') = ''
    ), link AS (
        SELECT e.account_no, e.seq, e.hash, e.previous_hash,
               sha256(convert_to(canonical_event(
                   e.district_id, e.account_no, e.seq, e.kind, archive_instant(e.occurred_at),
                   archive_instant(e.recorded_at), e.actor, e.operator, e.previous_hash, e.payload), 'UTF8')) AS computed,
               lag(e.seq, 1, 0::bigint) OVER chain AS seq_before,
               lag(e.hash, 1, chain_origin()) OVER chain AS hash_before,
               lead(e.seq) OVER chain AS seq_after
        FROM archive_event AS e
        WHERE e.district_id = in_district AND (in_account IS NULL OR e.account_no = in_account)
        WINDOW chain AS (PARTITION BY e.account_no ORDER BY e.seq)
    ), tip AS (
        SELECT link.account_no, link.seq, link.hash FROM link WHERE seq_after IS NULL
    )
    SELECT link.account_no, link.seq, 'altered' FROM link WHERE computed <> hash
    UNION ALL
    SELECT link.account_no, link.seq, 'broken_link' FROM link
    WHERE link.seq <> seq_before + 1 OR link.previous_hash <> hash_before
    UNION ALL
    SELECT coalesce(head.account_no, tip.account_no), coalesce(tip.seq, 0),
           CASE WHEN head.account_no IS NULL THEN 'orphan' ELSE 'cut' END
    FROM head FULL JOIN tip ON tip.account_no = head.account_no
    WHERE head.account_no IS NULL
       OR head.archive_seq <> coalesce(tip.seq, 0)
       OR head.archive_hash IS DISTINCT FROM tip.hash
    ORDER BY 1, 2, 3
$$;

-- One digest over all heads of a district. Written down outside the database (a report, a notary), it pins every event
-- of that day: whoever later rewrites a chain to its end, head included, no longer arrives at it.
CREATE FUNCTION gasworks.archive_seal(in_district text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT encode(sha256(convert_to(string_agg(
               account_no || ' ' || archive_seq || ' ' || coalesce(encode(archive_hash, 'hex'), '-'),
               chr(10) ORDER BY account_no), 'UTF8')), 'hex')
    FROM (SELECT account_no, archive_seq, archive_hash FROM household WHERE district_id = in_district
          UNION ALL
          SELECT '', archive_seq, archive_hash FROM district_archive WHERE district_id = in_district) AS head
$$;
