-- Inspection cycles as they hold on a day, and the deadlines that they allow.

-- The cycle rule of a district and class on a day.
CREATE OR REPLACE FUNCTION gasworks.cycle_rule_on(in_district text, in_class text, in_day date)
    RETURNS gasworks.cycle_rule
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT r FROM cycle_rule AS r
    WHERE r.district_id IN (in_district, '-') AND r.customer_class = in_class AND r.valid_from <= in_day
    ORDER BY r.district_id = '-', r.valid_from DESC, r.revision DESC
    LIMIT 1
$$;

-- How many months early an inspection may be and still count as done on its deadline, by a rule.
CREATE OR REPLACE FUNCTION gasworks.early_months_of(in_rule gasworks.cycle_rule, in_district text, in_day date)
    RETURNS integer
    LANGUAGE sql STABLE
    SET search_path = gasworks, pg_temp
AS $$
    SELECT coalesce(in_rule.early_months,
                    (setting_on(in_district, 'inspection.anniversary_months', in_day) #>> '{}')::integer, 2)
$$;

-- Lets another cycle hold for a class from a day on. Open obligations keep their dates until they are derived anew
-- (apply_derived_obligations): first the preview, then the change.
CREATE OR REPLACE FUNCTION gasworks.set_cycle_rule(
    in_command_id uuid, in_district text, in_class text, in_valid_from date, in_kind text, in_months integer,
    in_early integer, in_cap integer, in_transition integer, in_source text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'set_cycle_rule ' || in_class;
    answer  json;
    made    timestamptz := present();
    number  integer;
    rule    integer;
BEGIN
    PERFORM lock_district(in_district);
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF in_valid_from < today() THEN
        PERFORM refuse('GW007', 'change_in_past',
                       json_build_object('name', 'cycle of ' || in_class, 'valid_from', in_valid_from, 'today', today()),
                       'history_stands');
    END IF;
    SELECT coalesce(max(revision), 0) + 1 INTO number FROM cycle_rule
    WHERE district_id = in_district AND customer_class = in_class AND valid_from = in_valid_from;
    INSERT INTO cycle_rule (district_id, customer_class, valid_from, revision, interval_kind, months, early_months,
                            cap_months, transition_months, source, set_by, operator, set_at)
    VALUES (in_district, in_class, in_valid_from, number, in_kind, in_months, in_early, in_cap, in_transition, in_source, session_user,
            claimed_operator(), made)
    RETURNING rule_id INTO rule;
    PERFORM append_event(in_district, '', 'cycle_rule_changed', made, json_build_object(
        'rule_id', rule, 'customer_class', in_class, 'valid_from', in_valid_from, 'revision', number, 'kind', in_kind,
        'months', in_months, 'early_months', in_early, 'cap_months', in_cap,
        'transition_months', in_transition, 'source', in_source));
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', rule, 'district', in_district, 'customer_class', in_class, 'valid_from', in_valid_from,
        'revision', number));
END
$$;

-- The latest deadline an interval allows. PostgreSQL's months clamp at the end of a month, as the trade does: 29
-- February plus a year is 28 February.
CREATE OR REPLACE FUNCTION gasworks.interval_deadline(
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
CREATE OR REPLACE FUNCTION gasworks.latest_deadline(
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

-- Refuses dates of an obligation that no rule allows. The program computes them; nobody can widen them.
CREATE OR REPLACE FUNCTION gasworks.demand_deadline(
    in_home gasworks.household, in_actual date, in_deemed date, in_opens date, in_deadline date, in_rule_id integer)
    RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    latest date;
BEGIN
    IF in_opens IS NULL OR in_deadline IS NULL OR in_deemed IS NULL THEN
        PERFORM refuse('GW007', 'next_obligation_missing', json_build_object('account_no', in_home.account_no),
                       'completed_inspection_opens_the_next');
    END IF;
    IF NOT EXISTS (SELECT FROM cycle_rule
                   WHERE rule_id = in_rule_id AND customer_class = in_home.customer_class
                     AND district_id IN (in_home.district_id, '-') AND valid_from <= in_deadline) THEN
        PERFORM refuse('GW007', 'rule_not_in_force',
                       json_build_object('account_no', in_home.account_no, 'rule_id', in_rule_id), 'cycle_rule');
    END IF;
    latest := latest_deadline(in_home.district_id, in_home.customer_class, in_deemed, in_actual, in_deadline,
                              in_home.cycle_months);
    IF in_deadline > latest THEN
        PERFORM refuse('GW007', 'deadline_beyond_rule',
                       json_build_object('account_no', in_home.account_no, 'deadline', in_deadline, 'latest', latest),
                       'cycle_rule');
    END IF;
END
$$;

-- Refuses a deemed date that is neither the day of the inspection nor the anniversary it keeps.
CREATE OR REPLACE FUNCTION gasworks.demand_deemed_date(
    in_home gasworks.household, in_visit_day date, in_deemed date, in_deadline date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    rule cycle_rule := cycle_rule_on(in_home.district_id, in_home.customer_class, in_visit_day);
BEGIN
    IF in_deemed = in_visit_day OR coalesce(
        in_deemed = in_deadline AND in_visit_day <= in_deadline
        AND in_visit_day >= in_deadline - make_interval(months => early_months_of(rule, in_home.district_id, in_visit_day)),
        false) THEN
        RETURN;
    END IF;
    PERFORM refuse('GW007', 'deemed_date_wrong',
                   json_build_object('account_no', in_home.account_no, 'deemed_date', in_deemed, 'inspected', in_visit_day),
                   'anniversary_window');
END
$$;
