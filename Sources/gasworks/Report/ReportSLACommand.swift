import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks report sla`: how faults' deadlines were kept.
struct ReportSLACommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "sla", abstract: ReportHelp.sla, discussion: ReportHelp.slaMore)

    @Option(help: ArgumentHelp(FaultHelp.from, valueName: "date"))
    var from: CalendarDate

    @Option(help: ArgumentHelp(FaultHelp.until, valueName: "date"))
    var until: CalendarDate

    @Option(help: ArgumentHelp(FaultHelp.district))
    var district: DistrictID?

    @Flag(help: ArgumentHelp(ReportHelp.breaches))
    var breaches = false

    @Option(help: ArgumentHelp(ReportHelp.html, valueName: "file"))
    var html: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard from <= until else { throw ValidationError(.optionsOutOfOrder("--from", "--until")) }
    }

    func run(in context: CommandContext) async throws {
        let (outcome, zone) = try await context.withDatabase { database in
            (
                try await ReportSLA.run(from: from, until: until, district: district, in: database),
                database.installation.timeZone
            )
        }
        if let html {
            let page = SLAPage(outcome.report, from: from, until: until).text(in: context.language)
            let file = try OutputFile(html)
            var text = page
            try text.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) }
        }
        let answer = Answer(outcome, from: from, until: until)
        if breaches {
            try context.answer(answer.breaches, json: answer, as: Self.breachListing(zone))
        } else {
            try context.answer(answer.lines, json: answer, as: Self.listing)
        }
    }

    private struct Answer: Encodable, Sendable {
        let from: CalendarDate
        let until: CalendarDate
        let judgedAt: Instant
        let faults: Int
        let lines: [Line]
        let breaches: [Breach]

        init(_ outcome: ReportSLA.Outcome, from: CalendarDate, until: CalendarDate) {
            (self.from, self.until, judgedAt, faults) = (from, until, outcome.now, outcome.faults)
            lines = outcome.report.lines.map { Line($0) }
            breaches = outcome.report.breaches.map { Breach($0) }
        }
    }

    private struct Line: Encodable, Sendable {
        let month: String
        let district: DistrictID
        let severity: FaultSeverity
        let milestone: SLAMilestone
        let owed: Int
        let kept: Int
        let breached: Int
        let excused: Int
        let running: Int
        let shareInTime: Double?
        let shareLow: Double?
        let shareHigh: Double?
        let medianMinutes: Int?
        let p90Minutes: Int?
        let p95Minutes: Int?
        let longestMinutes: Int?

        init(_ line: SLAReport.Line) {
            month = String(line.group.month.description.prefix(7))
            (district, severity, milestone) = (line.group.district, line.group.severity, line.group.milestone)
            (owed, kept, breached, excused, running) = (line.owed, line.kept, line.breached, line.excused, line.running)
            shareInTime = line.shareInTime
            shareLow = line.shareInTime.map { _ in line.interval.lowerBound }
            shareHigh = line.shareInTime.map { _ in line.interval.upperBound }
            medianMinutes = line.quantile(0.5)
            p90Minutes = line.quantile(0.9)
            p95Minutes = line.quantile(0.95)
            longestMinutes = line.quantile(1)
        }
    }

    private struct Breach: Encodable, Sendable {
        let fault: FaultID
        let milestone: SLAMilestone
        let due: Instant
        let reachedAt: Instant?
        let minutesLate: Int
        let cause: BreachCause

        init(_ breach: SLAReport.Breach) {
            (fault, milestone, due) = (breach.fault, breach.deadline.milestone, breach.deadline.due)
            reachedAt = breach.deadline.reachedAt ?? breach.deadline.referredAt
            (minutesLate, cause) = (breach.minutesLate, breach.cause)
        }
    }

    private static let listing = Listing<Line>([
        Column("month", .month) { .text($0.month) },
        Column("district", .district) { .text($0.district.text) },
        Column("severity", .severity) { .phrase(Phrase($0.severity)) },
        Column("milestone", .milestone) { .phrase(Phrase($0.milestone)) },
        Column("owed", .owed, .trailing) { .integer($0.owed) },
        Column("kept", .keptInTime, .trailing) { .integer($0.kept) },
        Column("breached", .missedDeadline, .trailing) { .integer($0.breached) },
        Column("excused", .excusedDeadline, .trailing) { .integer($0.excused) },
        Column("running", .runningDeadline, .trailing) { .integer($0.running) },
        Column("share_in_time", .shareInTime, .trailing) { $0.shareInTime.map { .ratio($0) } ?? .empty },
        Column("share_low", .shareLow, .trailing) { $0.shareLow.map { .ratio($0) } ?? .empty },
        Column("share_high", .shareHigh, .trailing) { $0.shareHigh.map { .ratio($0) } ?? .empty },
        Column("median_minutes", .medianMinutes, .trailing) { $0.medianMinutes.map { .integer($0) } ?? .empty },
        Column("p90_minutes", .p90Minutes, .trailing) { $0.p90Minutes.map { .integer($0) } ?? .empty },
        Column("longest_minutes", .longestMinutes, .trailing) { $0.longestMinutes.map { .integer($0) } ?? .empty },
    ])

    private static func breachListing(_ zone: UtilityTimeZone) -> Listing<Breach> {
        Listing([
            Column("fault", .faultNumber) { .text($0.fault.text) },
            Column("milestone", .milestone) { .phrase(Phrase($0.milestone)) },
            Column("due", .dueBy) { .instant($0.due, zone) },
            Column("reached_at", .reachedAt) { $0.reachedAt.map { .instant($0, zone) } ?? .empty },
            Column("minutes_late", .late, .trailing) { .integer($0.minutesLate) },
            Column("cause", .breachCause, isFlexible: true) { .phrase(Phrase($0.cause)) },
        ])
    }
}
