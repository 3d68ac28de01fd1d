import ArgumentParser
import Operations
import Presentation

/// `gasworks supply import`: takes in a file of supply nodes, all or nothing.
struct ImportSupplyFile: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: SupplyHelp.importFile, discussion: SupplyHelp.importMore)

    @OptionGroup var options: ImportOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            try await context.answerImport(of: .supplyNodes) { progress in
                try await ImportSupplyNodes(options.fileImport).run(into: database, progress: progress)
            }
        }
    }
}
