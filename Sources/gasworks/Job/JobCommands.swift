import ArgumentParser
import Presentation

/// `gasworks job`: what a crew does at the door.
struct JobCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job", abstract: JobHelp.noun,
        subcommands: [ListJobs.self, ShowJob.self, StartJobCommand.self, CloseJobCommand.self])
}
