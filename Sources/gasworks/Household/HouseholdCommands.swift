import ArgumentParser
import Presentation

/// `gasworks household`: customers and their archives.
struct HouseholdCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "household", abstract: HouseholdHelp.noun,
        subcommands: [
            ImportHouseholdFile.self, ShowHousehold.self, SearchHouseholds.self, ShowHouseholdHistory.self,
        ])
}
