import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks fault list`: faults by the time of their report.
struct ListFaults: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: FaultHelp.list)

    @Option(help: ArgumentHelp(FaultHelp.from, valueName: "date"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp(FaultHelp.until, valueName: "date"))
    var until: CalendarDate?

    @Option(help: ArgumentHelp(FaultHelp.district))
    var district: DistrictID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (rows, zone) = try await context.withDatabase { database in
            let zone = database.installation.timeZone
            let rows = try await database.snapshot { connection in
                let now = try await connection.present()
                let today = zone.date(of: now)
                let first = zone.instant(of: from ?? (until ?? today).adding(days: -30))
                let end = zone.instant(of: (until ?? today).adding(days: 1))
                return try await ReadFaults.standings(.reported(from: first, until: end, district), on: connection)
                    .map { FaultAnswer($0, at: now) }
            }
            return (rows, zone)
        }
        try context.answer(
            rows,
            as: Listing([
                Column("id", .faultNumber) { .text($0.id.text) },
                Column("severity", .severity) { .phrase(Phrase($0.severity)) },
                Column("state", .state) { .phrase(Phrase(faultState: $0.state)) },
                Column("reported_at", .reported) { .instant($0.reportedAt, zone) },
                Column("account_no", .account) { .optional($0.accountNo?.text) },
                Column("place", .faultPlace, isFlexible: true) { .text($0.place) },
                Column("crew_id", .crew) { .optional($0.crewID?.text) },
                Column("breached", .late) { fault in
                    let missed = fault.deadlines.filter { $0.standing == "breached" }
                    return missed.isEmpty ? .empty : .phrase(.list(missed.map { Phrase($0.milestone) }))
                },
            ]))
    }
}
