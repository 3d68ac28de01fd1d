import Archive
import ArgumentParser
import EmbeddedPostgres
import Foundation
import GasService
import Operations
import PostgresClient

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
        let folder = URL(fileURLWithPath: "/tmp/gw-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let city = SyntheticCity(households: households, seed: seed, today: .ofThisMachine)
        _ = try city.write(to: folder.appendingPathComponent("city"))
        let cluster = try EmbeddedCluster(home: ClusterHome(folder.appendingPathComponent("home").path))
        do {
            try await cluster.ensureStarted()
            try await measure(folder.appendingPathComponent("city").path, on: cluster)
            try await cluster.stop()
        } catch {
            _ = try? await cluster.stop()
            throw error
        }
    }

    private func measure(_ folder: String, on cluster: EmbeddedCluster) async throws {
        let owner = try await PostgresConnection.connect(
            PostgresConfiguration(url: cluster.connectionURL(role: .owner)))
        try await Migrator().migrate(owner)
        try await owner.execute("SELECT gasworks.install('UTC', false)")
        await owner.close()
        let database = try await GasworksDatabase.open(url: cluster.connectionURL(role: .administrator))
        defer { database.close() }
        _ = try await ImportSupplyNodes(FileImport(path: "\(folder)/supply_nodes.csv")).run(into: database)
        _ = try await ImportHouseholds(FileImport(path: "\(folder)/households.csv")).run(into: database)
        _ = try await ImportCrews(FileImport(path: "\(folder)/crews.csv")).run(into: database)
        try await plan(in: database)
        let today = try await database.today()
        guard let period = CoveragePeriod(year: today.year, asOf: today) else { return }
        let export = CoverageExport(
            nil, CoverageQuery(period: period), columns: .authority,
            words: CoverageExport.Words(classes: [:], results: [:], standings: [:]))
        var best: (copy: Double, export: Double) = (.infinity, .infinity)
        for _ in 0..<max(1, rounds) {
            let copy = try await seconds { try await self.copy(export, on: cluster) }
            var bytes = 0
            let exported = try await seconds {
                bytes = try await database.read { connection in
                    var count = 0
                    for try await piece in try await export.start(on: connection) { count += piece.count }
                    return count
                }
            }
            best = (min(best.copy, copy), min(best.export, exported))
            print("psql COPY \(hundredths(copy)) s, export \(hundredths(exported)) s, \(bytes / 1_000_000) MB")
        }
        print("coverage of \(households) households: ratio \(hundredths(best.export / best.copy)), at most 1.2")
    }

    private func plan(in database: GasworksDatabase) async throws {
        var stages: [(stage: PlanHorizon.Stage, since: ContinuousClock.Instant)] = []
        let took = try await seconds {
            _ = try await PlanHorizon(HorizonRequest()).run(in: database) { stage, _, _ in
                if stages.last?.stage != stage { stages.append((stage, .now)) }
            }
        }
        let saving = stages.last.map { ContinuousClock.now - $0.since } ?? .zero
        print(
            "inspection plan, database to database: \(hundredths(took)) s, of which saving \(saving); "
                + "peak memory of the process \(PeakMemory.megabytes) MB")
    }

    private func copy(_ export: CoverageExport, on cluster: EmbeddedCluster) async throws {
        let statement = try export.statementForOthers()
        try await cluster.run(
            "psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--dbname=gasworks"],
            input:
                "SET search_path = gasworks;\nCOPY (\(statement.replacing("\n", with: " "))) TO STDOUT (FORMAT csv);\n")
    }

    private func seconds(_ work: () async throws -> Void) async throws -> Double {
        let took = try await ContinuousClock().measure(work)
        return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    }
}
