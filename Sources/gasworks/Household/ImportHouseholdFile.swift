import ArgumentParser
import Operations
import Presentation

/// `gasworks household import`: takes in a file of households, all or nothing.
struct ImportHouseholdFile: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a file of households, all or nothing.",
        discussion: """
            Households are known by their account number: a file that was taken in already changes nothing. Import the \
            supply nodes first. Every bad row is reported at once; private values are not shown.
            """)

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
