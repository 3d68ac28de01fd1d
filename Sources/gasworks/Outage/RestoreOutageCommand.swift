import Archive
import ArgumentParser
import Foundation
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

    func run(in context: CommandContext) async throws {
        var steps: [RestoreOutage.Step] = []
        if checked { steps.append(building == nil ? .begin : .confirmBuilding) }
        if lit { steps.append(.light) }
        if let revisit { steps.append(.seal(revisit: revisit)) }
        guard !steps.isEmpty, !(lit && revisit != nil) else {
            throw GasworksError.usage(
                reason: "one of --checked, --lit and --revisit, or --checked with one of the others")
        }
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

/// `gasworks outage close`: each household is lit, or sealed and to be visited again.
struct CloseOutage: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: OutageHelp.close)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let command = UUID()
            try await database.write("outage close") {
                try await OutageRestoration(of: outage, on: $0).close(as: command)
            }
        }
        try context.answer(["id": outage.text, "state": "closed"], saying: .outageClosed(outage))
    }
}
