import Foundation
import ProgramTesting
import Testing

/// The built `gasworks`, run as a user runs it: arguments and environment in, output and status out.
struct CommandLineProgram {
    /// What a run left behind.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String

        /// Standard output as JSON.
        func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }

        /// The object under `error` of the one line on standard error.
        func errorObject() throws -> [String: Any] {
            let root = try JSONSerialization.jsonObject(with: Data(errors.utf8)) as? [String: Any]
            return try #require(root?["error"] as? [String: Any])
        }
    }

    /// A run took longer than it may.
    struct TimedOut: Error { let arguments: [String] }

    private let environment: [String: String]
    private let name: String

    /// A program of the package in an environment of its own: no locale, no database, and a home that does not exist.
    init(_ environment: [String: String] = [:], named name: String = "gasworks") {
        self.name = name
        let inherited = ProcessInfo.processInfo.environment.filter {
            ["PATH", "LD_LIBRARY_PATH", "TMPDIR"].contains($0.key)
        }
        let home = FileManager.default.temporaryDirectory.appending(path: "gasworks-absent-\(UUID().uuidString)").path
        self.environment = inherited.merging(["GASWORKS_HOME": home, "LANG": "C"]) { $1 }.merging(environment) { $1 }
    }

    /// Runs the program and waits for its end.
    func run(_ arguments: String...) async throws -> Outcome { try await run(arguments: arguments) }

    /// Runs the program into a reader that takes one line and closes its end, as `| head -n 1` does; the status is the
    /// program's.
    func runIntoHead(_ arguments: String...) async throws -> Outcome {
        let pipeline = #""$0" "$@" | head -n 1; exit "${PIPESTATUS[0]}""#
        return try await run(
            URL(fileURLWithPath: "/bin/bash"), arguments: ["-c", pipeline, try BuiltProgram(name).path] + arguments)
    }

    /// Runs the program with an input and a limit of time, and waits for its end.
    func run(arguments: [String], input: String = "", limit: Duration = .seconds(60)) async throws -> Outcome {
        try await run(
            URL(fileURLWithPath: try BuiltProgram(name).path), arguments: arguments, input: input, limit: limit)
    }

    private func run(
        _ executable: URL, arguments: [String], input: String = "", limit: Duration = .seconds(60)
    ) async throws -> Outcome {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = errors
        let ended = AsyncStream<Int32> { continuation in
            process.terminationHandler = { process in
                continuation.yield(process.terminationStatus)
                continuation.finish()
            }
        }
        try process.run()
        // Both pipes are read at once: a program that fills one while the other is waited for would hang.
        async let outputText = Self.text(of: output)
        async let errorText = Self.text(of: errors)
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let watchdog = Task {
            try await Task.sleep(for: limit)
            process.terminate()
        }
        var status: Int32 = -1
        for await value in ended { status = value }
        let wasInTime = !watchdog.isCancelled && process.terminationReason == .exit
        watchdog.cancel()
        let outcome = await Outcome(status: status, output: outputText, errors: errorText)
        guard wasInTime else { throw TimedOut(arguments: arguments) }
        return outcome
    }

    private static func text(of pipe: Pipe) async -> String {
        let handle = pipe.fileHandleForReading
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let data = (try? handle.readToEnd()) ?? Data()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
        }
    }
}
