-- Planned and unplanned outages: what was declared, who is affected, what each household was told, and how gas came back.
--
-- An outage crosses districts, so what is said of the outage as a whole stands in reference tables keyed by its number;
-- what is said of a household stands with the household, keyed by its district. The public id is O-<outage_no>.

-- The lock of the supply: whoever changes which households a node feeds, or how one is reached, shares it; whoever starts
-- or closes an outage holds it alone. So between the gate's look and the change of state no household can come in.
-- Lock order of everything about outages: gate, outage, district (its archive's head), job, household, notice.
CREATE TABLE gasworks.outage_gate (
    only_one boolean NOT NULL DEFAULT true,
    CONSTRAINT outage_gate_pkey PRIMARY KEY (only_one),
    CONSTRAINT outage_gate_is_single CHECK (only_one)
);
INSERT INTO gasworks.outage_gate DEFAULT VALUES;

CREATE TABLE gasworks.outage (
    outage_no     integer GENERATED ALWAYS AS IDENTITY,
    state         text        NOT NULL DEFAULT 'declared',
    emergency     boolean     NOT NULL,              -- no lead time; the reason is kept
    reason        text        NOT NULL,              -- as households are told; kept here, never in an event
    terms_version integer     NOT NULL DEFAULT 1,    -- the terms in force
    starts_at     timestamptz NOT NULL,              -- copies of the terms in force, so that the checks below can see them
    ends_at       timestamptz NOT NULL,
    declared_at   timestamptz NOT NULL,
    declared_by   text        NOT NULL,
    operator      text        NOT NULL,
    announced_at  timestamptz,                       -- notices of the terms in force were queued
    started_at    timestamptz,
    restoring_at  timestamptz,
    closed_at     timestamptz,
    cancelled_at  timestamptz,
    affected      integer,                           -- what the gate counted when gas went off
    told          integer,
    waived        integer,
    CONSTRAINT outage_pkey PRIMARY KEY (outage_no),
    CONSTRAINT outage_state_known
        CHECK (state IN ('declared', 'announced', 'in_progress', 'restoring', 'closed', 'cancelled')),
    CONSTRAINT outage_span_in_order CHECK (ends_at > starts_at),
    CONSTRAINT outage_reason_given CHECK (reason <> ''),
    -- declared > announced > in_progress > restoring > closed; cancelled before gas is off. An emergency needs no
    -- announcement first.
    CONSTRAINT outage_started_has_an_instant
        CHECK ((state IN ('in_progress', 'restoring', 'closed')) = (started_at IS NOT NULL)),
    CONSTRAINT outage_restoring_has_an_instant
        CHECK ((state IN ('restoring', 'closed')) = (restoring_at IS NOT NULL)),
    CONSTRAINT outage_closed_has_an_instant CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT outage_cancelled_has_an_instant CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
    -- The gate, once more: whatever function errs, no planned outage stands as started with a household unaccounted for.
    CONSTRAINT outage_starts_with_everyone_told
        CHECK (started_at IS NULL OR coalesce(emergency OR affected = told + waived, false)),
    CONSTRAINT outage_starts_no_earlier_than_declared CHECK (emergency OR started_at >= starts_at)
);
COMMENT ON TABLE gasworks.outage IS 'Gas off for a part of the network: one row an outage, its state and the gate''s count.';

-- What households are told: a notice belongs to one version. Declaring makes version 1.
CREATE TABLE gasworks.outage_terms (
    outage_no  integer     NOT NULL,
    version    integer     NOT NULL,
    kind       text        NOT NULL,                 -- declared | reopened | postponed | extended
    lead_since integer     NOT NULL,                 -- notices from this version on count for the lead time: a postponement
                                                     -- keeps what was told in time, everything else begins anew
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    made_at    timestamptz NOT NULL,
    made_by    text        NOT NULL,
    operator   text        NOT NULL,
    CONSTRAINT outage_terms_pkey PRIMARY KEY (outage_no, version),
    CONSTRAINT outage_terms_outage_fkey FOREIGN KEY (outage_no) REFERENCES gasworks.outage (outage_no),
    CONSTRAINT outage_terms_kind_known CHECK (kind IN ('declared', 'reopened', 'postponed', 'extended')),
    CONSTRAINT outage_terms_span_in_order CHECK (ends_at > starts_at),
    CONSTRAINT outage_terms_lead_not_later CHECK (lead_since BETWEEN 1 AND version)
);

-- The whole area of a version: nodes with all that hangs below them, buildings, single households.
CREATE TABLE gasworks.outage_area (
    outage_no   integer          NOT NULL,
    version     integer          NOT NULL,
    kind        text             NOT NULL,           -- node | building | household
    district_id text COLLATE "C" NOT NULL,           -- '-' for a node: its subtree may reach into several
    code        text COLLATE "C" NOT NULL,
    CONSTRAINT outage_area_pkey PRIMARY KEY (outage_no, version, kind, district_id, code),
    CONSTRAINT outage_area_terms_fkey FOREIGN KEY (outage_no, version)
        REFERENCES gasworks.outage_terms (outage_no, version),
    CONSTRAINT outage_area_kind_known CHECK (kind IN ('node', 'building', 'household'))
);

-- Two outages that meet the same households at the same time may both go on: somebody decided so, for just these terms. An
-- emergency waits for no decision.
CREATE TABLE gasworks.outage_overlap (
    outage_no     integer     NOT NULL,              -- the smaller number of the two
    version       integer     NOT NULL,
    other_no      integer     NOT NULL,
    other_version integer     NOT NULL,
    reason        text        NOT NULL,
    decided_by    text        NOT NULL,
    operator      text        NOT NULL,
    decided_at    timestamptz NOT NULL,
    CONSTRAINT outage_overlap_pkey PRIMARY KEY (outage_no, version, other_no, other_version),
    CONSTRAINT outage_overlap_smaller_first CHECK (outage_no < other_no),
    CONSTRAINT outage_overlap_reason_given CHECK (reason <> '')
);

-- Public announcements: an addition. The gate does not look here.
CREATE TABLE gasworks.outage_publication (
    outage_no    integer     NOT NULL,
    published_at timestamptz NOT NULL,
    medium       text        NOT NULL,               -- a code: website, newspaper, poster, radio, …
    published_by text        NOT NULL,
    operator     text        NOT NULL,
    CONSTRAINT outage_publication_pkey PRIMARY KEY (outage_no, medium, published_at),
    CONSTRAINT outage_publication_outage_fkey FOREIGN KEY (outage_no) REFERENCES gasworks.outage (outage_no),
    CONSTRAINT outage_publication_medium_is_a_code CHECK (medium ~ '^[a-z][a-z0-9_]{0,31}$')
);

-- The ledger: each household that is or was affected, and how it stands. Before gas is off it is a list that is brought
-- up to date; the gate itself looks at the network. Written by functions only; like obligations it has no foreign keys,
-- which row by row would cost a declaration more than the rows.
CREATE TABLE gasworks.outage_household (
    district_id  text COLLATE "C" NOT NULL,
    outage_no    integer          NOT NULL,
    account_no   text COLLATE "C" NOT NULL,
    state        text             NOT NULL DEFAULT 'listed',  -- listed | released | off | lit | sealed
    listed_at    timestamptz      NOT NULL,
    basis        text,                               -- why gas may be off: notice | waiver | emergency | joined (came to
                                                     -- the area while its gas was off already)
    told_at      timestamptz,                        -- the confirmation in time, for basis notice
    told_start   timestamptz,                        -- the start it announced
    lead_minutes integer,                            -- the lead that was asked for
    off_at       timestamptz,
    restored_at  timestamptz,                        -- lit and tested
    sealed_at    timestamptz,                        -- nobody at home: closed and sealed
    revisit_on   date,                               -- when a crew comes again
    CONSTRAINT outage_household_pkey PRIMARY KEY (district_id, outage_no, account_no),
    CONSTRAINT outage_household_state_known CHECK (state IN ('listed', 'released', 'off', 'lit', 'sealed')),
    CONSTRAINT outage_household_basis_known CHECK (basis IN ('notice', 'waiver', 'emergency', 'joined')),
    -- listed > off > lit or sealed; sealed > lit. Nobody is without gas unless told in time, waived or in an emergency.
    CONSTRAINT outage_household_off_has_a_basis
        CHECK ((state IN ('off', 'lit', 'sealed')) = (basis IS NOT NULL AND off_at IS NOT NULL)),
    CONSTRAINT outage_household_told_in_time
        CHECK (basis <> 'notice'
               OR coalesce(extract(epoch FROM told_start - told_at) >= lead_minutes * 60 AND lead_minutes >= 2880, false)),
    CONSTRAINT outage_household_lit_has_an_instant CHECK ((state = 'lit') = (restored_at IS NOT NULL)),
    CONSTRAINT outage_household_sealed_has_a_revisit
        CHECK (state <> 'sealed' OR (sealed_at IS NOT NULL AND revisit_on IS NOT NULL))
);
COMMENT ON TABLE gasworks.outage_household IS 'Each household of each outage: listed, off, lit and tested, or sealed.';
-- Who is still sealed and to be visited again, also after the outage was closed.
CREATE INDEX outage_household_sealed ON gasworks.outage_household (district_id, revisit_on) WHERE state = 'sealed';

-- A supervisor answers for a household that is not told: by name, with a reason, for terms that keep the lead.
CREATE TABLE gasworks.notice_waiver (
    district_id text COLLATE "C" NOT NULL,
    outage_no   integer          NOT NULL,
    account_no  text COLLATE "C" NOT NULL,
    version     integer          NOT NULL,
    reason      text             NOT NULL,           -- may name people: kept here, its hash is in the event
    waived_by   text             NOT NULL,
    operator    text             NOT NULL,
    waived_at   timestamptz      NOT NULL,
    CONSTRAINT notice_waiver_pkey PRIMARY KEY (district_id, outage_no, account_no, version),
    CONSTRAINT notice_waiver_household_fkey FOREIGN KEY (district_id, account_no)
        REFERENCES gasworks.household (district_id, account_no),
    CONSTRAINT notice_waiver_reason_given CHECK (reason <> '')
);

-- A building in which the leak check was passed, so that its households may be lit.
CREATE TABLE gasworks.outage_building (
    district_id text COLLATE "C" NOT NULL,
    outage_no   integer          NOT NULL,
    building_id text COLLATE "C" NOT NULL,
    checked_at  timestamptz      NOT NULL,
    checked_by  text             NOT NULL,
    operator    text             NOT NULL,
    CONSTRAINT outage_building_pkey PRIMARY KEY (district_id, outage_no, building_id)
);
