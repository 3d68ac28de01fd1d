import Archive
import ArgumentParser
import GasService
import Operations
import PostgresClient
import Presentation

/// Measures the annual coverage list of a whole city against psql's `COPY (SELECT …) TO STDOUT` of the same rows, and the
/// planning of the same city from the database to the database.
struct MeasureCoverage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Measure the coverage export against psql's COPY of the same rows, and planning end to end.")

    @Option(help: "How many households.")
    var households = 1_000_000

    @Option(help: "The seed of the synthetic city.")
    var seed: UInt64 = 1

    @Option(help: "How often to measure both.")
    var rounds = 3

    func run() async throws {
        try await BenchCluster.with { bench in
            let folder = try bench.write(households: households, seed: seed).directory
            try await bench.install(timeZone: "UTC", isRehearsal: false)
            let database = try await bench.open()
            defer { database.close() }
            _ = try await ImportSupplyNodes(FileImport(path: "\(folder)/supply_nodes.csv")).run(into: database)
            _ = try await ImportHouseholds(FileImport(path: "\(folder)/households.csv")).run(into: database)
            _ = try await ImportCrews(FileImport(path: "\(folder)/crews.csv")).run(into: database)
            try await plan(in: database)
            try await measure(database, on: bench)
        }
    }

    private func measure(_ database: GasworksDatabase, on bench: BenchCluster) async throws {
        let today = try await database.today()
        guard let period = CoveragePeriod(year: today.year, asOf: today) else { return }
        let export = CoverageExport(
            nil, CoverageQuery(period: period), columns: .authority,
            words: CoverageExport.Words(classes: [:], results: [:], standings: [:]))
        var best: (copy: Double, export: Double) = (.infinity, .infinity)
        for _ in 0..<max(1, rounds) {
            let copy = try await measuredSeconds { try await self.copy(export, on: bench) }
            var bytes = 0
            let exported = try await measuredSeconds {
                bytes = try await database.read { connection in
                    var count = 0
                    for try await piece in try await export.start(on: connection) { count += piece.count }
                    return count
                }
            }
            best = (min(best.copy, copy), min(best.export, exported))
            print("psql COPY \(decimals(copy)) s, export \(decimals(exported)) s, \(bytes / 1_000_000) MB")
        }
        Figure(
            work: "annual coverage of \(households.grouped) households, the list behind it as CSV",
            baseline: "psql `COPY` of the same rows: \(decimals(best.copy)) s", measured: "\(decimals(best.export)) s",
            ratio: best.export / best.copy, allowed: "1.2"
        ).report()
    }

    private func plan(in database: GasworksDatabase) async throws {
        var stages: [(stage: PlanHorizon.Stage, since: ContinuousClock.Instant)] = []
        let took = try await measuredSeconds {
            _ = try await PlanHorizon(HorizonRequest()).run(in: database) { stage, _, _ in
                if stages.last?.stage != stage { stages.append((stage, .now)) }
            }
        }
        let saving = stages.last.map { ContinuousClock.now - $0.since } ?? .zero
        print(
            "inspection plan, database to database: \(decimals(took)) s, of which saving \(decimals(seconds(of: saving))) s; "
                + "peak memory of the process \(PeakMemory.megabytes) MiB")
    }

    private func copy(_ export: CoverageExport, on bench: BenchCluster) async throws {
        let statement = try export.statementForOthers().replacing("\n", with: " ")
        try await bench.sql(
            "SET search_path = gasworks;\nCOPY (\(statement)) TO STDOUT (FORMAT csv);", in: "gasworks",
            "--output=/dev/null")
    }
}
