-- Whether chains are what was written, and the seal that pins a day outside the database.

-- Every fault of every chain of a district; no rows means that all hold. Faults:
--   altered       the event's hash is not the hash of its text
--   broken_link   it does not follow the event before it (one was taken out, put in, or exchanged)
--   cut           the chain ends before the head says, or after it
--   orphan        events of a household that is not there
CREATE OR REPLACE FUNCTION gasworks.verify_chains(in_district text, in_account text DEFAULT NULL)
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
CREATE OR REPLACE FUNCTION gasworks.archive_seal(in_district text) RETURNS text
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
