import ArgumentParser

/// `gasworks db`: the database itself.
struct DatabaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Make, start, stop and inspect the database.",
        subcommands: [StartDatabase.self, StopDatabase.self, ShowDatabaseStatus.self])
}
