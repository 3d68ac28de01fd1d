import ArgumentParser
import Presentation

/// `gasworks db`: the database itself.
struct DatabaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: DatabaseHelp.noun,
        subcommands: [
            InitializeDatabase.self, MigrateDatabase.self, ShowDatabaseStatus.self, StartDatabase.self,
            StopDatabase.self, VerifyDatabase.self, SettingCommands.self,
        ])
}
