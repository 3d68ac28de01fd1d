import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks supply affected`: who is without gas when a node is closed.
struct ShowAffected: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "affected", abstract: SupplyHelp.affected)

    @Argument(help: ArgumentHelp(SupplyHelp.node))
    var node: NodeID

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let answer = try await context.withDatabase { database in
            try await database.snapshot { connection in
                AffectedAnswer(
                    node: try await SupplyNode.named(node, on: connection),
                    households: try await AffectedHousehold.all(below: node, on: connection))
            }
        }
        try context.answer(answer.list, json: answer, as: AffectedAnswer.listing)
        if context.format == .table, !answer.list.isEmpty {
            try context.say(answer.summary)
        }
    }
}
