import Archive
import CrashHarness
import EmbeddedPostgres
import Foundation
import PostgresClient
import PostgresTesting
import ProgramTesting
import Testing

/// The program itself, as people run it, killed at random moments.
@Suite(.serialized) struct CommandCrashTests {
    @Test func `a close that is killed and repeated under its id is stored once`() async throws {
        let scene = try await CommandScene(households: 40)
        let folder = scene.folder
        let ledgerPath = "\(folder)/ledger"
        let ledger = try AcknowledgementLedger(ledgerPath)
        let jobs = try await scene.jobs()
        var random = SeededGenerator(seed: CrashRounds.seed)
        var orders: [WorkOrder.Item] = []
        var longest = Duration.milliseconds(100)
        var killed = 0
        for job in jobs {
            let order = WorkOrder.Item(command: UUID(), job: job, result: "no_access")
            orders.append(order)
            let arguments = [
                "job", "close", job, "--result", "no-access", "--command-id", order.command.uuidString, "--format",
                "json",
            ]
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                if try await scene.runAndKill(arguments, after: random.pause(upTo: longest)).wasKilled { killed += 1 }
                if Int.random(in: 0..<8, using: &random) == 0 { try await scene.crashAndRestart() }
            }
            let clock = ContinuousClock.now
            let outcome = try await scene.run(arguments)
            longest = (ContinuousClock.now - clock) * 1.2
            try #require(outcome.status == 0, "\(outcome.errors)")
            // The program's answer has more than the database keeps: what must follow.
            let answer = #"{"id": "\#(job)", "result": "no_access", "state": "closed"}"#
            try ledger.add(.init(command: order.command, job: job, answer: answer))
        }
        let audit = CrashAudit(of: scene.cluster)
        let acknowledged = try AcknowledgementLedger.entries(of: ledgerPath)
        #expect(try await audit.faults(acknowledged: acknowledged, ordered: orders).isEmpty, "seed \(CrashRounds.seed)")
        #expect(acknowledged.count == jobs.count)
        #expect(killed > 0)
    }

    @Test func `an import that is killed has brought in all or nothing`() async throws {
        let scene = try await CommandScene(households: 1)
        var random = SeededGenerator(seed: CrashRounds.seed)
        let households = 2_000
        var longest = Duration.milliseconds(500)
        var outcomes: Set<Int> = []
        for round in 0..<CrashRounds.count(standard: 12) {
            let file = try scene.householdFile(prefix: "R\(round)-", count: households)
            let arguments = ["household", "import", file]
            _ = try await scene.runAndKill(arguments, after: random.pause(upTo: longest))
            if round.isMultiple(of: 4) { try await scene.crashAndRestart() }
            let count = try await scene.count(
                "household AS h JOIN gasworks.inspection_obligation USING (district_id, account_no) "
                    + "JOIN gasworks.archive_event USING (district_id, account_no) WHERE account_no LIKE 'R\(round)-%'")
            #expect(count == 0 || count == households)
            outcomes.insert(count)
            let clock = ContinuousClock.now
            let again = try await scene.run(arguments)
            longest = (ContinuousClock.now - clock) * 1.2
            #expect(again.status == 0, "\(again.errors)")
            #expect(try await scene.count("household WHERE account_no LIKE 'R\(round)-%'") == households)
        }
        #expect(outcomes.contains(0), "no import was killed before it was done")
        #expect(try await scene.chainFaults().isEmpty)
    }

    @Test func `making a database that is killed again and again ends well`() async throws {
        let home = ClusterHome("/tmp/gw-\(UInt32.random(in: .min ... .max))")
        let watchdog = try Watchdog(guarding: home)
        defer { watchdog.finish() }
        let program = try BuiltProgram("gasworks")
        let environment = ["GASWORKS_HOME": home.path]
        let arguments = ["db", "init", "--rehearsal", "--time-zone", "Europe/Helsinki"]
        var random = SeededGenerator(seed: CrashRounds.seed)
        for _ in 0..<CrashRounds.count(standard: 12) {
            let making = try RunningProgram(program, arguments, environment: environment, folder: "/tmp")
            try await Task.sleep(for: random.pause(upTo: .seconds(3)))
            making.kill()
            _ = try await making.outcome()
            if Int.random(in: 0..<4, using: &random) == 0 { try await EmbeddedCluster(home: home).crash() }
        }
        for command in [arguments, ["db", "verify"]] {
            let outcome = try await RunningProgram(program, command, environment: environment, folder: "/tmp").outcome()
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }
}
