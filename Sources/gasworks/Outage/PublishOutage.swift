import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks outage publish`: a public announcement was made, in addition to what each household is told.
struct PublishOutage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: OutageHelp.publish, discussion: OutageHelp.publishMore)

    @OptionGroup var step: OutageStepOptions

    @Option(help: ArgumentHelp(OutageHelp.medium))
    var medium: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard medium.wholeMatch(of: #/[a-z][a-z0-9_]{0,63}/#) != nil else {
            throw ValidationError(OutageHelp.mediumIsCode)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let command = step.commandID()
            try await database.write("outage publish") { connection in
                try await OutageCourse(on: connection).publish(
                    step.outage, medium: medium, at: try await connection.present(), as: command)
            }
        }
        try context.answer(["id": step.outage.text, "medium": medium], saying: .outagePublished(step.outage))
    }
}
