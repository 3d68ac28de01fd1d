import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks outage start`: gas goes off, if each household was told in time.
struct StartOutageCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: OutageHelp.start, discussion: OutageHelp.startMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(JobHelp.commandID))
    var commandID: CommandID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let start = try await context.withDatabase { database in
            try await StartOutage.run(outage, command: commandID?.uuid ?? UUID(), in: database)
        }
        try context.answer(
            start, saying: .outageStarted(start.id, affected: start.affected, told: start.told, waived: start.waived))
    }
}
