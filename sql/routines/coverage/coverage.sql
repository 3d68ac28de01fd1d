-- How much of a year's inspections is done: each obligation judged once, for the figures and for the lists behind them.
--
-- The rules are GasService's CoverageJudgement, here for a whole city at once; a test holds the two against each other on
-- random histories. These functions have no SET clause and no definer's rights, so that PostgreSQL inlines them and reads
-- only what is asked for; everything is named with its schema.

-- The visits of a span of local days, one row for each obligation that was visited.
CREATE OR REPLACE FUNCTION gasworks.coverage_visits(in_first date, in_last date)
    RETURNS TABLE (district_id text, account_no text, obligation_no integer, visits bigint, visited_at timestamptz,
                   result text, crew_id text, grade text)
    LANGUAGE sql STABLE
AS $$
    SELECT v.district_id, v.account_no, v.obligation_no, count(*), max(v.closed_at),
           (array_agg(v.result ORDER BY v.closed_at DESC, v.visit_no DESC))[1],
           (array_agg(v.crew_id ORDER BY v.closed_at DESC, v.visit_no DESC))[1],
           min((SELECT min(f.grade) FROM gasworks.visit_finding AS f
                WHERE f.district_id = v.district_id AND f.visit_no = v.visit_no))
    FROM gasworks.inspection_visit AS v
    WHERE v.closed_at >= (SELECT gasworks.local_midnight(in_first))
      AND v.closed_at < (SELECT gasworks.local_midnight(in_last + 1))
      AND v.obligation_no IS NOT NULL
    GROUP BY v.district_id, v.account_no, v.obligation_no
$$;

-- Every obligation of a district and class (NULL: all) as it is judged in the year from in_first to in_last as of a day;
-- what happened later is not known yet.
--   standing   on_time | late | overdue | not_yet_due   due in the year
--              carried_late | carried_overdue           due before it
--              ahead                                    due after it, inspected in it
--              imported                                 inspected in it, for a deadline that nobody recorded
--              suspended | outside                      nothing due, nothing done
--   hindrance  what came of the year's last visit while the inspection is open
CREATE OR REPLACE FUNCTION gasworks.coverage_judgements(
    in_first date, in_last date, in_as_of date, in_district text, in_class text)
    RETURNS TABLE (
        district_id text, account_no text, obligation_no integer, customer_class text, address text, deadline date,
        fulfilled_on date, standing text, hindrance text, inspected_in_year boolean, was_planned boolean,
        counts_for_cycle boolean, within_cycle boolean, visits bigint, visited_at timestamptz, result text, crew_id text,
        grade text)
    LANGUAGE sql STABLE
AS $$
    SELECT f.district_id, f.account_no, f.obligation_no, f.customer_class, f.address, f.deadline, f.fulfilled,
           CASE
               WHEN f.deadline IS NULL THEN 'imported'
               WHEN f.fulfilled IS NULL THEN
                   CASE WHEN NOT f.active THEN 'suspended'
                        WHEN f.deadline > in_last THEN 'outside'
                        WHEN f.deadline < in_first THEN 'carried_overdue'
                        WHEN f.deadline < in_as_of THEN 'overdue'
                        ELSE 'not_yet_due' END
               WHEN f.deadline < in_first THEN
                   CASE WHEN f.fulfilled < in_first THEN 'outside'
                        WHEN f.fulfilled <= in_last THEN 'carried_late'
                        ELSE 'carried_overdue' END
               WHEN f.deadline > in_last THEN
                   CASE WHEN f.fulfilled BETWEEN in_first AND least(in_last, in_as_of) THEN 'ahead' ELSE 'outside' END
               WHEN f.fulfilled <= f.deadline THEN 'on_time'
               ELSE 'late'
           END,
           CASE WHEN f.fulfilled IS NULL THEN f.result END,
           coalesce(f.fulfilled BETWEEN in_first AND least(in_last, in_as_of), false),
           coalesce(f.fulfilled BETWEEN in_first AND least(in_last, in_as_of), false)
               OR f.visits IS NOT NULL OR (f.fulfilled IS NULL AND f.planned),
           f.active AND f.fulfilled IS NULL AND (f.basis = 'inspection' OR f.deadline < in_as_of),
           f.active AND f.fulfilled IS NULL AND f.basis = 'inspection' AND f.deadline >= in_as_of,
           f.visits, f.visited_at, f.result, f.crew_id, f.grade
    FROM (
        SELECT o.district_id, o.account_no, o.obligation_no, h.customer_class, h.address, o.deadline, o.basis,
               CASE WHEN o.fulfilled_on <= in_as_of THEN o.fulfilled_on END AS fulfilled,
               coalesce(h.gas_off > in_as_of, true) AS active, coalesce(j.planned_until > o.basis_date, false) AS planned,
               v.visits, v.visited_at, v.result, v.crew_id, v.grade
        FROM gasworks.inspection_obligation AS o
        JOIN gasworks.household AS h ON h.district_id = o.district_id AND h.account_no = o.account_no
        LEFT JOIN gasworks.coverage_visits(in_first, least(in_last, in_as_of)) AS v
            ON v.district_id = o.district_id AND v.account_no = o.account_no AND v.obligation_no = o.obligation_no
        LEFT JOIN (SELECT job.district_id, job.account_no, max(job.plan_date) AS planned_until
                   FROM gasworks.job
                   WHERE job.plan_date BETWEEN in_first AND in_last AND job.kind = 'inspection'
                     AND job.state IN ('planned', 'started', 'closed')
                   GROUP BY job.district_id, job.account_no) AS j
            ON j.district_id = o.district_id AND j.account_no = o.account_no
        WHERE o.state <> 'superseded' AND o.basis_date <= in_as_of
          AND (in_district IS NULL OR o.district_id = in_district)
          AND (in_class IS NULL OR h.customer_class = in_class)
        UNION ALL
        -- Inspections that an import brought: the obligation that they fulfilled was never on record.
        SELECT o.district_id, o.account_no, NULL, h.customer_class, h.address, NULL, o.basis, o.basis_date,
               coalesce(h.gas_off > in_as_of, true), false, NULL, NULL, NULL, NULL, NULL
        FROM gasworks.inspection_obligation AS o
        JOIN gasworks.household AS h ON h.district_id = o.district_id AND h.account_no = o.account_no
        WHERE o.state <> 'superseded' AND o.basis = 'inspection'
          AND o.basis_date BETWEEN in_first AND least(in_last, in_as_of)
          AND (in_district IS NULL OR o.district_id = in_district)
          AND (in_class IS NULL OR h.customer_class = in_class)
          AND NOT EXISTS (SELECT FROM gasworks.inspection_obligation AS p
                          WHERE p.district_id = o.district_id AND p.account_no = o.account_no
                            AND p.state = 'fulfilled' AND p.fulfilled_on = o.basis_date)
    ) AS f
$$;
