import ArgumentParser
import Presentation

/// The root of all commands: `gasworks NOUN VERB`.
@main
struct Gasworks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gasworks",
        abstract: GlobalHelp.program,
        discussion: GlobalHelp.programMore,
        version: version,
        subcommands: [
            DatabaseCommands.self, HouseholdCommands.self, SupplyCommands.self, CrewCommands.self,
            InspectionCommands.self, RouteCommands.self, JobCommands.self,
            FaultCommands.self, OutageCommands.self, NoticeCommands.self, ReportCommands.self,
        ])

    /// The version of this program, after semver.org.
    static let version = "0.1.0"

    /// Runs the command that the arguments name and ends with its status.
    static func main() async {
        await Invocation(arguments: Array(CommandLine.arguments.dropFirst())).run()
    }
}
