import EmbeddedPostgres
import PostgresClient
import PostgresTesting

/// A city of twenty households in one district, two crews, and a published day; small enough to be seen at a glance.
///
/// Account `H01` … `H20`, gas on since 2020, last inspected on 2025-01-10, so due by 2027-01-10. Today is 2026-11-25; crew
/// `C1` (the login `gasworks_crew` is its) goes to `H01` … `H10`, crew `C2` to `H11` … `H20`.
enum SmallCity {
    static let today = "2026-11-25"

    /// Imports the city and publishes today's plan.
    static func found() async throws {
        let administrator = try await session(as: .administrator)
        try await administrator.simpleQuery(unsafeSQL: network)
        try await administrator.simpleQuery(unsafeSQL: households())
        try await administrator.simpleQuery(
            unsafeSQL: "SELECT assign_login('00000000-0000-0000-0000-00000000000a', 'gasworks_crew', 'C1')")
        try await administrator.simpleQuery(unsafeSQL: plan(version: 0, first: "C1", second: "C2", id: 1))
        try await administrator.simpleQuery(unsafeSQL: publish(version: 1, id: 2))
        await administrator.close()
    }

    /// The job of a household on the published day.
    static func job(of account: String) async throws -> Int64 {
        let text = try await TestDatabase.current.sql(
            "SELECT job_no FROM gasworks.job WHERE account_no = '\(account)' AND state <> 'withdrawn'")
        return Int64(text) ?? 0
    }

    /// How the chains of the district and the company stand; empty when all hold.
    static func faults() async throws -> String {
        try await TestDatabase.current.sql(
            "SELECT v.* FROM unnest(ARRAY['A1', '-']) AS d, gasworks.verify_chains(d) AS v")
    }

    /// An import of households; `changing` edits the rows' text.
    static func households(changing: (String) -> String = { $0 }) -> String {
        let rows = (1...20).map { number in
            let account = "H" + (number < 10 ? "0\(number)" : "\(number)")
            return """
                (\(number), '\(account)', 'residential', 'Name \(number)', 'Street \(number)', 'B\(number % 2)', '1', '2', 'A1',
                 60.17, 24.94, 'RISER', 'M\(number)', '+358 40 \(number)', NULL, NULL, DATE '2020-01-01',
                 DATE '2025-01-10', DATE '2026-01-10', DATE '2027-01-10',
                 (SELECT rule_id FROM cycle_rule WHERE district_id = '-' AND customer_class = 'residential'))
                """
        }
        return """
            BEGIN;
            SELECT begin_household_import();
            INSERT INTO pg_temp.staged_household VALUES \(changing(rows.joined(separator: ",\n")));
            SELECT check_household_import();
            SELECT apply_household_import('test');
            COMMIT;
            """
    }

    /// Saves a plan that gives `H01` … `H10` to one crew and the others to another.
    static func plan(version: Int, first: String, second: String, id: Int) -> String {
        func route(_ crew: String, _ accounts: ClosedRange<Int>) -> String {
            let jobs = accounts.map { #"{"account_no": "H\#($0 < 10 ? "0" : "")\#($0)", "kind": "inspection"}"# }
            return """
                {"crew_id": "\(crew)", "departs_at": "2026-11-25T06:00:00Z", "returns_at": "2026-11-25T14:00:00Z",
                 "meters": 1000, "stops": [{"sequence": 1, "building_id": "B1", "address": "Street", "latitude": 60.17,
                 "longitude": 24.94, "arrival": "2026-11-25T06:30:00Z", "departure": "2026-11-25T13:30:00Z",
                 "jobs": [\(jobs.joined(separator: ", "))]}]}
                """
        }
        return """
            SELECT save_day_plan('00000000-0000-0000-0001-\(padded(id))', 'A1', '\(today)', \(version),
                                 '{"routes": [\(route(first, 1...10)), \(route(second, 11...20))]}')
            """
    }

    /// Publishes a version of today.
    static func publish(version: Int, id: Int) -> String {
        "SELECT publish_day_plan('00000000-0000-0000-0002-\(padded(id))', 'A1', '\(today)', \(version))"
    }

    private static func padded(_ id: Int) -> String {
        String(repeating: "0", count: 12 - String(id).count) + String(id)
    }

    /// The supply network, and a crew or two.
    static let network = """
        BEGIN;
        SELECT begin_supply_import();
        INSERT INTO pg_temp.staged_supply_node VALUES
            (1, 'GATE', 'gate_station', NULL, 'Gate', 60.1, 24.9), (2, 'REG', 'regulator', 'GATE', 'Regulator', 60.1, 24.9),
            (3, 'MAIN', 'main', 'REG', 'Main', 60.1, 24.9), (4, 'RISER', 'riser', 'MAIN', 'Riser', 60.1, 24.9);
        SELECT check_supply_import();
        SELECT apply_supply_import('test');
        SELECT begin_crew_import();
        INSERT INTO pg_temp.staged_crew VALUES
            (1, 'C1', 'First', 'A1', 60.1, 24.9, 480, 1020, '{inspection}'),
            (2, 'C2', 'Second', 'A1', 60.1, 24.9, 480, 1020, '{inspection}');
        SELECT check_crew_import();
        SELECT apply_crew_import('test');
        COMMIT;
        """
}
