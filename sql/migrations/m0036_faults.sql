-- Faults: who reported what, and each step until it is repaired or referred. A fault's clock is a fold over its steps;
-- nothing that it says is stored.

CREATE TABLE gasworks.fault (
    district_id  text COLLATE "C" NOT NULL,
    fault_no     bigint GENERATED ALWAYS AS IDENTITY,
    account_no   text COLLATE "C",                   -- NULL: a place of the network
    node_id      text COLLATE "C",                   -- the place, or what the household hangs on
    severity     text             NOT NULL,
    scope        text             NOT NULL,          -- network | customer: whose equipment
    state        text             NOT NULL DEFAULT 'open',
    joined_to    bigint,                             -- the fault that this was another report of
    reported_at  timestamptz      NOT NULL,          -- when the caller called
    channel      text             NOT NULL,          -- hotline | online | crew | staff
    targets      json             NOT NULL,          -- minutes that held on that day, by milestone and severity
    made_by      text             NOT NULL,
    operator     text             NOT NULL,
    made_at      timestamptz      NOT NULL,
    description  text             NOT NULL,          -- as the caller put it: may name people, never in an event
    caller_name  text,
    caller_phone text,
    CONSTRAINT fault_pkey PRIMARY KEY (district_id, fault_no),
    CONSTRAINT fault_district_fkey FOREIGN KEY (district_id) REFERENCES gasworks.district (district_id),
    CONSTRAINT fault_household_fkey FOREIGN KEY (district_id, account_no)
        REFERENCES gasworks.household (district_id, account_no),
    CONSTRAINT fault_node_fkey FOREIGN KEY (node_id) REFERENCES gasworks.supply_node (node_id),
    CONSTRAINT fault_joined_fkey FOREIGN KEY (district_id, joined_to) REFERENCES gasworks.fault (district_id, fault_no),
    CONSTRAINT fault_has_a_place CHECK (account_no IS NOT NULL OR node_id IS NOT NULL),
    CONSTRAINT fault_severity_known CHECK (severity IN ('emergency', 'major', 'general')),
    CONSTRAINT fault_scope_known CHECK (scope IN ('network', 'customer')),
    -- open > handled > repaired; open or handled > referred; open > joined. A temporary repair stays handled.
    CONSTRAINT fault_state_known CHECK (state IN ('open', 'handled', 'repaired', 'referred', 'joined')),
    CONSTRAINT fault_joined_says_to_which CHECK ((state = 'joined') = (joined_to IS NOT NULL)),
    CONSTRAINT fault_is_not_its_own_duplicate CHECK (joined_to <> fault_no),
    CONSTRAINT fault_channel_is_a_code CHECK (channel ~ '^[a-z][a-z0-9_]{0,31}$'),
    CONSTRAINT fault_is_described CHECK (btrim(description) <> '')
);
COMMENT ON TABLE gasworks.fault IS 'A fault as it was reported; what came of it is in its steps.';
-- The board: what is not done.
CREATE INDEX fault_unsettled ON gasworks.fault (district_id, fault_no) WHERE state IN ('open', 'handled');
CREATE INDEX fault_of_household ON gasworks.fault (district_id, account_no) WHERE account_no IS NOT NULL;
CREATE INDEX fault_by_time ON gasworks.fault (district_id, reported_at);

-- A step of a fault: the event of the archive that says what happened, and what may not be in an event. The chain is the
-- household's, or the district's (account_no '') for a place of the network.
CREATE TABLE gasworks.fault_step (
    district_id text COLLATE "C" NOT NULL,
    fault_no    bigint           NOT NULL,
    step_no     integer          NOT NULL,           -- 1, 2, … in the order in which the archive had them
    kind        text             NOT NULL,
    account_no  text COLLATE "C" NOT NULL,
    archive_seq bigint           NOT NULL,
    occurred_at timestamptz      NOT NULL,           -- by the clock of whoever saw it
    note        text,                                -- free text, may name people; the event holds its hash
    CONSTRAINT fault_step_pkey PRIMARY KEY (district_id, fault_no, step_no),
    CONSTRAINT fault_step_fault_fkey FOREIGN KEY (district_id, fault_no)
        REFERENCES gasworks.fault (district_id, fault_no),
    -- No foreign key to the event: its check would lock the event's row, for which somebody would need UPDATE on the archive.
    -- The step is written with its event by one function, and events never go.
    CONSTRAINT fault_step_one_for_an_event UNIQUE (district_id, account_no, archive_seq),
    CONSTRAINT fault_step_kind_known
        CHECK (kind IN ('reported', 'report_joined', 'joined', 'regraded', 'assigned', 'released', 'set_off', 'arrived',
                        'handled', 'agreed', 'waiting', 'resumed', 'repaired', 'referred'))
);
COMMENT ON TABLE gasworks.fault_step IS 'What happened to a fault, step by step, each with its event.';

-- What was done, and by what means: one row for each repair, a temporary one first perhaps.
CREATE TABLE gasworks.fault_repair (
    district_id text COLLATE "C" NOT NULL,
    fault_no    bigint           NOT NULL,
    step_no     integer          NOT NULL,
    crew_id     text COLLATE "C",
    proof       text             NOT NULL,           -- customer | measurement
    temporary   boolean          NOT NULL,
    gas         text             NOT NULL,           -- on | off: at the household, when the crew left
    parts       json             NOT NULL DEFAULT '[]',  -- [{"code", "count"}]
    cost        numeric(12, 2),                      -- in the currency of the country
    work_done   text             NOT NULL,
    CONSTRAINT fault_repair_pkey PRIMARY KEY (district_id, fault_no, step_no),
    CONSTRAINT fault_repair_step_fkey FOREIGN KEY (district_id, fault_no, step_no)
        REFERENCES gasworks.fault_step (district_id, fault_no, step_no),
    CONSTRAINT fault_repair_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id),
    CONSTRAINT fault_repair_proof_known CHECK (proof IN ('customer', 'measurement')),
    CONSTRAINT fault_repair_gas_known CHECK (gas IN ('on', 'off')),
    CONSTRAINT fault_repair_cost_is_not_negative CHECK (cost >= 0)
);

-- Pictures of the place, before and after.
CREATE TABLE gasworks.fault_photo (
    district_id text COLLATE "C" NOT NULL,
    fault_no    bigint           NOT NULL,
    sha256      text             NOT NULL,           -- of the content; the step's event holds it too
    media_type  text             NOT NULL,
    content     bytea            NOT NULL,
    taken_at    timestamptz      NOT NULL,
    CONSTRAINT fault_photo_pkey PRIMARY KEY (district_id, fault_no, sha256),
    CONSTRAINT fault_photo_fault_fkey FOREIGN KEY (district_id, fault_no)
        REFERENCES gasworks.fault (district_id, fault_no),
    CONSTRAINT fault_photo_is_what_its_hash_says CHECK (sha256 = encode(sha256(content), 'hex')),
    CONSTRAINT fault_photo_is_a_picture CHECK (media_type IN ('image/jpeg', 'image/png', 'image/heic')),
    CONSTRAINT fault_photo_size CHECK (octet_length(content) BETWEEN 1 AND 16777216)
);

-- A crew's visit for a fault is a job like any other; a fault has one at a time, so no two crews have it.
ALTER TABLE gasworks.job
    ADD COLUMN fault_no bigint,
    ADD CONSTRAINT job_fault_fkey FOREIGN KEY (district_id, fault_no) REFERENCES gasworks.fault (district_id, fault_no),
    ADD CONSTRAINT job_of_a_fault_says_which CHECK (kind <> 'fault' OR fault_no IS NOT NULL),
    DROP CONSTRAINT job_reason_known,
    ADD CONSTRAINT job_reason_known
        CHECK (reason IN ('appointment', 'revisit', 'campaign', 'overdue', 'pulled_ahead', 'outage_notice', 'restoration',
                          'fault'));
CREATE UNIQUE INDEX job_one_for_a_fault ON gasworks.job (district_id, fault_no)
    WHERE fault_no IS NOT NULL AND state IN ('proposed', 'planned', 'started');

-- Who is on call outside the shift: nights, weekends, holidays.
CREATE TABLE gasworks.standby (
    crew_id  text COLLATE "C" NOT NULL,
    from_at  timestamptz      NOT NULL,
    until_at timestamptz      NOT NULL,
    minutes  smallint         NOT NULL,              -- from the call until they are on the road
    CONSTRAINT standby_pkey PRIMARY KEY (crew_id, from_at),
    CONSTRAINT standby_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id),
    CONSTRAINT standby_times_in_order CHECK (until_at > from_at),
    CONSTRAINT standby_minutes_sensible CHECK (minutes BETWEEN 0 AND 240)
);
