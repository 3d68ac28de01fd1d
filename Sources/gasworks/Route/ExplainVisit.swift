import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks route explain`: why a visit is where it is, or why nobody makes it.
struct ExplainVisit: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: RouteHelp.explain)

    @Argument(help: ArgumentHelp(RouteHelp.explainSubject, valueName: "job|account"))
    var subject: String

    @Option(help: ArgumentHelp(RouteHelp.explainDate, valueName: "date"))
    var date: CalendarDate?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard date == nil ? JobID(subject) != nil : AccountNumber(subject) != nil else {
            throw ValidationError(RouteHelp.explainUsage)
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
