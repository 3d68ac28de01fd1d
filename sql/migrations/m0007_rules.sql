-- Numbers and cycles as data with dates. A change is a new row; what held on a day in the past can always be asked.

-- Settings. Names, types, defaults, limits and sources are the program's (GasService); here are the values that differ
-- from the defaults. The value that holds on a day: the district's own if it has one, else the company's ('-'), the
-- latest valid_from that is not after the day, the highest revision.
CREATE TABLE gasworks.setting (
    district_id text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    valid_from  date             NOT NULL,
    revision    integer          NOT NULL,           -- 1, 2, … when a value of the same date was corrected
    value       json             NOT NULL,           -- one JSON scalar
    set_by      text             NOT NULL,
    operator    text             NOT NULL,
    set_at      timestamptz      NOT NULL,
    CONSTRAINT setting_pkey PRIMARY KEY (district_id, name, valid_from, revision),
    CONSTRAINT setting_district_fkey FOREIGN KEY (district_id) REFERENCES gasworks.district (district_id),
    CONSTRAINT setting_name_is_dotted CHECK (name ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$'),
    CONSTRAINT setting_is_a_scalar CHECK (json_typeof(value) IN ('number', 'boolean', 'string'))
);

-- Inspection cycles by class. The rule that holds: the same choice as for settings, by class.
CREATE TABLE gasworks.cycle_rule (
    rule_id        integer GENERATED ALWAYS AS IDENTITY,
    district_id    text COLLATE "C" NOT NULL,        -- '-' for the whole company
    customer_class text             NOT NULL,
    valid_from     date             NOT NULL,
    revision       integer          NOT NULL DEFAULT 1,
    interval_kind  text             NOT NULL,        -- max_gap | calendar_year | anniversary
    months         smallint         NOT NULL,        -- the interval
    early_months   smallint,                         -- an inspection this much early keeps the anniversary; NULL: as the
                                                     -- setting inspection.anniversary_months says
    cap_months     smallint,                         -- the most between two inspections, whatever the anniversary says
    transition_months smallint,                      -- for cycles open when it begins; NULL: one whole cycle of it
    source         text             NOT NULL,        -- regulation or decision
    set_by         text             NOT NULL,
    operator       text             NOT NULL,
    set_at         timestamptz      NOT NULL,
    CONSTRAINT cycle_rule_pkey PRIMARY KEY (rule_id),
    CONSTRAINT cycle_rule_one_per_date UNIQUE (district_id, customer_class, valid_from, revision),
    CONSTRAINT cycle_rule_district_fkey FOREIGN KEY (district_id) REFERENCES gasworks.district (district_id),
    CONSTRAINT cycle_rule_class_known
        CHECK (customer_class IN ('residential', 'commercial', 'industrial', 'heating')),
    CONSTRAINT cycle_rule_kind_known CHECK (interval_kind IN ('max_gap', 'calendar_year', 'anniversary')),
    CONSTRAINT cycle_rule_months_sane
        CHECK (months BETWEEN 1 AND 120 AND early_months BETWEEN 0 AND months - 1
               AND cap_months BETWEEN months AND 240 AND transition_months >= 0),
    CONSTRAINT cycle_rule_calendar_year_whole
        CHECK (interval_kind <> 'calendar_year' OR (months % 12 = 0 AND early_months = 0 AND cap_months IS NOT NULL)),
    CONSTRAINT cycle_rule_anniversary_has_a_window CHECK (interval_kind <> 'anniversary' OR early_months >= 1)
);

INSERT INTO gasworks.cycle_rule (district_id, customer_class, valid_from, interval_kind, months, source, set_by,
                                 operator, set_at)
SELECT '-', class, DATE '0001-01-01', 'max_gap', months, source, 'gasworks', 'gasworks',
       TIMESTAMPTZ '2000-01-01 00:00:00Z'
FROM (VALUES ('residential', 24, 'company regulation; CJJ 51, user facilities'),
             ('commercial',  12, 'company regulation; CJJ 51, user facilities'),
             ('industrial',  12, 'company regulation; CJJ 51, user facilities'),
             ('heating',     12, 'company regulation; CJJ 51, user facilities')) AS default_rule (class, months, source);
