import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks outage cancel`: gas stays on.
struct CancelOutage: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: OutageHelp.cancel)

    @OptionGroup var step: OutageStepOptions

    @Option(help: ArgumentHelp(OutageHelp.whyCancelled))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let answer = try await context.withDatabase { database in
            let command = step.commandID()
            return try await database.write("outage cancel") {
                try await OutageCourse(on: $0).cancel(step.outage, reason: reason, as: command)
            }
        }
        try context.answer(answer, saying: .outageCancelled(step.outage, told: answer.queued))
    }
}
