import Archive
import ArgumentParser
import EmbeddedPostgres
import Foundation
import GasService
import Operations
import PostgresClient

/// Measures durable closes, one after another and 16 at once, against pgbench with the same statements as a script.
struct MeasureClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Measure durable closes of jobs against pgbench with the same statements.")

    @Option(help: "Closes of the sequential run.")
    var sequential = 600

    @Option(help: "Closes of each of 16 at once.")
    var each = 150

    @Option(help: "How often to measure; the best counts.")
    var rounds = 2

    private static let clients = 16

    func run() async throws {
        let perRound = 2 * sequential + 2 * each * Self.clients
        try await BenchCompany.with(households: perRound * rounds) { company in
            try await company.sql(
                """
                INSERT INTO gasworks.job (district_id, kind, account_no, plan_date, crew_id, state, made_at)
                SELECT 'A1', 'inspection', account_no, '2026-11-25', 'A1-I1', 'planned', now() FROM gasworks.household
                ORDER BY account_no
                """)
            try await company.sql("VACUUM ANALYZE")
            let database = try await company.open(connections: Self.clients)
            defer { database.close() }
            var next: Int64 = 1
            for (clients, count) in [(1, sequential), (Self.clients, each)] {
                var best: (ours: Double, theirs: Double) = (.infinity, .infinity)
                for _ in 0..<rounds {
                    let theirs = try await pgbench(clients, count, from: next, in: company)
                    next += Int64(clients * count)
                    let ours = try await close(clients, count, from: next, in: database)
                    next += Int64(clients * count)
                    best = (min(best.ours, ours), min(best.theirs, theirs))
                }
                let total = Double(clients * count)
                Figure(
                    work: clients == 1 ? "closing jobs, one after another" : "closing jobs, \(clients) crews at once",
                    baseline: "`pgbench` with the same statements: \(decimals(total / best.theirs, 0))/s",
                    measured: "\(decimals(total / best.ours, 0))/s", ratio: best.ours / best.theirs, allowed: "1.3"
                ).report()
            }
            let stored = try await company.sql(
                """
                SELECT count(*) FILTER (WHERE state = 'closed'), (SELECT count(*) FROM gasworks.inspection_visit),
                       (SELECT count(*) FROM gasworks.verify_chains('A1')) FROM gasworks.job
                """)
            print("closed, visits, faults of chains: \(stored.trimmingCharacters(in: .whitespacesAndNewlines))")
        }
    }

    private func close(
        _ clients: Int, _ count: Int, from first: Int64, in database: GasworksDatabase
    ) async throws -> Double {
        let district = DistrictID("A1") ?? .company
        return try await measuredSeconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<clients {
                    group.addTask {
                        for number in 0..<count {
                            let place = first + Int64(client * count + number)
                            guard let job = JobID(district: district, number: place) else { continue }
                            _ = try await CloseJob(job: job, result: .passed).run(in: database)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// The statements of `CloseJob`, with the dates that it works out.
    private func pgbench(_ clients: Int, _ count: Int, from first: Int64, in company: BenchCompany) async throws
        -> Double
    {
        let rule = try await company.sql(
            "SELECT (gasworks.cycle_rule_on('A1', 'residential', '2026-11-25')).rule_id")
        let script = """
            \\set n :n + 1
            \\set job \(first) + :client_id * \(count) + :n - 1
            BEGIN;
            SELECT present();
            SELECT district_id, name, valid_from, value FROM setting ORDER BY district_id, name, valid_from, revision;
            SELECT DISTINCT ON (valid_from, district_id, customer_class)
                   rule_id, district_id, customer_class, valid_from, interval_kind, months, early_months, cap_months,
                   transition_months
            FROM cycle_rule ORDER BY valid_from, district_id, customer_class, revision DESC;
            SELECT kind, customer_class, gas_on, gas_off, last_inspected, cycle_months, shortened_by_care, deadline
            FROM closing_facts('A1', :job);
            SELECT close_job(gen_random_uuid(), 'A1', :job, 'passed', '\(BenchCompany.now)', 'weekday_daytime', NULL,
                             '[]', '2027-11-25', '2028-11-25', '2026-11-25', \(rule.trimmingCharacters(in: .whitespacesAndNewlines)));
            COMMIT;
            """
        // Time is taken inside, from the first transaction to the last, as for ours.
        let output = try await company.cluster.run(
            "pgbench",
            [
                "--no-vacuum", "--protocol=prepared", "--client=\(clients)", "--jobs=\(min(2, clients))",
                "--transactions=\(count)", "--define=n=0", "--username=gasworks_dispatcher", "--file=-",
                "dbname=gasworks options='-csearch_path=gasworks -cgasworks.now=\(BenchCompany.now)'",
            ], input: script + "\n")
        guard let rate = output.firstMatch(of: #/tps = ([0-9.]+)/#).flatMap({ Double($0.output.1) }) else {
            throw ValidationError("pgbench did not say how fast it was: \(output)")
        }
        return Double(clients * count) / rate
    }
}
