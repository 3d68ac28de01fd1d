import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks inspection plan`: which building is inspected on which day.
struct PlanInspections: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: InspectionHelp.plan, discussion: InspectionHelp.planMore)

    @Option(help: ArgumentHelp(GlobalHelp.firstDay, valueName: "date"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp(InspectionHelp.planUntil, valueName: "date"))
    var until: CalendarDate?

    @Option(help: ArgumentHelp(GlobalHelp.onlyDistrict))
    var district: DistrictID?

    @Flag(help: ArgumentHelp(InspectionHelp.planInsist))
    var insist = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let request = HorizonRequest(from: from, until: until, district: district, insists: insist)
        let reporter = context.progress()
        defer { reporter.finish() }
        let reports = try await context.withDatabase { database in
            try await PlanHorizon(request).run(in: database) { stage, done, count in
                reporter.report(stage == .planning ? .planning : .savingPlan, done: done, of: count)
            }
        }
        reporter.finish()
        let answers = reports.map { HorizonAnswer($0) }
        try context.answer(answers, as: HorizonAnswer.listing, totals: HorizonAnswer.total(of: answers))
        if context.format == .table {
            for sentence in HorizonAnswer.sentences(about: reports) { try context.say(sentence) }
        }
    }
}
