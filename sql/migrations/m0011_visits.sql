-- What happened at the door, and what each command answered.

CREATE TABLE gasworks.inspection_visit (
    district_id   text COLLATE "C" NOT NULL,
    visit_no      bigint GENERATED ALWAYS AS IDENTITY,
    account_no    text COLLATE "C" NOT NULL,
    obligation_no integer,                           -- the one that was open then; NULL: none was
    job_no        bigint           NOT NULL,
    crew_id       text COLLATE "C" NOT NULL,
    arrived_at    timestamptz      NOT NULL,
    closed_at     timestamptz      NOT NULL,
    recorded_at   timestamptz      NOT NULL,         -- later than closed_at when the crew worked without signal
    result        text             NOT NULL,
    slot_kind     text             NOT NULL,         -- weekday_daytime | evening | weekend
    completed     boolean          NOT NULL,         -- someone got in and the whole checklist was answered
    attempt_no    smallint,                          -- 1, 2, … of the obligation's counted attempts; NULL: not counted
    note          text,                              -- free text, may name people: kept here, never in an event
    CONSTRAINT visit_pkey PRIMARY KEY (district_id, visit_no),
    CONSTRAINT visit_household_fkey FOREIGN KEY (district_id, account_no)
        REFERENCES gasworks.household (district_id, account_no),
    CONSTRAINT visit_once_per_job UNIQUE (district_id, job_no),
    CONSTRAINT visit_result_known
        CHECK (result IN ('passed', 'hazard', 'no_access', 'refused', 'vacant', 'not_found')),
    CONSTRAINT visit_slot_known CHECK (slot_kind IN ('weekday_daytime', 'evening', 'weekend')),
    CONSTRAINT visit_completed_by_result CHECK (completed = (result IN ('passed', 'hazard'))),
    CONSTRAINT visit_completed_is_no_attempt CHECK (NOT completed OR attempt_no IS NULL),
    CONSTRAINT visit_times_in_order CHECK (closed_at >= arrived_at)
);
CREATE INDEX visit_of_household ON gasworks.inspection_visit (district_id, account_no, closed_at);
CREATE INDEX visit_by_time ON gasworks.inspection_visit (district_id, closed_at);

CREATE TABLE gasworks.visit_finding (
    district_id text COLLATE "C" NOT NULL,
    visit_no    bigint           NOT NULL,
    item        text COLLATE "C" NOT NULL,           -- code of the checklist item
    grade       text COLLATE "C",                    -- of a failed item; NULL: a reading or an answer that is no fault
    reading     text,                                -- value with unit
    note        text,
    CONSTRAINT visit_finding_pkey PRIMARY KEY (district_id, visit_no, item),
    CONSTRAINT visit_finding_visit_fkey FOREIGN KEY (district_id, visit_no)
        REFERENCES gasworks.inspection_visit (district_id, visit_no),
    CONSTRAINT visit_finding_item_is_a_code CHECK (item ~ '^[a-z][a-z0-9_]{0,31}$'),
    CONSTRAINT visit_finding_grade_is_a_code CHECK (grade ~ '^[A-Za-z0-9_]{1,16}$')
);

-- A repeat of a command answers what the command answered, and does nothing. Kept for good: a device may be away long.
CREATE TABLE gasworks.command_log (
    district_id text COLLATE "C" NOT NULL,
    command_id  uuid             NOT NULL,
    command     text             NOT NULL,           -- with what it was about, so that a reused id is told from a repeat
    actor       text             NOT NULL,
    answered_at timestamptz      NOT NULL,
    answer      json             NOT NULL,
    CONSTRAINT command_log_pkey PRIMARY KEY (district_id, command_id)
);
