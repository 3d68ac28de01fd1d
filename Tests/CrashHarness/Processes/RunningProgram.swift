import EmbeddedPostgres
import Foundation
package import ProgramTesting
import Synchronization

/// A process that may be killed at any moment, and how it ended.
package final class RunningProgram: Sendable {
    /// How a program ended: its exit status, 128 + signal when it was killed, and what it wrote.
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String

        /// Whether it was killed by `kill -9`.
        package var wasKilled: Bool { status == 128 + SIGKILL }
    }

    private let process: pid_t
    private let files: [String]
    private let ended = Mutex<Int32?>(nil)

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: which.
    ///   - arguments: its arguments.
    ///   - environment: its whole environment, on top of a PATH and a locale.
    ///   - folder: where its output is kept while it runs.
    /// - Throws: `EmbeddedPostgresError.toolFailed` when it could not be started.
    package init(
        _ program: BuiltProgram, _ arguments: [String], environment: [String: String] = [:], folder: String
    ) throws {
        let name = "\(folder)/run-\(UInt64.random(in: .min ... .max))"
        files = [name + ".out", name + ".err"]
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let outputs = files.map { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
        defer { for descriptor in [input] + outputs { close(descriptor) } }
        var environment = environment
        environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
        process = try ChildProcess.spawn(
            [program.path] + arguments, environment: environment, descriptors: [input] + outputs)
    }

    deinit { for file in files { unlink(file) } }

    /// Kills it, unless it has ended.
    package func kill() { send(SIGKILL) }

    /// Asks it to end, as a service manager does.
    package func terminate() { send(SIGTERM) }

    /// What it has written to standard output until now.
    package var outputSoFar: String { Self.text(of: files[0]) }

    private func send(_ signal: Int32) {
        // Under the lock, and only before it was waited for: its number cannot have gone to another process yet.
        ended.withLock { if $0 == nil { _ = Glibc.kill(process, signal) } }
    }

    private static func text(of file: String) -> String {
        String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }

    /// The exit status if it has ended.
    package var status: Int32? {
        ended.withLock { ended in
            if let ended { return ended }
            var status: Int32 = 0
            guard waitpid(process, &status, WNOHANG) == process else { return nil }
            let signal = status & 0x7f
            ended = signal == 0 ? (status >> 8) & 0xff : 128 + signal
            return ended
        }
    }

    /// Waits for its end, and kills it when that takes longer than `limit`.
    package func outcome(within limit: Duration = .seconds(120)) async throws -> Outcome {
        let deadline = ContinuousClock.now + limit
        while true {
            if let status {
                return Outcome(
                    status: status, output: Self.text(of: files[0]), errors: Self.text(of: files[1]))
            }
            if ContinuousClock.now > deadline { kill() }
            try await Task.sleep(for: .milliseconds(3))
        }
    }
}
