import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks outage status`: what is missing, by when it must be done, and whether it still can.
struct ShowOutageStatus: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: OutageHelp.status, discussion: OutageHelp.statusMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(OutageHelp.limit))
    var limit = 20

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let limits = 0...10_000
        guard limits.contains(limit) else { throw ValidationError(.optionOutOfRange("--limit", limits)) }
    }

    func run(in context: CommandContext) async throws {
        let (report, zone) = try await context.withDatabase { database in
            (try await OutageReport.run(outage, untold: limit, in: database), database.installation.timeZone)
        }
        let answer = OutageReportAnswer(report)
        switch context.format {
        case .json: try context.writeJSON(answer)
        case .csv: try context.answer(answer.untold, as: OutageReportAnswer.untoldListing)
        case .table:
            try context.show(answer.sheet(in: zone))
            for phrase in answer.warnings(in: zone) { try context.say(phrase) }
            if !answer.untold.isEmpty { try context.answer(answer.untold, as: OutageReportAnswer.untoldListing) }
        }
    }
}
