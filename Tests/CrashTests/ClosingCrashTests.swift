import Archive
import CrashHarness
import EmbeddedPostgres
import Foundation
import PostgresClient
import PostgresTesting
import Testing

/// Crews close jobs while servers, sessions, connections and the crews' own programs die.
@Suite(.serialized) struct ClosingCrashTests {
    @Test func `a close that was acknowledged is stored, once, whatever breaks at whichever point`() async throws {
        let rig = try await rig(jobs: 3_000, clients: 2, rest: 8)
        var faults = Fault.all
        var random = SeededGenerator(seed: CrashRounds.seed)
        faults.shuffle(using: &random)
        for fault in faults {
            let before = rig.proxy.fired
            rig.proxy.arm(fault)
            while rig.proxy.fired == before {
                try #require(try await rig.keepClientsWorking(), "the work ended before \(fault) could strike")
                try await Task.sleep(for: .milliseconds(2))
            }
            try await rig.cluster.embedded.start()
        }
        try await expectAllKept(by: rig)
    }

    @Test func `a close that was acknowledged is stored, once, after kills at random moments`() async throws {
        let rounds = CrashRounds.count(standard: 60)
        let rig = try await rig(jobs: rounds * 30, clients: 3, rest: 8)
        var random = SeededGenerator(seed: CrashRounds.seed)
        var struck = 0
        for _ in 0..<rounds {
            guard try await rig.keepClientsWorking() else { break }
            struck += 1
            try await Task.sleep(for: random.pause(upTo: .milliseconds(150)))
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5: rig.killClient(Int.random(in: 0..<3, using: &random))
            case 5: rig.proxy.arm(Fault.all.randomElement(using: &random))
            default: try await killServer(of: rig, random: &random)
            }
            try await rig.cluster.embedded.start()
        }
        #expect(struck == rounds, "the work ended after \(struck) rounds")
        try await expectAllKept(by: rig)
    }

    /// Kills the server, and now and then kills it again while it recovers.
    private func killServer(of rig: CrashRig, random: inout SeededGenerator) async throws {
        rig.killServer()
        while Int.random(in: 0..<3, using: &random) == 0 {
            let starting = Task { try await rig.cluster.embedded.start() }
            try await Task.sleep(for: random.pause(upTo: .milliseconds(400)))
            rig.killServer()
            // Whether that start succeeded before it was struck, or was told that the server did not come up, is all the same.
            _ = await starting.result
        }
    }

    private func rig(jobs: Int, clients: Int, rest: Int) async throws -> CrashRig {
        try await CrashRig(jobs: jobs, clients: clients, rest: rest, seed: CrashRounds.seed) { url in
            let connection = try await PostgresConnection.connect(PostgresConfiguration(url: url))
            try await Migrator().migrate(connection)
            await connection.close()
        }
    }

    private func expectAllKept(by rig: CrashRig) async throws {
        try await rig.revive()
        let audit = CrashAudit(of: rig.cluster)
        let amidst = try await audit.faults(acknowledged: rig.acknowledged(), ordered: rig.ordered)
        #expect(amidst.isEmpty, "seed \(CrashRounds.seed)")
        try await rig.finish()
        let acknowledged = try rig.acknowledged()
        #expect(try await audit.faults(acknowledged: acknowledged, ordered: rig.ordered).isEmpty)
        #expect(acknowledged.count == rig.ordered.count)
        #expect(Set(acknowledged.map(\.command)).count == acknowledged.count)
        #expect(try await audit.stored() == rig.ordered.count)
    }
}
