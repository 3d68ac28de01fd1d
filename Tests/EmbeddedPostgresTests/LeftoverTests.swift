import EmbeddedPostgres
import Foundation
import PostgresTesting
import Testing

/// What a killed command, a killed server or a restarted machine leaves behind.
@Suite(.serialized) struct LeftoverTests {
    @Test func `a half-made cluster is thrown away and made anew`() async throws {
        let scratch = try ScratchCluster()
        defer { scratch.remove() }
        async let killed = scratch.killFirst(commandLineContaining: "/initdb")
        await #expect(throws: EmbeddedPostgresError.self) { try await scratch.cluster.initialize() }
        #expect(await killed)
        #expect(scratch.cluster.status() == .notInitialized)

        let draft = scratch.home.path + "/postgres/initializing-1"
        try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
        try Data("15\n".utf8).write(to: URL(fileURLWithPath: draft + "/PG_VERSION"))
        chown(draft, scratch.cluster.account.userID, scratch.cluster.account.groupID)

        #expect(try await scratch.cluster.ensureStarted() == .initializedAndStarted)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.home.path + "/postgres")
        #expect(left.filter { $0.hasPrefix("initializing") }.isEmpty)
    }

    @Test func `a process that inherited the dead server's number is not taken for it`() async throws {
        let scratch = try ScratchCluster()
        defer { scratch.remove() }
        let cluster = scratch.cluster
        try await cluster.ensureStarted()
        let file = scratch.home.path + "/postgres/data/postmaster.pid"
        let written = try String(contentsOfFile: file, encoding: .utf8)
        try await cluster.crash()

        // As after a restart of the machine: the number in the file is that of a living stranger, here of a `sleep` that runs
        // under the same account, which PostgreSQL itself would take for its predecessor.
        let stranger = try ChildProcess.spawn(scratch.asAccount(["sleep", "300"]), descriptors: [0, 1, 2])
        defer {
            kill(stranger, SIGKILL)
            ChildProcess.wait(for: stranger)
        }
        let rest = written.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        try ("\(stranger)\n" + rest.joined(separator: "\n")).write(toFile: file, atomically: false, encoding: .utf8)

        #expect(cluster.status() == .stopped)
        #expect(try await cluster.ensureStarted() == .started)
        #expect(try await cluster.answer("SELECT 1") == "1")
    }

    @Test func `the server holds neither the pipes nor the files of the command that started it`() async throws {
        let scratch = try ScratchCluster()
        defer { scratch.remove() }
        // Without O_CLOEXEC, as a shell's `exec 9>lock` leaves it.
        let inherited = open(scratch.marker, O_RDWR | O_CREAT, 0o600)
        defer { close(inherited) }
        try await scratch.cluster.ensureStarted()
        guard case .running(let process, _) = scratch.cluster.status() else {
            Issue.record("the server is not running")
            return
        }
        let held = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\($0)")
        }
        #expect(!held.isEmpty)
        #expect(!held.contains(scratch.marker))
        #expect(!held.contains { $0.hasSuffix("cluster.lock") })
        #expect(getsid(process) != getsid(0))
    }
}
