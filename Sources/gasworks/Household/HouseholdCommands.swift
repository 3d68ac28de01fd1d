import ArgumentParser

/// `gasworks household`: customers and their archives.
struct HouseholdCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "household", abstract: "Import, find and show households and their archives.",
        subcommands: [
            ImportHouseholdFile.self, ShowHousehold.self, SearchHouseholds.self, ShowHouseholdHistory.self,
        ])
}
