import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks outage overlap`: two outages that meet may both go on.
struct AcceptOverlap: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlap", abstract: OutageHelp.overlap, discussion: OutageHelp.overlapMore)

    @OptionGroup var step: OutageStepOptions

    @Option(name: .customLong("with"), help: ArgumentHelp(OutageHelp.other, valueName: "outage"))
    var other: OutageID

    @Option(help: ArgumentHelp(OutageHelp.whyBoth))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let answer = try await context.withDatabase { database in
            let command = step.commandID()
            return try await database.write("outage overlap") {
                try await OutageCourse(on: $0).acceptOverlap(of: step.outage, with: other, reason: reason, as: command)
            }
        }
        try context.answer(answer, saying: .overlapAccepted(step.outage, other))
    }
}
