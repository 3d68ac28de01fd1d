import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks outage close`: each household is lit, or sealed and to be visited again.
struct CloseOutage: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: OutageHelp.close)

    @OptionGroup var step: OutageStepOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let command = step.commandID()
            try await database.write("outage close") {
                try await OutageRestoration(of: step.outage, on: $0).close(as: command)
            }
        }
        try context.answer(["id": step.outage.text, "state": "closed"], saying: .outageClosed(step.outage))
    }
}
