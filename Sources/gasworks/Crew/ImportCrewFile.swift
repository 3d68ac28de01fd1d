import ArgumentParser
import Operations
import Presentation

/// `gasworks crew import`: takes in a file of crews, all or nothing.
struct ImportCrewFile: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a file of crews, all or nothing.",
        discussion: """
            A crew without a district serves all of them; one with a district needs that district's households to have \
            been imported. Certificates that are on file keep their expiry.
            """)

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
