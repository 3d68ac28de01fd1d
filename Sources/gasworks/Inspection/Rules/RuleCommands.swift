import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks inspection rule`: by which cycles inspections are due.
struct RuleCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "List and change the cycles by which inspections are due.",
        subcommands: [ListRules.self, SetRule.self])
}

/// `gasworks inspection rule list`.
struct ListRules: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List every version of every cycle rule.")

    @Option(help: "Only rules that govern this district.")
    var district: DistrictID?

    @Option(name: .customLong("class"), help: "Only this class.")
    var customerClass: CustomerClass?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let rules = try await context.withDatabase { database in
            let today = try await database.today()
            return try await database.snapshot { connection in
                let settings = Settings(
                    stored: try await StoredSetting.all(on: connection), district: district ?? .company, on: today)
                return try await StoredCycleRule.all(
                    anniversaryMonths: settings[.anniversaryMonths], on: connection)
            }
        }
        let wanted = rules.filter { stored in
            (district == nil || stored.rule.district == district || stored.rule.district.isCompany)
                && (customerClass == nil || stored.rule.customerClass == customerClass)
        }
        try context.answer(wanted.map { RuleAnswer($0) }, as: RuleAnswer.listing)
    }
}

/// `gasworks inspection rule set`.
struct SetRule: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Let another cycle hold for a class from a day on; --preview shows what that does.",
        discussion: """
            The version holds for cycles that begin from then on, and for cycles that are open on that day: a longer cycle \
            lengthens at once, a shorter one within the transition, by default one whole cycle of the new rule. What was \
            overdue stays overdue. Plan the horizon again afterwards.
            """)

    @Option(name: .customLong("class"), help: "The class.")
    var customerClass: CustomerClass

    @Option(help: "The cycle in months.")
    var months: Int

    @Option(help: "How it counts: max-gap, calendar-year or anniversary.")
    var kind = IntervalKind.maximumGap

    @Option(help: "An inspection this early keeps the anniversary; else 2, and 0 for calendar years.")
    var earlyMonths: Int?

    @Option(help: "The most months between two inspections; for calendar years else three more than the cycle.")
    var capMonths: Int?

    @Option(help: "Months within which open cycles come under a shorter rule; else one whole cycle.")
    var transitionMonths: Int?

    @Option(help: ArgumentHelp("The first day on which it holds.", valueName: "date"))
    var from: CalendarDate

    @Option(help: "The district; else the company.")
    var district: DistrictID = .company

    @Option(help: "The regulation or decision behind it; kept with the rule.")
    var source = "decision of the company"

    @Flag(help: "Show what it does to deadlines, hours and feasibility; change nothing.")
    var preview = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let change = try RuleChange(
            of: customerClass, in: district, from: from, kind: kind, months: months, earlyMonths: earlyMonths,
            capMonths: capMonths, transitionMonths: transitionMonths, source: source)
        let reporter = context.progress()
        defer { reporter.finish() }
        let report = try await context.withDatabase { database in
            let progress = { (done: Int, count: Int) in reporter.report(.derivingDeadlines, done: done, of: count) }
            return preview
                ? try await ChangeCycleRule(change).preview(in: database, progress: progress)
                : try await ChangeCycleRule(change).run(in: database, progress: progress)
        }
        reporter.finish()
        let answer = RuleChangeAnswer(report, change: change)
        try context.answer(answer.districts, json: answer, as: DistrictChangeAnswer.listing, totals: answer.total)
        if context.format == .table { try sayMore(answer, in: context) }
    }

    private func sayMore(_ answer: RuleChangeAnswer, in context: CommandContext) throws {
        try context.say(Phrase(verbatim: ""))
        try context.answer(answer.months, as: MonthWorkAnswer.listing)
        for sentence in answer.sentences { try context.say(sentence) }
    }
}
