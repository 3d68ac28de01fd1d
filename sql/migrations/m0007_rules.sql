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

-- The cycle rule of a district and class on a day.
CREATE FUNCTION gasworks.cycle_rule_on(in_district text, in_class text, in_day date) RETURNS gasworks.cycle_rule
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT r FROM cycle_rule AS r
    WHERE r.district_id IN (in_district, '-') AND r.customer_class = in_class AND r.valid_from <= in_day
    ORDER BY r.district_id = '-', r.valid_from DESC, r.revision DESC
    LIMIT 1
$$;

-- The value of a setting of a district on a day; NULL when nobody ever set it, so that the program's default holds.
CREATE FUNCTION gasworks.setting_on(in_district text, in_name text, in_day date) RETURNS json
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT chosen.value FROM (
        (SELECT value, 0 AS rank FROM setting
         WHERE district_id = in_district AND name = in_name AND valid_from <= in_day
         ORDER BY valid_from DESC, revision DESC LIMIT 1)
        UNION ALL
        (SELECT value, 1 FROM setting
         WHERE district_id = '-' AND name = in_name AND valid_from <= in_day
         ORDER BY valid_from DESC, revision DESC LIMIT 1)) AS chosen
    ORDER BY chosen.rank
    LIMIT 1
$$;

-- How many months early an inspection may be and still count as done on its deadline, by a rule.
CREATE FUNCTION gasworks.early_months_of(in_rule gasworks.cycle_rule, in_district text, in_day date) RETURNS integer
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT coalesce(in_rule.early_months,
                    (setting_on(in_district, 'inspection.anniversary_months', in_day) #>> '{}')::integer, 2)
$$;

-- The latest deadline an interval allows. PostgreSQL's months clamp at the end of a month, as the trade does: 29
-- February plus a year is 28 February.
CREATE FUNCTION gasworks.interval_deadline(
    in_kind text, in_months integer, in_cap integer, in_deemed date, in_actual date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT least(
        CASE WHEN in_kind = 'calendar_year'
             THEN make_date(extract(year FROM in_deemed + make_interval(months => in_months))::integer, 12, 31)
             ELSE (in_deemed + make_interval(months => in_months))::date END,
        (in_actual + make_interval(months => in_cap))::date)
$$;

-- The latest deadline that any rule allows which governs between the basis and the deadline. A version that begins to
-- hold meanwhile may lengthen a cycle at once; one that shortens it has a transition, which never reaches beyond the
-- old one's. in_own_months: the household's own interval, which stands before its class's.
CREATE FUNCTION gasworks.latest_deadline(
    in_district text, in_class text, in_deemed date, in_actual date, in_deadline date, in_own_months integer)
    RETURNS date
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT max(interval_deadline(
               CASE WHEN in_own_months % 12 <> 0 THEN 'max_gap' ELSE r.interval_kind END,
               coalesce(in_own_months, r.months),
               r.cap_months - r.months + coalesce(in_own_months, r.months),
               in_deemed, in_actual))
    FROM cycle_rule AS r
    WHERE r.district_id IN (in_district, '-') AND r.customer_class = in_class
      AND (r.rule_id = (cycle_rule_on(in_district, in_class, in_actual)).rule_id
           OR (r.valid_from > in_actual AND r.valid_from <= in_deadline))
$$;
