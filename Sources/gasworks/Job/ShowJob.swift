import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks job show`: a job with all that is known to whoever works on it.
struct ShowJob: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: JobHelp.show)

    @Argument(help: ArgumentHelp(JobHelp.job))
    var job: JobID

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (sheet, zone) = try await context.withDatabase { database in
            (
                try await database.read { try await JobSheet.read(job, by: $0) },
                database.installation.timeZone
            )
        }
        let answer = JobAnswer(sheet)
        try context.answer(answer, as: answer.sheet(in: zone))
    }
}
