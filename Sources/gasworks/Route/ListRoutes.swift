import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks route list`: a day at a glance.
struct ListRoutes: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: RouteHelp.list)

    @Option(help: ArgumentHelp(RouteHelp.day, valueName: "date"))
    var date: CalendarDate

    @Option(help: ArgumentHelp(RouteHelp.districtOrAll))
    var district: DistrictID?

    @Flag(help: ArgumentHelp(RouteHelp.draft))
    var draft = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            try await database.demand(district)
            let overview = try await ReadRoutes.all(on: date, of: district, draft: draft, in: database)
            try context.answer(overview, zone: database.installation.timeZone)
        }
    }
}
