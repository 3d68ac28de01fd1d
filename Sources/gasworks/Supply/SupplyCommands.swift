import ArgumentParser

/// `gasworks supply`: the network that the gas comes through.
struct SupplyCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supply", abstract: "Import the supply network and ask who hangs on a node.",
        subcommands: [ImportSupplyFile.self, ShowAffected.self])
}
