import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks route plan`: drafts a day's routes.
struct PlanRoutes: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: RouteHelp.plan, discussion: RouteHelp.planMore)

    @Option(help: ArgumentHelp(RouteHelp.day, valueName: "date"))
    var date: CalendarDate

    @Option(help: ArgumentHelp(RouteHelp.planDistrict))
    var district: DistrictID?

    @Option(help: ArgumentHelp(RouteHelp.planSeconds))
    var seconds: Double?

    @Option(help: ArgumentHelp(RouteHelp.seed))
    var seed: UInt64 = 1

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let seconds, !(0.01...86_400).contains(seconds) {
            throw ValidationError(RouteHelp.planSecondsOutOfRange)
        }
    }

    func run(in context: CommandContext) async throws {
        let reporter = context.progress()
        defer { reporter.finish() }
        try await context.withDatabase { database in
            let request = DayPlanRequest(
                date: date, district: district, seed: seed, effort: seconds.map { .seconds($0) } ?? .standard)
            _ = try await PlanDay.run(request, in: database) { step in
                switch step {
                case .reading: reporter.report(.readingDay, done: 0, of: nil)
                case .routing(let stops): reporter.report(.routing(stops: stops), done: 0, of: nil)
                case .saving: reporter.report(.savingPlan, done: 0, of: nil)
                }
            }
            reporter.finish()
            let overview = try await ReadRoutes.all(on: date, of: district, draft: true, in: database)
            try context.answer(overview, zone: database.installation.timeZone)
        }
    }
}
