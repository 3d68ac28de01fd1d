import ArgumentParser
import Foundation

/// Measures one command of the loop: the time it takes and the most memory its process holds.
struct TimeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "Run a command and tell its seconds and its peak memory, as a row of a table.")

    @Option(help: "What the row is called.")
    var name: String

    @Argument(parsing: .postTerminator, help: "The program and its arguments.")
    var command: [String]

    func run() throws {
        guard let program = command.first else { throw ValidationError("There is no command to run.") }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = Array(command.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        let began = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        let took = ContinuousClock.now - began
        guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
        // There was one child only, so the largest of all children is that one.
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        print("| \(name) | \(decimals(seconds(of: took))) s | \(usage.ru_maxrss / 1024) MiB |")
    }
}
