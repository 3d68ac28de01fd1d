import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks outage restore`: gas comes back, step by step.
struct RestoreOutageCommand: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: OutageHelp.restore, discussion: OutageHelp.restoreMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(OutageHelp.restoredBuilding))
    var building: BuildingID?

    @Option(name: .customLong("account"), help: ArgumentHelp(OutageHelp.restoredAccount))
    var accounts: [AccountNumber] = []

    @Flag(help: ArgumentHelp(OutageHelp.checked))
    var checked = false

    @Flag(help: ArgumentHelp(OutageHelp.lit))
    var lit = false

    @Option(help: ArgumentHelp(OutageHelp.revisit, valueName: "date"))
    var revisit: CalendarDate?

    @Option(help: ArgumentHelp(OutageHelp.restoredAt, valueName: "time"))
    var at: AnnouncedTime?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard checked || lit || revisit != nil, !(lit && revisit != nil) else {
            throw ValidationError(OutageHelp.restoreNeeds)
        }
    }

    func run(in context: CommandContext) async throws {
        var steps: [RestoreOutage.Step] = []
        if checked { steps.append(building.map { .confirm($0) } ?? .begin) }
        if lit { steps.append(.light) }
        if let revisit { steps.append(.seal(revisit: revisit)) }
        let outcome = try await context.withDatabase { database in
            let instant = try at?.instant(in: database.installation.timeZone)
            return try await RestoreOutage(outage: outage, building: building, accounts: accounts, instant: instant)
                .run(steps, in: database)
        }
        try context.answer(
            Answer(id: outage, stillOff: outcome.stillOff, lit: outcome.lit, sealed: outcome.sealed),
            saying: .outageRestored(outage, lit: outcome.lit, sealed: outcome.sealed, stillOff: outcome.stillOff))
    }

    private struct Answer: Encodable {
        let id: OutageID
        let stillOff: Int
        let lit: Int
        let sealed: Int
    }
}
