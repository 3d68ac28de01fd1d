import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks outage start`: gas goes off, if each household was told in time.
struct StartOutageCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: OutageHelp.start, discussion: OutageHelp.startMore)

    @OptionGroup var step: OutageStepOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let start = try await context.withDatabase { database in
            try await StartOutage.run(step.outage, command: step.commandID(), in: database)
        }
        try context.answer(
            start, saying: .outageStarted(start.id, affected: start.affected, told: start.told, waived: start.waived))
    }
}
