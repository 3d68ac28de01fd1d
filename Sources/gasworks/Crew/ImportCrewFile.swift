import ArgumentParser
import Operations
import Presentation

/// `gasworks crew import`: takes in a file of crews, all or nothing.
struct ImportCrewFile: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: CrewHelp.importFile, discussion: CrewHelp.importMore)

    @OptionGroup var options: ImportOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            try await context.answerImport(of: .crews) { progress in
                try await ImportCrews(options.fileImport).run(into: database, progress: progress)
            }
        }
    }
}
