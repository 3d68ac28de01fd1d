import GasService
import PostgresClient

/// The lines of the list behind a figure, with what a reader wants to know of each obligation besides.
struct CoverageList {
    /// The figure; nil for every obligation that the year is about.
    let figure: CoverageFigure?
    let query: CoverageQuery

    var lines: PostgresQuery {
        """
        SELECT j.*, p.planned_date, o.deadline AS next_deadline
        FROM \(query.judgements) AS j
        LEFT JOIN (
            SELECT m.district_id, m.account_no, max(c.planned_date) AS planned_date
            FROM campaign AS c
            JOIN campaign_household AS m
                ON m.district_id = c.district_id AND m.plan_version = c.plan_version AND m.campaign_no = c.campaign_no
            WHERE c.planned_date BETWEEN \(query.period.start) AND \(query.period.end)
            GROUP BY m.district_id, m.account_no) AS p
            ON p.district_id = j.district_id AND p.account_no = j.account_no
        LEFT JOIN inspection_obligation AS o
            ON o.district_id = j.district_id AND o.account_no = j.account_no AND o.state = 'open'
        WHERE \(condition)
        ORDER BY j.district_id, j.account_no, j.deadline
        """
    }

    private var condition: PostgresQuery { figure?.numerator ?? "standing NOT IN ('outside', 'suspended')" }
}
