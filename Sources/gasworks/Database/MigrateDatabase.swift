import Archive
import ArgumentParser
import Presentation

/// `gasworks db migrate`: brings the schema to this program's.
struct MigrateDatabase: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: DatabaseHelp.migrate)

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let report = try await context.migrate()
        try context.answer(
            Answer(applied: report.applied, routinesApplied: report.routinesApplied),
            saying: .migrated(report.applied, routines: report.routinesApplied))
    }

    private struct Answer: Encodable {
        let applied: [String]
        let routinesApplied: Bool
    }
}
