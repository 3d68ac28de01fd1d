import ArgumentParser

/// `gasworks route`: crews' routes.
struct RouteCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: "Solve standard routing instances.", subcommands: [SolveInstance.self])
}
