import Archive
import CrashHarness
import EmbeddedPostgres
import Foundation
import PostgresClient
import PostgresTesting
import ProgramTesting

/// A crash city of its own, and the program `gasworks` run in it.
final class CommandScene: Sendable {
    let cluster: TemporaryCluster
    /// A folder for the scene's files.
    let folder: String
    private let program: BuiltProgram

    init(households: Int) async throws {
        program = try BuiltProgram("gasworks")
        folder = "/tmp/gw-scene-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        cluster = try await TemporaryCluster.start(settings: .quickToRecover)
        let owner = try await PostgresConnection.connect(
            PostgresConfiguration(url: cluster.connectionURL(role: .owner)))
        try await Migrator().migrate(owner)
        await owner.close()
        _ = try await CrashCity.found(households: households, on: cluster)
    }

    deinit {
        cluster.remove()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The jobs of the published day that are not done.
    func jobs() async throws -> [String] {
        try await cluster.sql(
            "SELECT district_id || '-' || job_no FROM gasworks.job WHERE state = 'planned' ORDER BY job_no"
        ).split(separator: "\n").map(String.init)
    }

    /// Runs a command to its end.
    func run(_ arguments: [String]) async throws -> RunningProgram.Outcome { try await start(arguments).outcome() }

    /// Runs a command and kills it after a while, unless it was faster.
    func runAndKill(_ arguments: [String], after pause: Duration) async throws -> RunningProgram.Outcome {
        let process = try start(arguments)
        try await Task.sleep(for: pause)
        process.kill()
        return try await process.outcome()
    }

    /// Kills the server with all its processes, and starts it again.
    func crashAndRestart() async throws {
        try await cluster.crash()
        try await cluster.embedded.start()
    }

    /// How many rows `FROM gasworks.…` has.
    func count(_ rows: String) async throws -> Int {
        Int(try await cluster.sql("SELECT count(*) FROM gasworks.\(rows)")) ?? -1
    }

    /// The faults of all chains; empty when they hold.
    func chainFaults() async throws -> String {
        try await cluster.sql("SELECT f.* FROM gasworks.district AS d, gasworks.verify_chains(d.district_id) AS f")
    }

    /// Writes a file of households with accounts `prefix` + number.
    func householdFile(prefix: String, count: Int) throws -> String {
        let header =
            "account_no,customer_class,name,address,building,unit,floor,district,latitude,longitude,supply_node,"
            + "meter_no,phone,email,special_care,gas_on,last_inspected"
        let rows = (1...count).map { number in
            "\(prefix)\(number),residential,,Street \(number),B1,1,1,A1,60.17,24.94,RISER,\(prefix)M\(number),,,,"
                + "2020-01-01,2026-01-10"
        }
        let path = "\(folder)/\(prefix)households.csv"
        try ([header] + rows).joined(separator: "\n").appending("\n")
            .write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    /// Starts a command that plays at an instant.
    func start(_ arguments: [String], at instant: String = CrashCity.now) throws -> RunningProgram {
        try RunningProgram(
            program, arguments + ["--now", instant],
            environment: ["GASWORKS_DATABASE_URL": cluster.connectionURL(role: .administrator)], folder: folder)
    }
}
