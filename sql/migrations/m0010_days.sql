-- A day's routes in versions, and the jobs that live across them.

-- What a district's day stands at; its row is the day's lock.
CREATE TABLE gasworks.day_head (
    district_id       text COLLATE "C" NOT NULL,
    plan_date         date             NOT NULL,
    latest_version    integer          NOT NULL,
    published_version integer,                       -- the one crews see; NULL: none yet. Publishing is this one value
    CONSTRAINT day_head_pkey PRIMARY KEY (district_id, plan_date)
);

-- Versions are never changed after they were published; a correction is the next version.
CREATE TABLE gasworks.day_plan (
    district_id  text COLLATE "C" NOT NULL,
    plan_date    date             NOT NULL,
    version      integer          NOT NULL,
    base_version integer          NOT NULL,          -- what the planner had before it; 0: nothing
    state        text             NOT NULL DEFAULT 'draft',  -- draft | published | superseded
    command_id   uuid             NOT NULL,
    made_by      text             NOT NULL,
    operator     text             NOT NULL,
    made_at      timestamptz      NOT NULL,
    published_by text,
    published_at timestamptz,
    summary      json             NOT NULL,          -- cost, seed, unassigned with their reasons
    CONSTRAINT day_plan_pkey PRIMARY KEY (district_id, plan_date, version),
    CONSTRAINT day_plan_district_fkey FOREIGN KEY (district_id) REFERENCES gasworks.district (district_id),
    CONSTRAINT day_plan_state_known CHECK (state IN ('draft', 'published', 'superseded'))
);
-- One published version a day, whatever else goes wrong.
CREATE UNIQUE INDEX day_plan_one_published ON gasworks.day_plan (district_id, plan_date) WHERE state = 'published';

CREATE TABLE gasworks.route (
    district_id text COLLATE "C" NOT NULL,
    plan_date   date             NOT NULL,
    version     integer          NOT NULL,
    crew_id     text COLLATE "C" NOT NULL,
    departs_at  timestamptz      NOT NULL,           -- from the depot
    returns_at  timestamptz      NOT NULL,
    meters      integer          NOT NULL,           -- driven, in this district
    travel_seconds  integer      NOT NULL DEFAULT 0, -- driving, at the stops and waiting, in this district: a company
    service_seconds integer      NOT NULL DEFAULT 0, -- crew's day is the sum over the districts it works in
    waiting_seconds integer      NOT NULL DEFAULT 0,
    breaks      json             NOT NULL DEFAULT '[]',  -- [{"starts_at", "ends_at"}] of the crew's whole day
    geometry    json,                                -- of the way driven, when a road router gave one
    CONSTRAINT route_pkey PRIMARY KEY (district_id, plan_date, version, crew_id),
    CONSTRAINT route_plan_fkey FOREIGN KEY (district_id, plan_date, version)
        REFERENCES gasworks.day_plan (district_id, plan_date, version),
    CONSTRAINT route_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id),
    CONSTRAINT route_times_in_order CHECK (returns_at >= departs_at)
);
-- A crew's day, in whichever districts it works.
CREATE INDEX route_of_crew ON gasworks.route (crew_id, plan_date);

CREATE TABLE gasworks.route_stop (
    district_id text COLLATE "C" NOT NULL,
    plan_date   date             NOT NULL,
    version     integer          NOT NULL,
    crew_id     text COLLATE "C" NOT NULL,
    sequence    smallint         NOT NULL,           -- 1, 2, …; 0 and below: begun under an earlier version, kept
    building_id text COLLATE "C" NOT NULL,
    address     text             NOT NULL,
    latitude    double precision NOT NULL,
    longitude   double precision NOT NULL,
    arrival     timestamptz      NOT NULL,
    departure   timestamptz      NOT NULL,
    CONSTRAINT route_stop_pkey PRIMARY KEY (district_id, plan_date, version, crew_id, sequence),
    CONSTRAINT route_stop_route_fkey FOREIGN KEY (district_id, plan_date, version, crew_id)
        REFERENCES gasworks.route (district_id, plan_date, version, crew_id),
    CONSTRAINT route_stop_times_in_order CHECK (departure >= arrival)
);

-- A visit to one household, or to a place of the network. Its public id is <district>-<job_no>.
CREATE TABLE gasworks.job (
    district_id text COLLATE "C" NOT NULL,
    job_no      bigint GENERATED ALWAYS AS IDENTITY,
    kind        text             NOT NULL,           -- inspection | reinspection | fault | notice | callback
    account_no  text COLLATE "C",                    -- NULL: a place of the network
    node_id     text COLLATE "C",
    plan_date   date             NOT NULL,
    crew_id     text COLLATE "C",                    -- whose it is by the published plan; NULL while proposed
    state       text             NOT NULL DEFAULT 'proposed',
    result      text,
    started_at  timestamptz,
    closed_at   timestamptz,
    made_at     timestamptz      NOT NULL,
    reason      text,                                -- what asked for it: appointment | revisit | campaign | overdue | pulled_ahead
    CONSTRAINT job_pkey PRIMARY KEY (district_id, job_no),
    CONSTRAINT job_household_fkey FOREIGN KEY (district_id, account_no)
        REFERENCES gasworks.household (district_id, account_no),
    CONSTRAINT job_node_fkey FOREIGN KEY (node_id) REFERENCES gasworks.supply_node (node_id),
    CONSTRAINT job_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id),
    CONSTRAINT job_has_a_place CHECK (account_no IS NOT NULL OR node_id IS NOT NULL),
    CONSTRAINT job_kind_known CHECK (kind IN ('inspection', 'reinspection', 'fault', 'notice', 'callback')),
    -- proposed (in a draft only) > planned (published) > started > closed; withdrawn from proposed, planned or started
    CONSTRAINT job_state_known CHECK (state IN ('proposed', 'planned', 'started', 'closed', 'withdrawn')),
    CONSTRAINT job_planned_has_a_crew CHECK (state IN ('proposed', 'withdrawn') OR crew_id IS NOT NULL),
    CONSTRAINT job_closed_has_a_result CHECK ((state = 'closed') = (result IS NOT NULL AND closed_at IS NOT NULL)),
    CONSTRAINT job_started_has_an_instant CHECK (state <> 'started' OR started_at IS NOT NULL),
    CONSTRAINT job_reason_known
        CHECK (reason IN ('appointment', 'revisit', 'campaign', 'overdue', 'pulled_ahead')),
    CONSTRAINT job_result_known CHECK (result IN ('passed', 'hazard', 'no_access', 'refused', 'vacant', 'not_found',
                                                  'repaired', 'delivered', 'done'))
);
CREATE INDEX job_of_day ON gasworks.job (district_id, plan_date);
CREATE INDEX job_of_crew ON gasworks.job (crew_id, plan_date) WHERE crew_id IS NOT NULL;
CREATE INDEX job_of_household ON gasworks.job (district_id, account_no);
-- One job of a kind for a household on a day, so that two plans of a day speak of the same job.
CREATE UNIQUE INDEX job_once_a_day ON gasworks.job (district_id, account_no, plan_date, kind)
    WHERE state IN ('proposed', 'planned', 'started') AND account_no IS NOT NULL AND kind <> 'fault';

CREATE TABLE gasworks.route_job (
    district_id text COLLATE "C" NOT NULL,
    plan_date   date             NOT NULL,
    version     integer          NOT NULL,
    crew_id     text COLLATE "C" NOT NULL,
    sequence    smallint         NOT NULL,           -- the stop's
    job_no      bigint           NOT NULL,
    CONSTRAINT route_job_pkey PRIMARY KEY (district_id, plan_date, version, job_no),
    CONSTRAINT route_job_stop_fkey FOREIGN KEY (district_id, plan_date, version, crew_id, sequence)
        REFERENCES gasworks.route_stop (district_id, plan_date, version, crew_id, sequence),
    CONSTRAINT route_job_job_fkey FOREIGN KEY (district_id, job_no) REFERENCES gasworks.job (district_id, job_no)
);
CREATE INDEX route_job_of_stop ON gasworks.route_job (district_id, plan_date, version, crew_id, sequence);
