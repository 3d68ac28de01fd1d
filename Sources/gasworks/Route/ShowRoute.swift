import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks route show`: a crew's route as the crew pulls it.
struct ShowRoute: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: RouteHelp.show)

    @Option(help: ArgumentHelp(CrewHelp.crew))
    var crew: CrewID

    @Option(help: ArgumentHelp(RouteHelp.day, valueName: "date"))
    var date: CalendarDate

    @Flag(help: ArgumentHelp(RouteHelp.showDraft))
    var draft = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (found, zone) = try await context.withDatabase { database in
            (
                try await ReadRoutes.one(of: crew, on: date, draft: draft, in: database),
                database.installation.timeZone
            )
        }
        let route = CrewRoute(found, on: date)
        if context.format == .table {
            let title = Phrase.route(of: route.name, on: date).text(in: context.language)
            try StandardStream.output.write(TerminalText.safe(title) + "\n")
        }
        try context.answer(route.stops, json: route, as: RouteListing.stops(in: zone))
        if context.format == .table {
            try StandardStream.output.write(Self.day(route, zone).text(in: context.language))
        }
    }

    /// When the crew leaves, rests and returns.
    private static func day(_ route: CrewRoute, _ zone: UtilityTimeZone) -> Sheet {
        var sheet = Sheet([
            (.leavesDepot, .text(zone.minute(of: route.leavesDepot).description)),
            (.returnsToDepot, .text(zone.minute(of: route.returnsToDepot).description)),
        ])
        for rest in route.breaks { sheet.add(.breaks, .text(rest.text(in: zone))) }
        if let distance = route.distance { sheet.add(.distance, .phrase(.kilometres(distance))) }
        return sheet
    }
}
