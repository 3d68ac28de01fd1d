-- What the company owes each household by when. The program computes the dates (GasService); the database checks that
-- none is later than the rule allows.

CREATE TABLE gasworks.inspection_obligation (
    district_id   text COLLATE "C" NOT NULL,
    account_no    text COLLATE "C" NOT NULL,
    obligation_no integer          NOT NULL,         -- 1, 2, 3, … per household
    window_opens  date             NOT NULL,         -- from here on an inspection keeps the anniversary
    deadline      date             NOT NULL,         -- the last day in time
    basis         text             NOT NULL,         -- what the cycle counts from: gas_on | inspection
    basis_date    date             NOT NULL,         -- when that really was
    deemed_date   date             NOT NULL,         -- the date from which it counts (the kept anniversary)
    rule_id       integer          NOT NULL,         -- the version of the rule that governs the deadline
    state         text             NOT NULL DEFAULT 'open',  -- open | fulfilled | superseded | suspended
    fulfilled_on  date,
    fulfilled_by  bigint,                            -- the visit; NULL when an import brought the inspection
    CONSTRAINT obligation_pkey PRIMARY KEY (district_id, account_no, obligation_no),
    CONSTRAINT obligation_basis_known CHECK (basis IN ('gas_on', 'inspection')),
    CONSTRAINT obligation_window_in_order CHECK (window_opens <= deadline),
    CONSTRAINT obligation_state_known CHECK (state IN ('open', 'fulfilled', 'superseded', 'suspended')),
    CONSTRAINT obligation_fulfilled_has_a_day CHECK ((state = 'fulfilled') = (fulfilled_on IS NOT NULL))
);
-- No foreign keys: it is written by functions only, which look at household and rule, and the row-by-row checks of a
-- million rows would cost an import more than the rows themselves.
COMMENT ON TABLE gasworks.inspection_obligation IS 'Each inspection owed, its window and deadline, and what became of it.';

-- At most one is open for a household, whatever else goes wrong. It is also the index by which the open one is found.
CREATE UNIQUE INDEX obligation_one_open ON gasworks.inspection_obligation (district_id, account_no)
    WHERE state = 'open';
-- What is due until a date.
CREATE INDEX obligation_due ON gasworks.inspection_obligation (district_id, deadline) WHERE state = 'open';
