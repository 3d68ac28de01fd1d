import Archive
import ArgumentParser
import Presentation

/// `gasworks db migrate`: brings the schema to this program's.
struct MigrateDatabase: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: DatabaseHelp.migrate)

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let applied = try await context.migrate()
        try context.answer(["applied": applied], saying: .migrated(applied))
    }
}
