import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

/// A cluster's life, from nothing to the death of every process.
///
/// The tests take turns so that the machine has few clusters to carry at a time.
@Suite(.serialized) struct ClusterLifeTests {
    @Test func `a cluster is made, started, found running, stopped and started again`() async throws {
        let scratch = try ScratchCluster(durable: true)
        defer { scratch.remove() }
        let cluster = scratch.cluster
        #expect(cluster.status() == .notInitialized)
        await #expect(throws: EmbeddedPostgresError.notInitialized(home: cluster.home.path)) {
            try await cluster.start()
        }

        #expect(try await cluster.initialize())
        #expect(try await !cluster.initialize())
        #expect(cluster.status() == .stopped)

        #expect(try await cluster.start())
        #expect(try await !cluster.start())
        #expect(cluster.isRunning)
        #expect(try await cluster.ensureStarted() == .wasRunning)

        #expect(try await cluster.stop())
        #expect(try await !cluster.stop())
        #expect(cluster.status() == .stopped)
        #expect(try await cluster.ensureStarted() == .started)
        #expect(try await cluster.answer("SHOW data_checksums") == "on")
        #expect(try await cluster.answer("SHOW listen_addresses") == "")
        #expect(try await cluster.answer("SHOW fsync") == "on")
        #expect(try await cluster.answer("SHOW server_encoding") == "UTF8")
    }

    @Test func `twenty commands at once make and start it exactly once`() async throws {
        let scratch = try ScratchCluster()
        defer { scratch.remove() }
        let outcomes = try await withThrowingTaskGroup(of: StartOutcome.self) { group in
            for _ in 0..<20 {
                // Each as its own command: nothing is shared but the files.
                group.addTask { try await scratch.secondLook().ensureStarted() }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == .initializedAndStarted }.count == 1)
        #expect(outcomes.filter { $0 == .wasRunning }.count == 19)
    }

    @Test func `what was committed is there after every process was killed`() async throws {
        let scratch = try ScratchCluster(durable: true)
        defer { scratch.remove() }
        let cluster = scratch.cluster
        try await cluster.ensureStarted()
        try await cluster.answer("CREATE TABLE fact (number int PRIMARY KEY)")
        for number in 1...5 {
            try await cluster.answer("INSERT INTO fact VALUES (\(number))")
            try await cluster.crash()
            #expect(cluster.status() == .stopped)
            #expect(try await cluster.ensureStarted() == .started)
            #expect(try await cluster.answer("SELECT count(*), max(number) FROM fact") == "\(number)|\(number)")
        }
    }

    @Test func `sessions that outlive the main process do not keep it from starting`() async throws {
        let scratch = try ScratchCluster()
        defer { scratch.remove() }
        let cluster = scratch.cluster
        try await cluster.ensureStarted()
        // A session that computes for a minute, and so does not notice that the main process is gone.
        let busy = Task { try? await cluster.answer("SELECT count(*) FROM generate_series(1, 1000000000)") }
        while try await cluster.answer("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%generate_series%'")
            != "2"
        {}
        guard case .running(let process, _) = cluster.status() else {
            Issue.record("the server is not running")
            return
        }
        kill(process, SIGKILL)
        while cluster.isRunning {}
        #expect(try await cluster.ensureStarted() == .started)
        #expect(try await cluster.answer("SELECT 1") == "1")
        _ = await busy.value
    }
}
