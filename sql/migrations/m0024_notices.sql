-- Notices: one row for a household, a channel and the terms it announces. The table is the outbox: a notice is queued in
-- the transaction that makes it necessary, and workers take it from here.

CREATE SEQUENCE gasworks.notice_lease_token;         -- fencing: a later lease has a larger token

CREATE TABLE gasworks.notice (
    district_id  text COLLATE "C" NOT NULL,
    notice_no    bigint GENERATED ALWAYS AS IDENTITY,
    outage_no    integer          NOT NULL,
    account_no   text COLLATE "C" NOT NULL,
    version      integer          NOT NULL,          -- the terms it announces
    purpose      text             NOT NULL,          -- announcement | change | extension | cancellation | restoration
    channel      text             NOT NULL,          -- sms | email | call | hand
    urgent       boolean          NOT NULL,          -- does not wait for the end of quiet hours
    state        text             NOT NULL DEFAULT 'queued',
    due_at       timestamptz      NOT NULL,          -- when it is looked at next: the next attempt, the end of a lease, or
                                                     -- of the patience with a receipt; infinity: no more
    attempts     smallint         NOT NULL DEFAULT 0,
    key          uuid,                               -- idempotency key, from the first attempt on the same for every one
    lease_token  bigint,
    leased_by    text,
    first_leased_at timestamptz,
    sent_at      timestamptz,                        -- the gateway took it
    gateway_id   text COLLATE "C",                   -- its name for it
    text_sha256  text,                               -- of the text that was sent
    reached      bytea,                              -- digest of the name and the contact it went to, salted by its number
    confirmed_at timestamptz,
    manner       text,                               -- receipt | call | handed | posted
    failure      text,                               -- why the last attempt failed, a code
    CONSTRAINT notice_pkey PRIMARY KEY (district_id, notice_no),
    CONSTRAINT notice_purpose_known
        CHECK (purpose IN ('announcement', 'change', 'extension', 'cancellation', 'restoration')),
    CONSTRAINT notice_channel_known CHECK (channel IN ('sms', 'email', 'call', 'hand')),
    -- queued > leased > sent > confirmed; leased > queued (again); failed is the dead letter; withdrawn was overtaken
    CONSTRAINT notice_state_known
        CHECK (state IN ('queued', 'leased', 'sent', 'confirmed', 'failed', 'withdrawn')),
    CONSTRAINT notice_leased_has_a_token CHECK (state <> 'leased' OR (lease_token IS NOT NULL AND leased_by IS NOT NULL)),
    CONSTRAINT notice_attempted_has_a_key CHECK (first_leased_at IS NULL OR key IS NOT NULL),
    CONSTRAINT notice_sent_has_an_instant CHECK (state <> 'sent' OR sent_at IS NOT NULL),
    CONSTRAINT notice_confirmed_says_how
        CHECK ((state = 'confirmed')
               = (confirmed_at IS NOT NULL AND manner IS NOT NULL AND reached IS NOT NULL)),
    CONSTRAINT notice_manner_of_channel
        CHECK (manner = CASE channel WHEN 'call' THEN 'call' WHEN 'hand' THEN manner ELSE 'receipt' END
               AND (channel <> 'hand' OR manner IN ('handed', 'posted'))),
    CONSTRAINT notice_failure_is_a_code CHECK (failure ~ '^[a-z][a-z0-9_]{0,63}$'),
    CONSTRAINT notice_text_is_a_hash CHECK (text_sha256 ~ '^[0-9a-f]{64}$')
) WITH (fillfactor = 80);
COMMENT ON TABLE gasworks.notice IS
    'What a household was or is to be told, by which channel, and what came of it: the outbox.';
-- What a worker takes next.
CREATE INDEX notice_due ON gasworks.notice (district_id, channel, urgent, due_at) WHERE state IN ('queued', 'leased');
-- What was sent and waits for its receipt.
CREATE INDEX notice_silent ON gasworks.notice (district_id, due_at) WHERE state = 'sent';
-- Everything about a household in an outage, and everything about an outage.
CREATE INDEX notice_of_outage ON gasworks.notice (district_id, outage_no, account_no);
-- One on its way for a household, its terms, purpose and channel, whoever queues.
CREATE UNIQUE INDEX notice_one_on_its_way
    ON gasworks.notice (district_id, outage_no, account_no, version, channel, purpose)
    WHERE state IN ('queued', 'leased');
-- Receipts that know only the gateway's name.
CREATE INDEX notice_gateway ON gasworks.notice (gateway_id) WHERE gateway_id IS NOT NULL;

-- What gateways reported. The first report of a kind stands; a duplicate changes nothing.
CREATE TABLE gasworks.notice_receipt (
    district_id text COLLATE "C" NOT NULL,
    notice_no   bigint           NOT NULL,
    outcome     text             NOT NULL,           -- delivered | failed
    occurred_at timestamptz      NOT NULL,           -- by the gateway's clock
    recorded_at timestamptz      NOT NULL,
    gateway_id  text COLLATE "C",
    source      text             NOT NULL,           -- file | callback | answer
    CONSTRAINT notice_receipt_pkey PRIMARY KEY (district_id, notice_no, outcome),
    CONSTRAINT notice_receipt_notice_fkey FOREIGN KEY (district_id, notice_no)
        REFERENCES gasworks.notice (district_id, notice_no),
    CONSTRAINT notice_receipt_outcome_known CHECK (outcome IN ('delivered', 'failed')),
    CONSTRAINT notice_receipt_source_is_a_code CHECK (source ~ '^[a-z][a-z0-9_]{0,31}$')
);

-- How much of a channel's allowance the present minute has used; its row is the lock of the count.
CREATE TABLE gasworks.notice_channel (
    channel      text        NOT NULL,
    window_start timestamptz NOT NULL,
    taken        integer     NOT NULL,
    CONSTRAINT notice_channel_pkey PRIMARY KEY (channel),
    CONSTRAINT notice_channel_is_automatic CHECK (channel IN ('sms', 'email'))
);
INSERT INTO gasworks.notice_channel (channel, window_start, taken)
VALUES ('sms', '2000-01-01 00:00:00Z', 0), ('email', '2000-01-01 00:00:00Z', 0);

-- Jobs that bring notices (kind notice) or gas back to those who were away (kind restoration).
ALTER TABLE gasworks.job
    DROP CONSTRAINT job_kind_known,
    DROP CONSTRAINT job_reason_known,
    DROP CONSTRAINT job_result_known,
    ADD CONSTRAINT job_kind_known
        CHECK (kind IN ('inspection', 'reinspection', 'fault', 'notice', 'callback', 'restoration')),
    ADD CONSTRAINT job_reason_known
        CHECK (reason IN ('appointment', 'revisit', 'campaign', 'overdue', 'pulled_ahead', 'outage_notice', 'restoration')),
    ADD CONSTRAINT job_result_known
        CHECK (result IN ('passed', 'hazard', 'no_access', 'refused', 'vacant', 'not_found', 'repaired', 'delivered',
                          'posted', 'lit', 'done'));
