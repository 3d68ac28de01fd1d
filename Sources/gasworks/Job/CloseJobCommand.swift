import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import PostgresClient
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

    @Option(help: ArgumentHelp(JobHelp.commandID))
    var commandID: CommandID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let command = commandID?.uuid ?? UUID()
        try await context.withDatabase { database in
            let kind = try await database.read { try await JobSheet.read(job, by: $0).kind }
            switch kind {
            case "notice", "restoration":
                let closed = try await database.write("job close") { connection in
                    try await OutageJobClosing.close(
                        job, result: try result.ofOutageJob(kind), at: try await instant(on: connection),
                        revisit: revisit, as: command, by: connection)
                }
                try context.answer(closed, saying: .outageJobClosed(job, closed.result))
            default:
                let closing = CloseJob(
                    job: job, result: try result.ofVisit(), items: items, note: note, at: at, command: command)
                try answer(try await closing.run(in: database), in: database.installation.timeZone, by: context)
            }
        }
    }

    private nonisolated(nonsending) func instant(on connection: PostgresConnection) async throws -> Instant {
        if let at { return at }
        return try await connection.queryOne("SELECT present()", as: (Instant.self))
    }

    private func answer(_ outcome: CloseJob.Outcome, in zone: UtilityTimeZone, by context: CommandContext) throws {
        let followUps = FollowUp.all(
            after: outcome.answer.result, gravest: outcome.gravest, at: outcome.occurredAt, zone: zone)
        let sentence = Phrase.jobClosed(
            outcome.answer.id, outcome.answer.result, next: outcome.answer.nextDeadline,
            attempt: outcome.answer.attemptNo)
        try context.answer(Answer(outcome, followUps), saying: sentence)
        if context.format == .table {
            for step in followUps {
                let line = "- " + Phrase.followUp(step, in: zone).text(in: context.language)
                try StandardStream.output.write(TerminalText.safe(line) + "\n")
            }
        }
    }

    private struct Answer: Encodable {
        let id: JobID
        let accountNo: AccountNumber?
        let state: String
        let result: VisitResult
        let completed: Bool?
        let attemptNo: Int?
        let nextDeadline: CalendarDate?
        let gravestGrade: String?
        let mustFollow: [Step]

        init(_ outcome: CloseJob.Outcome, _ steps: [FollowUp]) {
            id = outcome.answer.id
            accountNo = outcome.answer.accountNo
            state = outcome.answer.state
            result = outcome.answer.result
            completed = outcome.answer.completed
            attemptNo = outcome.answer.attemptNo
            nextDeadline = outcome.answer.nextDeadline
            gravestGrade = outcome.gravest?.code.description
            mustFollow = steps.map { Step($0) }
        }
    }

    private struct Step: Encodable {
        let code: String
        let by: String?

        init(_ step: FollowUp) {
            code = step.code
            switch step {
            case .tellDispatch(let instant), .handOverNotice(let instant): by = instant.description
            case .rectify(let day), .betterRectify(let day): by = day.description
            default: by = nil
            }
        }
    }
}
