import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks job close`: a crew is done.
struct CloseJobCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: JobHelp.close, discussion: JobHelp.closeMore)

    @Argument(help: ArgumentHelp(JobHelp.job))
    var job: JobID

    @Option(help: ArgumentHelp(JobHelp.result))
    var result: JobOutcome

    @Option(name: .customLong("item"), help: ArgumentHelp(JobHelp.item, valueName: "code[=reading]"))
    var items: [ChecklistAnswer] = []

    @Option(help: ArgumentHelp(JobHelp.note))
    var note: String?

    @Option(help: ArgumentHelp(JobHelp.closedAt, valueName: "instant"))
    var at: Instant?

    @Option(help: ArgumentHelp(JobHelp.revisit, valueName: "date"))
    var revisit: CalendarDate?

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let report = JobReport(
            of: job, outcome: result, items: items, note: note, at: at, revisit: revisit, command: repeatable.id())
        let (closed, zone) = try await context.withDatabase { database in
            (try await report.close(in: database), database.installation.timeZone)
        }
        switch closed {
        case .outageJob(let closing): try context.answer(closing, saying: .outageJobClosed(job, closing.result))
        case .fault(let closing):
            try context.answer(closing, saying: .faultStep(closing.fault, state: closing.state))
        case .visit(let outcome):
            let answer = ClosedVisitAnswer(outcome, in: zone)
            try context.answer(answer, saying: answer.sentence)
            guard context.format == .table else { return }
            for line in answer.steps(in: zone) { try context.say(line) }
        }
    }
}
