import ArgumentParser

/// `gasworks job`: what a crew does at the door.
struct JobCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job", abstract: "List, show, start and close jobs.",
        subcommands: [ListJobs.self, ShowJob.self, StartJobCommand.self, CloseJobCommand.self])
}
