import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks inspection plan`: which building is inspected on which day.
struct PlanInspections: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plan which building is inspected on which day.",
        discussion: """
            Campaigns of days that are not frozen make way; published days, and planned days nearer than \
            plan.freeze_days, keep theirs. The same data give the same plan. Where hours are short the best plan there \
            is is saved, the shortage is proven, and the status is 0; with --insist nothing is saved and the status is 77.
            """)

    @Option(help: ArgumentHelp("The first day; else today.", valueName: "date"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp("The last day; else two years from the first.", valueName: "date"))
    var until: CalendarDate?

    @Option(help: "Only this district.")
    var district: DistrictID?

    @Flag(help: "Save nothing when hours are short.")
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
