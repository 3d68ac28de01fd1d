-- The plan of the coming months: which building on which day.

CREATE TABLE gasworks.horizon_plan (
    district_id  text COLLATE "C" NOT NULL,
    version      integer          NOT NULL,          -- 1, 2, 3, … per district
    plan_from    date             NOT NULL,
    plan_until   date             NOT NULL,
    command_id   uuid             NOT NULL,
    made_by      text             NOT NULL,
    operator     text             NOT NULL,
    made_at      timestamptz      NOT NULL,
    summary      json             NOT NULL,          -- counts, shortage report, forecast, as the planner answered
    CONSTRAINT horizon_plan_pkey PRIMARY KEY (district_id, version),
    CONSTRAINT horizon_plan_district_fkey FOREIGN KEY (district_id) REFERENCES gasworks.district (district_id),
    CONSTRAINT horizon_plan_span_in_order CHECK (plan_until >= plan_from)
);

-- One building on one day. Its public id is <district>-<plan version>-<campaign number>. A later plan takes out the
-- campaigns of days that are not frozen and leaves the others under the version that made them.
CREATE TABLE gasworks.campaign (
    district_id  text COLLATE "C" NOT NULL,
    plan_version integer          NOT NULL,
    campaign_no  integer          NOT NULL,
    building_id  text COLLATE "C" NOT NULL,
    planned_date date             NOT NULL,
    round        smallint         NOT NULL,          -- 1 = first visit, 2 and on = revisits of those not met
    minutes      integer          NOT NULL,          -- work at the building, without travel; for a revisit what is expected
    first_version integer,                           -- of a revisit: the first visit's campaign, whose households that were
    first_no     integer,                            -- not met it comes back to; NULL for a first visit
    CONSTRAINT campaign_pkey PRIMARY KEY (district_id, plan_version, campaign_no),
    CONSTRAINT campaign_plan_fkey FOREIGN KEY (district_id, plan_version)
        REFERENCES gasworks.horizon_plan (district_id, version),
    CONSTRAINT campaign_round_from_one CHECK (round >= 1),
    CONSTRAINT campaign_revisit_follows_a_first
        CHECK ((round = 1) = (first_version IS NULL) AND (round = 1) = (first_no IS NULL)),
    CONSTRAINT campaign_minutes_positive CHECK (minutes >= 0)
);
CREATE INDEX campaign_by_day ON gasworks.campaign (district_id, planned_date);

-- The households of a first visit; a revisit finds them there. Written by the million: its only key is its primary key.
CREATE TABLE gasworks.campaign_household (
    district_id  text COLLATE "C" NOT NULL,
    plan_version integer          NOT NULL,
    campaign_no  integer          NOT NULL,
    account_no   text COLLATE "C" NOT NULL,
    deadline     date             NOT NULL,          -- as the planner saw it
    CONSTRAINT campaign_household_pkey PRIMARY KEY (district_id, account_no, plan_version, campaign_no)
);
CREATE INDEX campaign_household_of ON gasworks.campaign_household (district_id, plan_version, campaign_no);

CREATE TABLE gasworks.appointment (
    district_id    text COLLATE "C" NOT NULL,
    appointment_no bigint GENERATED ALWAYS AS IDENTITY,
    account_no     text COLLATE "C" NOT NULL,
    starts_at      timestamptz      NOT NULL,        -- the crew arrives between these two
    ends_at        timestamptz      NOT NULL,
    note           text,
    state          text             NOT NULL DEFAULT 'agreed',   -- agreed | kept | missed | cancelled
    command_id     uuid             NOT NULL,
    made_by        text             NOT NULL,
    operator       text             NOT NULL,
    made_at        timestamptz      NOT NULL,
    CONSTRAINT appointment_pkey PRIMARY KEY (district_id, appointment_no),
    CONSTRAINT appointment_household_fkey FOREIGN KEY (district_id, account_no)
        REFERENCES gasworks.household (district_id, account_no),
    CONSTRAINT appointment_span_in_order CHECK (ends_at > starts_at),
    CONSTRAINT appointment_state_known CHECK (state IN ('agreed', 'kept', 'missed', 'cancelled'))
);
CREATE INDEX appointment_by_time ON gasworks.appointment (district_id, starts_at) WHERE state = 'agreed';
CREATE INDEX appointment_of_household ON gasworks.appointment (district_id, account_no);
