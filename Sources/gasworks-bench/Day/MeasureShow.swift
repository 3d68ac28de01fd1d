import Archive
import ArgumentParser
import EmbeddedPostgres
import Foundation
import GasService
import Operations

/// Measures `gasworks route show` of one crew, as a cold process, against `psql -c` of one equal query.
struct MeasureShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Measure route show of one crew, cold, against psql -c of one equal query.")

    @Option(help: "How many households the district has.")
    var households = 20_000

    @Option(help: "How often each is started.")
    var rounds = 40

    func run() async throws {
        try await BenchCompany.with(households: households) { company in
            let date = CalendarDate("2026-11-25") ?? .earliest
            let database = try await company.open()
            _ = try await PlanDay.run(DayPlanRequest(date: date), in: database)
            _ = try await PublishDay.run(date, in: database)
            database.close()

            let url = company.cluster.connectionURL(role: .dispatcher)
            let ours = ColdProcess.gasworks(
                "route", "show", "--crew", "A1-I1", "--date", "2026-11-25", "--now", BenchCompany.now, "--format",
                "json",
                "--database", url)
            let query = "SELECT * FROM gasworks.day_routes('2026-11-25', 'A1-I1', NULL, false)"
            let theirs = ColdProcess(command: [Self.psql, "-XqAt", "-d", url, "-c", query])
            var times: (ours: [Double], theirs: [Double]) = ([], [])
            for round in 0..<(rounds + 3) {
                let theirTime = try theirs.measure()
                let ourTime = try ours.measure()
                // The first starts bring files into memory.
                guard round >= 3 else { continue }
                times.ours.append(ourTime)
                times.theirs.append(theirTime)
            }
            let (own, other) = (median(times.ours), median(times.theirs))
            Figure(
                work: "`route show` of one crew, cold process, median of \(rounds)",
                baseline: "`psql -c` of one equal query: \(decimals(other * 1000, 1)) ms",
                measured: "\(decimals(own * 1000, 1)) ms", ratio: own / other, allowed: "1.5"
            ).report()
        }
    }

    /// The program itself: Debian's `/usr/bin/psql` is a script that takes longer to start than the program.
    private static var psql: String {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.sorted().reversed().map { "\(root)/\($0)/bin/psql" }
            .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "/usr/bin/psql"
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
