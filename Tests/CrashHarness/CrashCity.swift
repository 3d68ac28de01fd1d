import Foundation
package import PostgresTesting

/// A city made for being closed: one district, a published day, and as many households as a run has jobs to close.
package enum CrashCity {
    /// The instant at which its rehearsal plays: in the morning of the published day.
    package static let now = "2026-11-25T06:00:00Z"

    private static let householdsOfACrew = 100

    /// Fills a migrated, empty database.
    ///
    /// - Returns: the jobs of the published day, in the order of their numbers.
    package static func found(households: Int, on cluster: TemporaryCluster) async throws -> [String] {
        let crews = (households + householdsOfACrew - 1) / householdsOfACrew
        try await cluster.sql(
            """
            SET search_path = gasworks; SET gasworks.now = '\(now)'; SET client_min_messages = warning;
            SELECT install('Europe/Helsinki', true);
            \(network(crews: crews))
            \(imported(households))
            \(published)
            """)
        let jobs = try await cluster.sql(
            "SELECT district_id || '-' || job_no FROM gasworks.job WHERE state = 'planned' ORDER BY job_no")
        return jobs.split(separator: "\n").map(String.init)
    }

    private static func network(crews: Int) -> String {
        """
        BEGIN;
        SELECT begin_supply_import();
        INSERT INTO pg_temp.staged_supply_node VALUES
            (1, 'GATE', 'gate_station', NULL, 'Gate', 60.1, 24.9), (2, 'REG', 'regulator', 'GATE', 'Regulator', 60.1, 24.9),
            (3, 'MAIN', 'main', 'REG', 'Main', 60.1, 24.9), (4, 'RISER', 'riser', 'MAIN', 'Riser', 60.1, 24.9);
        SELECT check_supply_import();
        SELECT apply_supply_import('crash city');
        SELECT begin_crew_import();
        INSERT INTO pg_temp.staged_crew
        SELECT n, 'C' || n, 'Crew ' || n, 'A1', 60.1, 24.9, 480, 1020, '{inspection}'
        FROM generate_series(1, \(crews)) AS n;
        SELECT check_crew_import();
        SELECT apply_crew_import('crash city');
        COMMIT;
        """
    }

    private static func imported(_ households: Int) -> String {
        """
        BEGIN;
        SELECT begin_household_import();
        INSERT INTO pg_temp.staged_household
        SELECT n, 'H' || n, 'residential', 'Name ' || n, 'Street ' || n, 'B' || (n - 1) / \(householdsOfACrew) + 1, '1', '2',
               'A1', 60.17, 24.94, 'RISER', 'M' || n, NULL, NULL, NULL, DATE '2020-01-01', DATE '2025-01-10',
               DATE '2026-01-10', DATE '2027-01-10',
               (SELECT rule_id FROM cycle_rule WHERE district_id = '-' AND customer_class = 'residential')
        FROM generate_series(1, \(households)) AS n;
        SELECT check_household_import();
        SELECT apply_household_import('crash city');
        COMMIT;
        """
    }

    private static let published = """
        WITH stop AS (
            SELECT 'C' || substr(building_id, 2) AS crew_id, building_id,
                   json_agg(json_build_object('account_no', account_no, 'kind', 'inspection')) AS jobs
            FROM household GROUP BY building_id
        ), route AS (
            SELECT json_build_object(
                'crew_id', crew_id, 'departs_at', '2026-11-25T06:00:00Z', 'returns_at', '2026-11-25T14:00:00Z', 'meters', 1000,
                'stops', json_build_array(json_build_object(
                    'sequence', 1, 'building_id', building_id, 'address', 'Street', 'latitude', 60.17, 'longitude', 24.94,
                    'arrival', '2026-11-25T06:30:00Z', 'departure', '2026-11-25T13:30:00Z', 'jobs', jobs))) AS route
            FROM stop
        )
        SELECT save_day_plan(gen_random_uuid(), 'A1', '2026-11-25', 0, (SELECT json_build_object('routes', json_agg(route)) FROM route));
        SELECT publish_day_plan(gen_random_uuid(), 'A1', '2026-11-25', 1);
        """
}
