import Archive
import ArgumentParser
import GasService
import Operations

/// `gasworks route list`: a day at a glance.
struct ListRoutes: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List a day's crews with their stops, jobs and hours, and who is left out and why.")

    @Option(help: ArgumentHelp("The day.", valueName: "date"))
    var date: CalendarDate

    @Option(help: "One district; else all.")
    var district: DistrictID?

    @Flag(help: "The latest draft instead of what is published.")
    var draft = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let overview = try await ReadRoutes.all(on: date, of: district, draft: draft, in: database)
            try context.answer(overview, zone: database.installation.timeZone)
        }
    }
}
