import Archive
import ArgumentParser
import EmbeddedPostgres
import Foundation
import GasService
import Operations
import PostgresClient

/// Measures the import of households against psql's `\copy` of the same file into the same table.
///
/// Both go into a clone of the same database, which holds the supply network and no household, with all indexes, keys
/// and checks standing. `\copy` fills one table and checks nothing else; the import also checks the file as a whole,
/// opens an archive with its first hashed event for each household, and derives and stores what each is owed.
struct MeasureImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Measure the import of households against psql's \\copy of the same file.")

    @Option(help: "How many households.")
    var households = 1_000_000

    @Option(help: "The seed of the synthetic city.")
    var seed: UInt64 = 1

    @Option(help: "How often to measure both.")
    var rounds = 1

    func run() async throws {
        let folder = URL(fileURLWithPath: "/tmp/gw-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let city = SyntheticCity(households: households, seed: seed, today: .ofThisMachine)
        let written = try city.write(to: folder.appendingPathComponent("city"))
        let cluster = try EmbeddedCluster(home: ClusterHome(folder.appendingPathComponent("home").path))
        do {
            try await cluster.ensureStarted()
            try await measure(written, in: folder.appendingPathComponent("city").path, on: cluster)
            try await cluster.stop()
        } catch {
            _ = try? await cluster.stop()
            throw error
        }
    }

    private func measure(_ city: SyntheticCity.Written, in folder: String, on cluster: EmbeddedCluster) async throws {
        try await prepare(city, in: folder, on: cluster)
        var best: (copy: Double, imported: Double) = (.infinity, .infinity)
        for round in 1...max(1, rounds) {
            try await sql("CREATE DATABASE measured_copy TEMPLATE gasworks", on: cluster)
            let copy = try await seconds { try await self.copy("\(folder)/households.csv", on: cluster) }
            try await sql("DROP DATABASE measured_copy", on: cluster)
            try await sql("CREATE DATABASE measured_import TEMPLATE gasworks", on: cluster)
            var stages = StageClock()
            let imported = try await seconds {
                try await self.importHouseholds("\(folder)/households.csv", on: cluster, stages: &stages)
            }
            try await sql("DROP DATABASE measured_import", on: cluster)
            best = (min(best.copy, copy), min(best.imported, imported))
            print("round \(round): \\copy \(tenths(copy)) s, import \(tenths(imported)) s (\(stages.summary))")
        }
        print(
            """
            \(city.households) households: \\copy \(tenths(best.copy)) s, import \(tenths(best.imported)) s, \
            ratio \(tenths(best.imported / best.copy * 10, scale: 10)), at most 1.5; \
            peak memory of the importing process \(peakMegabytes) MB
            """)
    }

    /// Migrates, brings the network in, and lets the districts be known, for `\copy` cannot make them.
    private func prepare(_ city: SyntheticCity.Written, in folder: String, on cluster: EmbeddedCluster) async throws {
        let owner = try await PostgresConnection.connect(
            PostgresConfiguration(url: cluster.connectionURL(role: .owner)))
        try await Migrator().migrate(owner)
        try await owner.execute("SELECT gasworks.install('UTC', false)")
        await owner.close()
        let database = try await GasworksDatabase.open(url: cluster.connectionURL(role: .administrator))
        _ = try await ImportSupplyNodes(FileImport(path: "\(folder)/supply_nodes.csv")).run(into: database)
        database.close()
        let codes = city.districts.map { "('\($0)', '\($0)')" }.joined(separator: ", ")
        try await sql(
            "INSERT INTO gasworks.district (district_id, name) VALUES \(codes)", in: "gasworks", on: cluster)
    }

    private func copy(_ file: String, on cluster: EmbeddedCluster) async throws {
        try await sql(
            """
            \\copy gasworks.household (account_no, customer_class, name, address, building_id, unit, floor, \
            district_id, latitude, longitude, node_id, meter_no, phone, email, special_care, gas_on, last_inspected) \
            FROM '\(file)' CSV HEADER
            """, in: "measured_copy", on: cluster)
    }

    private func importHouseholds(
        _ file: String, on cluster: EmbeddedCluster, stages: inout StageClock
    ) async throws {
        let database = try await GasworksDatabase.open(
            url: cluster.connectionURL(role: .administrator, database: "measured_import"))
        defer { database.close() }
        _ = try await ImportHouseholds(FileImport(path: file)).run(into: database) { stages.note($0.stage) }
        stages.end()
    }

    private func sql(_ text: String, in name: String = "postgres", on cluster: EmbeddedCluster) async throws {
        try await cluster.run(
            "psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname=\(name)"], input: text + "\n")
    }

    private func seconds(_ work: () async throws -> Void) async throws -> Double {
        let took = try await ContinuousClock().measure(work)
        return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    }

    private var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}

/// How long each stage of an import took.
private struct StageClock {
    private var current: (stage: ImportProgress.Stage, since: ContinuousClock.Instant)?
    private var parts: [String] = []

    /// A stage is being worked on.
    mutating func note(_ stage: ImportProgress.Stage) {
        guard current?.stage != stage else { return }
        end()
        current = (stage, .now)
    }

    /// The last stage is over.
    mutating func end() {
        guard let (stage, since) = current else { return }
        let took = ContinuousClock.now - since
        parts.append("\(stage) \(tenths(Double(took.components.attoseconds) / 1e18 + Double(took.components.seconds)))")
        current = nil
    }

    var summary: String { parts.joined(separator: ", ") }
}

/// A number with one decimal, or with two when it is given tenfold and scaled back.
private func tenths(_ value: Double, scale: Double = 1) -> String {
    let rounded = (value * 10).rounded() / 10 / scale
    return "\((rounded * 100).rounded() / 100)"
}
