import ArgumentParser
import Presentation

/// `gasworks supply`: the network that the gas comes through.
struct SupplyCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supply", abstract: SupplyHelp.noun,
        subcommands: [ImportSupplyFile.self, ShowAffected.self])
}
