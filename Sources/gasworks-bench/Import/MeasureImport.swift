import Archive
import ArgumentParser
import Operations
import Presentation

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

    @Option(help: "How often to measure both; the best counts.")
    var rounds = 2

    func run() async throws {
        try await BenchCluster.with { bench in
            let (city, folder) = try bench.write(households: households, seed: seed)
            try await prepare(city, in: folder, on: bench)
            var best: (copy: Double, imported: Double) = (.infinity, .infinity)
            for round in 1...max(1, rounds) {
                try await bench.sql("CREATE DATABASE measured_copy TEMPLATE gasworks", in: "postgres")
                try await bench.sql("CHECKPOINT", in: "postgres")
                let copy = try await measuredSeconds { try await self.copy("\(folder)/households.csv", on: bench) }
                try await bench.sql("DROP DATABASE measured_copy", in: "postgres")
                try await bench.sql("CREATE DATABASE measured_import TEMPLATE gasworks", in: "postgres")
                try await bench.sql("CHECKPOINT", in: "postgres")
                var stages = StageClock()
                let imported = try await measuredSeconds {
                    try await self.importHouseholds("\(folder)/households.csv", on: bench, stages: &stages)
                }
                try await bench.sql("DROP DATABASE measured_import", in: "postgres")
                best = (min(best.copy, copy), min(best.imported, imported))
                print(
                    "round \(round): \\copy \(decimals(copy, 1)) s, import \(decimals(imported, 1)) s (\(stages.summary)), "
                        + "peak memory of the importing process \(PeakMemory.megabytes) MiB")
            }
            Figure(
                work: "import of \(city.households.grouped) households",
                baseline: "psql `\\copy` into the same table: \(decimals(best.copy, 1)) s",
                measured: "\(decimals(best.imported, 1)) s, \(PeakMemory.megabytes) MiB",
                ratio: best.imported / best.copy, allowed: "1.5"
            ).report()
        }
    }

    /// Migrates, brings the network in, and lets the districts be known, for `\copy` cannot make them.
    private func prepare(_ city: SyntheticCity.Written, in folder: String, on bench: BenchCluster) async throws {
        try await bench.install(timeZone: "UTC", isRehearsal: false)
        let database = try await bench.open()
        _ = try await ImportSupplyNodes(FileImport(path: "\(folder)/supply_nodes.csv")).run(into: database)
        database.close()
        let codes = city.districts.map { "('\($0)', '\($0)')" }.joined(separator: ", ")
        try await bench.sql("INSERT INTO gasworks.district (district_id, name) VALUES \(codes)")
    }

    private func copy(_ file: String, on bench: BenchCluster) async throws {
        try await bench.sql(
            """
            \\copy gasworks.household (account_no, customer_class, name, address, building_id, unit, floor, \
            district_id, latitude, longitude, node_id, meter_no, phone, email, special_care, gas_on, last_inspected) \
            FROM '\(file)' CSV HEADER
            """, in: "measured_copy")
    }

    private func importHouseholds(
        _ file: String, on bench: BenchCluster, stages: inout StageClock
    ) async throws {
        let database = try await bench.open("measured_import")
        defer { database.close() }
        _ = try await ImportHouseholds(FileImport(path: file)).run(into: database) { stages.note($0.stage) }
        stages.end()
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
        parts.append("\(stage) \(decimals(seconds(of: .now - since), 1)) s")
        current = nil
    }

    var summary: String { parts.joined(separator: ", ") }
}
