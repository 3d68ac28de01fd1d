import ArgumentParser
import Foundation

/// A command that is started anew for each measurement.
struct ColdProcess {
    /// The program and its arguments.
    let command: [String]

    /// The program `gasworks`, which is built beside this one.
    static func gasworks(_ arguments: String...) -> ColdProcess {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return ColdProcess(command: [folder.appendingPathComponent("gasworks").path] + arguments)
    }

    /// Seconds from its start to its end.
    ///
    /// - Throws: `ExitCode` when it failed.
    func measure() throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        let started = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        let took = seconds(of: .now - started)
        guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
        return took
    }
}
