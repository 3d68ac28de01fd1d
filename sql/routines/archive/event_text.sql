-- The text of an event, and its hash.
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

-- An instant as the archive writes it. One form for ever: hashes stand on it.
CREATE OR REPLACE FUNCTION gasworks.archive_instant(in_instant timestamptz) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT to_char(in_instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- The canonical text of an event: the definition above, byte for byte, put together in one piece; no part is NULL.
-- Inlined by the planner; instants come as text (archive_instant), so that a million events of one instant write it once.
CREATE OR REPLACE FUNCTION gasworks.canonical_event(
    in_district text, in_account text, in_seq bigint, in_kind text, in_occurred text, in_recorded text,
    in_actor text, in_operator text, in_previous bytea, in_payload json) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT concat_ws(chr(10), 'gasworks-event-1', in_district, in_account, in_seq, in_kind, in_occurred, in_recorded,
                     in_actor, in_operator, encode(in_previous, 'hex'), in_payload)
$$;

-- The hash that precedes a chain's first event.
CREATE OR REPLACE FUNCTION gasworks.chain_origin() RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT decode(repeat('00', 32), 'hex')
$$;

-- The canonical text of one stored event, for an outsider with sha256sum.
CREATE OR REPLACE FUNCTION gasworks.event_text(in_district text, in_account text, in_seq bigint) RETURNS text
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT canonical_event(district_id, account_no, seq, kind, archive_instant(occurred_at),
                           archive_instant(recorded_at), actor, operator, previous_hash, payload)
    FROM archive_event
    WHERE district_id = in_district AND account_no = in_account AND seq = in_seq
$$;

CREATE OR REPLACE FUNCTION gasworks.text_digest(in_text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT encode(sha256(convert_to(in_text, 'UTF8')), 'hex')
$$;
