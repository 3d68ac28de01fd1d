import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks inspection rule set`.
struct SetRule: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: RuleHelp.set, discussion: RuleHelp.setMore)

    @Option(name: .customLong("class"), help: ArgumentHelp(RuleHelp.customerClass, valueName: "class"))
    var customerClass: CustomerClass

    @Option(help: ArgumentHelp(RuleHelp.months))
    var months: Int

    @Option(help: ArgumentHelp(RuleHelp.kind))
    var kind = IntervalKind.maximumGap

    @Option(help: ArgumentHelp(RuleHelp.earlyMonths, valueName: "months"))
    var earlyMonths: Int?

    @Option(help: ArgumentHelp(RuleHelp.capMonths, valueName: "months"))
    var capMonths: Int?

    @Option(help: ArgumentHelp(RuleHelp.transitionMonths, valueName: "months"))
    var transitionMonths: Int?

    @Option(help: ArgumentHelp(RuleHelp.from, valueName: "date"))
    var from: CalendarDate

    @Option(help: ArgumentHelp(RuleHelp.district))
    var district: DistrictID = .company

    @Option(help: ArgumentHelp(RuleHelp.source))
    var source = RuleHelp.sourceByDefault.spoken

    @Flag(help: ArgumentHelp(RuleHelp.preview))
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
