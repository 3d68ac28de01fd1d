import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks route explain`: why a visit is where it is, or why nobody makes it.
struct ExplainVisit: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain why a job is in its crew's route, or why a household is in none.")

    @Argument(help: ArgumentHelp("The job, or with --date the household.", valueName: "job|account"))
    var subject: String

    @Option(help: ArgumentHelp("The day on which a household might be visited.", valueName: "date"))
    var date: CalendarDate?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard date == nil ? JobID(subject) != nil : AccountNumber(subject) != nil else {
            throw ValidationError("Give a job such as A1-4711, or an account with --date.")
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let explanation: VisitExplanation
            if let date, let account = AccountNumber(subject) {
                explanation = try await ExplainDay.household(account, on: date, in: database)
            } else if let job = JobID(subject) {
                explanation = try await ExplainDay.job(job, in: database)
            } else {
                throw GasworksError.unknownJob(subject)
            }
            let answer = ExplanationAnswer(explanation)
            try context.answer(answer, as: answer.sheet(in: database.installation.timeZone))
        }
    }
}
