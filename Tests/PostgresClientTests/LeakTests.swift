import Foundation
import PostgresTesting
import Synchronization
import Testing

@testable import PostgresClient

/// Counts of the whole process, so nothing else may run meanwhile: `deploy/leak-check` runs this test alone, with
/// `GASWORKS_LEAK_ROUNDS` rounds.
@Suite(.database, .enabled(if: ProcessInfo.processInfo.environment["GASWORKS_LEAK_ROUNDS"] != nil)) struct LeakTests {
    private struct Interrupted: Error {}

    @Test func `a long loop of everything leaves no memory, no descriptor and no object of libpq behind`() async throws
    {
        let rounds = Int(ProcessInfo.processInfo.environment["GASWORKS_LEAK_ROUNDS"] ?? "") ?? 0
        try await loop(rounds / 4)
        let before = try await settled()
        try await loop(rounds)
        let after = try await settled()
        print("leak check, \(rounds) rounds: \(before) -> \(after)")
        #expect(after.handles == 0 && after.results == 0)
        #expect(after.descriptors == before.descriptors)
        #expect(after.threads <= before.threads)
        // Allocators keep some pages; a leak of one small result in each round would be more than this.
        #expect(after.residentKiB - before.residentKiB < max(2048, rounds / 8))
    }

    private func loop(_ rounds: Int) async throws {
        for round in 0..<rounds {
            try await withConnection { connection in
                _ = try await connection.query("SELECT \(round), \("text")", as: (Int.self, String.self))
                _ = try await connection.query("SELECT \(round), \("text")", as: (Int.self, String.self))
                _ = await postgresError { try await connection.query("SELECT \(round) / 0") }
                _ = await postgresError { try await connection.query("SELECT pg_sleep(9)", timeout: .milliseconds(1)) }
                try await connection.execute("CREATE TEMP TABLE t (n int8, name text)")
                try await connection.copyIn(into: "t", columns: [], format: .binary) { writer in
                    for n in 0..<50 { try await writer.write(row: n, "name") }
                }
                do {
                    try await connection.copyIn(into: "t", columns: [], format: .text) { _ in throw Interrupted() }
                } catch is Interrupted {}
                for try await _ in try await connection.copyOut("SELECT * FROM t", format: .csv()) {}
                for try await _ in try await connection.stream("SELECT generate_series(1, 2000)") { break }
                _ = await postgresError { try await connection.pipeline(["SELECT 1", "SELECT 1 / 0", "SELECT 2"]) }
                _ = try await connection.listen(to: "leak")
                try await connection.notify("leak", payload: "x")
                _ = await postgresError {
                    try await connection.transaction { try await $0.execute("SELECT 1 / 0") }
                }
            }
            var nowhere = try configuration()
            nowhere.database = "nowhere"
            _ = await postgresError { try await PostgresConnection.connect(nowhere) }
        }
    }

    private struct Footprint {
        var handles: Int
        var results: Int
        var descriptors: Int
        var threads: Int
        var residentKiB: Int
    }

    /// The process's footprint, once the threads of closed connections have ended.
    private func settled() async throws -> Footprint {
        _ = try await eventually {
            LiveObjects.handles.load(ordering: .relaxed) == 0 && LiveObjects.results.load(ordering: .relaxed) == 0
        }
        try await Task.sleep(for: .milliseconds(300))
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        func value(_ name: String) -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
            return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? -1
        }
        return Footprint(
            handles: LiveObjects.handles.load(ordering: .relaxed),
            results: LiveObjects.results.load(ordering: .relaxed),
            descriptors: try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count,
            threads: value("Threads:"), residentKiB: value("VmRSS:"))
    }
}
