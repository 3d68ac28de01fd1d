import ArgumentParser

/// The root of all commands: `gasworks NOUN VERB`.
@main
struct Gasworks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gasworks",
        abstract: "Field service and inspections of a city gas company.",
        discussion: """
            Global options may stand before or after the command. Exit status: 0 done; 64 wrong usage; 65 bad input; \
            69 database out of reach; 77 refused by a rule or a role.
            """,
        version: version,
        subcommands: [
            DatabaseCommands.self, HouseholdCommands.self, SupplyCommands.self, CrewCommands.self,
            InspectionCommands.self, RouteCommands.self, JobCommands.self,
        ])

    /// The version of this program, after semver.org.
    static let version = "0.1.0"

    /// Runs the command that the arguments name and ends with its status.
    static func main() async {
        await Invocation(arguments: Array(CommandLine.arguments.dropFirst())).run()
    }
}
