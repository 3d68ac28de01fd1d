import ArgumentParser
import Operations
import Presentation

/// `gasworks household import`: takes in a file of households, all or nothing.
struct ImportHouseholdFile: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: HouseholdHelp.importFile, discussion: HouseholdHelp.importMore)

    @OptionGroup var options: ImportOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            try await context.answerImport(of: .households) { progress in
                try await ImportHouseholds(options.fileImport).run(into: database, progress: progress)
            }
        }
    }
}
