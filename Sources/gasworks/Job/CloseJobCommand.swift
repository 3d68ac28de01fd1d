import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks job close`: a crew is done.
struct CloseJobCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a job with its result, and learn what must follow.",
        discussion: """
            With --result hazard, each --item names a failed item of the checklist (gasworks job close ID --result hazard \
            --item leak="30 ppm"); with --result passed, an item with a reading records it (--item meter_reading=1204.5).
            """)

    @Argument(help: "The job, such as A1-4711.")
    var job: JobID

    @Option(help: "What came of it.")
    var result: VisitResult

    @Option(name: .customLong("item"), help: ArgumentHelp("An item of the checklist.", valueName: "code[=reading]"))
    var items: [ChecklistAnswer] = []

    @Option(help: "What else is to be said; kept out of the archive's chain.")
    var note: String?

    @Option(help: ArgumentHelp("When it was done; else now.", valueName: "instant"))
    var at: Instant?

    @Option(help: "The command's own id: a repeat answers what was answered and changes nothing.")
    var commandID: CommandID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let closing = CloseJob(
            job: job, result: result, items: items, note: note, at: at, command: commandID?.uuid ?? UUID())
        let (outcome, zone) = try await context.withDatabase { database in
            (try await closing.run(in: database), database.installation.timeZone)
        }
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
