import ArgumentParser

/// `gasworks db`: the database itself.
struct DatabaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Make, start, stop and inspect the database.",
        subcommands: [
            InitializeDatabase.self, MigrateDatabase.self, ShowDatabaseStatus.self, StartDatabase.self,
            StopDatabase.self, VerifyDatabase.self, SettingCommands.self,
        ])
}
