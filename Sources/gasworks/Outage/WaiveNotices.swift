import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks outage waive`: a supervisor answers for households that are not told.
struct WaiveNotices: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive", abstract: OutageHelp.waive, discussion: OutageHelp.waiveMore)

    @OptionGroup var step: OutageStepOptions

    @Option(name: .customLong("account"), help: ArgumentHelp(OutageHelp.waivedAccount))
    var accounts: [AccountNumber]

    @Option(help: ArgumentHelp(OutageHelp.whyWaived))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let waived = try await context.withDatabase { database in
            let command = step.commandID()
            return try await database.write("outage waive") {
                try await OutageCourse(on: $0).waive(accounts, of: step.outage, reason: reason, as: command)
            }
        }
        try context.answer(Answer(id: step.outage, waived: waived), saying: .noticesWaived(step.outage, waived))
    }

    private struct Answer: Encodable {
        let id: OutageID
        let waived: Int
    }
}
