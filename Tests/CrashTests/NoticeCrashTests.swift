import CrashHarness
import EmbeddedPostgres
import Foundation
import LoopbackGateway
import PostgresTesting
import Testing

/// The worker itself against a gateway that fails in every way, killed at random moments, several at once.
@Suite(.serialized) struct NoticeCrashTests {
    @Test
    func `each household is told exactly once and none is missed, whatever is killed and whatever the gateway does`()
        async throws
    {
        let households = 80
        let scene = try await NoticeScene(households: households)
        let gateway = try FaultyGateway(seed: CrashRounds.seed)
        try scene.write("gateways.json", gateway.configuration)
        var random = SeededGenerator(seed: CrashRounds.seed)
        var killed = 0
        for round in 0..<CrashRounds.count(standard: 10) {
            // Each round plays two hours later: leases of the dead have ended, and every back-off is over.
            let workers = try (0..<2).map { _ in try scene.worker(round: round) }
            for worker in workers {
                try await Task.sleep(for: random.pause(upTo: .milliseconds(900)))
                worker.kill()
            }
            for worker in workers where try await worker.outcome().wasKilled { killed += 1 }
            if round.isMultiple(of: 4) { try await scene.city.crashAndRestart() }
        }
        var round = CrashRounds.count(standard: 10)
        let last = round + 190
        while try await scene.city.count("notice WHERE channel = 'sms' AND state IN ('queued', 'leased')") > 0,
            round < last
        {
            let outcome = try await scene.worker(round: round).outcome()
            try #require([0, 69].contains(outcome.status), "\(outcome.errors)")
            round += 1
        }
        let told = gateway.told
        #expect(told.count == households, "seed \(CrashRounds.seed)")
        #expect(told.values.allSatisfy { $0 == 1 }, "seed \(CrashRounds.seed)")
        #expect(
            try await scene.city.count("notice WHERE channel = 'sms' AND state = 'sent' AND gateway_id IS NOT NULL")
                == households)
        #expect(try await scene.city.chainFaults().isEmpty)
        #expect(killed > 0)
        #expect(gateway.conducts["dropped after taking", default: 0] > 0)
        try await receiptsAndProof(of: scene, households: households, after: round)
    }

    /// What follows in the same scene: receipts, some of them twice, and a proof that an outsider checks by a shell.
    private func receiptsAndProof(of scene: NoticeScene, households: Int, after round: Int) async throws {
        let ids = try await scene.city.cluster.sql(
            "SELECT gateway_id FROM gasworks.notice WHERE channel = 'sms' ORDER BY notice_no"
        )
        .split(separator: "\n")
        let rows = (ids + ids.prefix(20)).map { ",\($0),delivered,\(NoticeScene.instant(round: round))" }
        let file = try scene.write(
            "receipts.csv", (["notice_id,gateway_id,outcome,occurred_at"] + rows).joined(separator: "\n") + "\n")
        let after = NoticeScene.instant(round: round + 1)
        let first = try await scene.run(["notice", "receipt", "import", file, "--format", "json"], at: after)
        #expect(first.output.contains("\"confirmed\":\(households)"), "\(first.errors)")
        let second = try await scene.run(["notice", "receipt", "import", file, "--format", "json"], at: after)
        #expect(second.output.contains("\"new\":0"), "\(second.errors)")

        let proof = "\(scene.city.folder)/proof"
        let made = try await scene.run(["outage", "proof", "O-1", "--output", proof, "--format", "json"], at: after)
        #expect(made.output.contains("\"reached\":\(households),\"told\":0"), "\(made.output) \(made.errors)")
        func check() throws -> Int32 {
            try ChildProcess.run(["sh", "-c", "cd \(proof) && sha256sum --check --quiet events.sha256"]).exitStatus
        }
        #expect(try check() == 0)
        let table = try String(contentsOfFile: "\(proof)/households.csv", encoding: .utf8)
        let sums = try String(contentsOfFile: "\(proof)/events.sha256", encoding: .utf8)
        let hash = try #require(table.split(separator: "\r\n").last?.split(separator: ",").dropLast().last)
        #expect(sums.contains(hash))
        let event = try #require(
            FileManager.default.enumerator(atPath: "\(proof)/events/A1")?.compactMap { $0 as? String }
                .first { $0.hasPrefix("H7-") })
        try Data("told by nobody".utf8).write(to: URL(fileURLWithPath: "\(proof)/events/A1/\(event)"))
        #expect(try check() != 0)
    }
}

/// A crash city with an emergency outage whose notices wait to be sent.
final class NoticeScene: Sendable {
    let city: CommandScene

    init(households: Int) async throws {
        city = try await CommandScene(households: households)
        try await city.cluster.sql(
            """
            UPDATE gasworks.household SET phone = '+358 40 ' || account_no;
            SET search_path = gasworks; SET gasworks.now = '\(CrashCity.now)'; SET gasworks.operator = 'test';
            SELECT declare_outage(gen_random_uuid(), '[{"kind": "node", "district": "-", "code": "RISER"}]',
                '2026-11-25T06:30:00Z', '2026-11-25T12:00:00Z', 'broken main', true);
            """)
        // Kills use up tries; the rule that gives a channel up is not what is under test.
        _ = try await city.run(["db", "setting", "set", "notices.max_attempts", "50"])
    }

    /// Writes a file that only its owner can read.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let path = "\(city.folder)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return path
    }

    /// When a round plays: so many times two hours after the outage was declared.
    static func instant(round: Int) -> String {
        // 25 November 2026, 08:00 UTC.
        Date(timeIntervalSince1970: 1_795_593_600 + 7200 * Double(round)).formatted(.iso8601)
    }

    /// Starts a worker that plays a round.
    func worker(round: Int) throws -> RunningProgram {
        try city.start(
            [
                "notice", "deliver", "--gateways", "\(city.folder)/gateways.json", "--phone", "112", "--at-once", "4",
                "--lease-seconds", "5",
            ], at: Self.instant(round: round))
    }

    /// Runs a command at an instant to its end.
    func run(_ arguments: [String], at instant: String) async throws -> RunningProgram.Outcome {
        try await city.start(arguments, at: instant).outcome()
    }
}
