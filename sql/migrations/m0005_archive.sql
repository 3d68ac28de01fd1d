-- The archive: what happened, in order, for good.
--
-- Events of a household form a chain: each carries the hash of the one before it, and the household's row carries the
-- hash of the last. sql/routines/archive/event_text.sql says which text is hashed.
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
