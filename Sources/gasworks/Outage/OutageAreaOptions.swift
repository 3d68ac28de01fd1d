import Archive
import ArgumentParser
import GasService
import Presentation

/// Where gas goes off.
struct OutageAreaOptions: ParsableArguments {
    @Option(name: .customLong("node"), help: ArgumentHelp(OutageHelp.node))
    var nodes: [NodeID] = []

    @Option(name: .customLong("building"), help: ArgumentHelp(OutageHelp.building))
    var buildings: [BuildingID] = []

    @Option(name: .customLong("account"), help: ArgumentHelp(OutageHelp.account))
    var accounts: [AccountNumber] = []

    /// The area that is named.
    var area: OutageArea { OutageArea(nodes: nodes, buildings: buildings, accounts: accounts) }
}
