import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks job start`: a crew begins.
struct StartJobCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: JobHelp.start)

    @Argument(help: ArgumentHelp(JobHelp.job))
    var job: JobID

    @Option(help: ArgumentHelp(JobHelp.startedAt, valueName: "instant"))
    var at: Instant?

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (answer, zone) = try await context.withDatabase { database in
            (
                try await StartJob.run(job, at: at, command: repeatable.id(), in: database),
                database.installation.timeZone
            )
        }
        try context.answer(
            answer, saying: .jobStarted(answer.id, at: zone.minute(of: answer.startedAt).description))
    }
}
