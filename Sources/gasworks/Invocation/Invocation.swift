import ArgumentParser
import Foundation
import Presentation

/// One run of the program: parse, run, and end with the status that tells what came of it.
struct Invocation {
    private let arguments: [String]
    private let environment = ProcessInfo.processInfo.environment

    init(arguments: [String]) {
        self.arguments = ArgumentOrder.withoutLanguage(ArgumentOrder.normalized(arguments))
    }

    /// Runs the command; does not return.
    func run() async -> Never {
        // A reader that closes early, as `head` does, is told by the failing write and not by a signal.
        signal(SIGPIPE, SIG_IGN)
        ProgramLog.start(environment: environment)
        do {
            let command = try Gasworks.parseAsRoot(arguments)
            if let command = command as? any GasworksCommand {
                try await command.run(in: CommandContext(command.global, environment: environment))
            } else {
                var other = command
                try other.run()
            }
            Foundation.exit(0)
        } catch is StandardStream.Closed {
            // Whoever read has enough: that is an end, not a failure.
            Foundation.exit(0)
        } catch {
            Foundation.exit(end(with: error))
        }
    }

    private func end(with error: any Error) -> Int32 {
        let format = ArgumentOrder.value(of: "--format", in: arguments).flatMap(OutputFormat.init(rawValue:))
        if Gasworks.exitCode(for: error) == .success {
            // Help and version are answers.
            try? StandardStream.output.write(answer(to: error))
            return 0
        }
        let failure = Failure(error)
        try? StandardStream.error.write(
            format == .json ? failure.json(in: .ofThisRun) : failure.text(in: .ofThisRun, listsAllRows: format == .csv))
        return failure.exitStatus
    }

    /// What the parser answers by itself: help, which is laid out here, in the reader's language; else the version, or a
    /// script for a shell.
    private func answer(to request: any Error) -> String {
        let message = Gasworks.fullMessage(for: request)
        guard message.hasPrefix("OVERVIEW: "), let program = try? CommandDescription.program() else {
            return message + "\n"
        }
        return HelpPage(program.command(named: arguments), in: .ofThisRun)
            .text(in: .ofThisRun, width: StandardStream.output.width ?? 80)
    }
}
