import Archive
import EmbeddedPostgres
import GasService
import PostgresClient

/// A company of one district on a cluster of its own, written by SQL: many equal households, one crew that may inspect.
struct BenchCompany {
    private let bench: BenchCluster

    /// The cluster it is in.
    var cluster: EmbeddedCluster { bench.cluster }

    /// The day on which measurements work.
    static let now = "2026-11-25T08:00:00Z"

    /// Lends a company whose households have an inspection open until summer 2027.
    static func with(households: Int, _ body: (BenchCompany) async throws -> Void) async throws {
        try await BenchCluster.with { bench in
            let company = BenchCompany(bench: bench)
            try await company.make(households: households)
            try await body(company)
        }
    }

    /// Opens the database as a dispatcher, at the measurements' instant.
    func open(connections: Int = 4) async throws -> GasworksDatabase {
        try await GasworksDatabase.open(
            url: cluster.connectionURL(role: .dispatcher), at: Instant(Self.now),
            options: PoolOptions(maximum: connections))
    }

    /// Runs SQL as the superuser.
    @discardableResult
    func sql(_ text: String) async throws -> String { try await bench.sql(text) }

    private func make(households: Int) async throws {
        try await bench.install(timeZone: "Europe/Helsinki", isRehearsal: true)
        try await sql(
            """
            SET search_path = gasworks;
            INSERT INTO district VALUES ('A1', 'A1');
            INSERT INTO district_archive (district_id) VALUES ('A1');
            INSERT INTO supply_node VALUES ('GATE', 'gate_station', NULL, 'Gate', 60.17, 24.94);
            INSERT INTO crew VALUES ('A1-I1', 'A1', 'Crew', 60.17, 24.94, 480, 1020, true);
            INSERT INTO certificate VALUES ('A1-I1', 'inspection', NULL, NULL);
            INSERT INTO household (district_id, account_no, customer_class, address, building_id, unit, latitude,
                                   longitude, node_id, gas_on)
            SELECT 'A1', lpad(n::text, 8, '0'), 'residential', 'Street ' || n / 8, 'B' || n / 8, (n % 8)::text,
                   60.17 + (n / 8 % 100) * 0.0003, 24.94 + (n / 800) * 0.0003, 'GATE', '2025-06-01'
            FROM generate_series(1, \(households)) AS n;
            INSERT INTO inspection_obligation (district_id, account_no, obligation_no, window_opens, deadline, basis,
                                               basis_date, deemed_date, rule_id)
            SELECT 'A1', account_no, 1, '2026-06-01', '2027-06-01', 'gas_on', '2025-06-01', '2025-06-01',
                   (cycle_rule_on('A1', 'residential', '2026-11-25')).rule_id
            FROM household;
            INSERT INTO horizon_plan
            VALUES ('A1', 1, '2026-11-25', '2027-01-31', gen_random_uuid(), 'bench', 'bench', now(), '{}');
            INSERT INTO campaign SELECT 'A1', 1, n, 'B' || n, '2026-11-25', 1, 48 FROM generate_series(0, 7) AS n;
            INSERT INTO campaign_household
            SELECT 'A1', 1, substr(building_id, 2)::integer, account_no, '2027-06-01' FROM household
            WHERE substr(building_id, 2)::integer < 8;
            """)
        try await sql("VACUUM ANALYZE")
    }
}
