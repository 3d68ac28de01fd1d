import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks job start`: a crew begins.
struct StartJobCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start a job; from now on it stays with its crew, whatever is planned later.")

    @Argument(help: "The job, such as A1-4711.")
    var job: JobID

    @Option(help: ArgumentHelp("When it began; else now.", valueName: "instant"))
    var at: Instant?

    @Option(help: "The command's own id: a repeat answers what was answered and changes nothing.")
    var commandID: CommandID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (answer, zone) = try await context.withDatabase { database in
            (
                try await StartJob.run(job, at: at, command: commandID?.uuid ?? UUID(), in: database),
                database.installation.timeZone
            )
        }
        try context.answer(
            answer, saying: .jobStarted(answer.id, at: zone.minute(of: answer.startedAt).description))
    }
}
