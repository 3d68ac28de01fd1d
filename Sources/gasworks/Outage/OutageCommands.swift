import ArgumentParser
import Presentation

/// `gasworks outage`: planned and unplanned outages, from the declaration to the last household lit again.
struct OutageCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outage", abstract: NoticeHelp.outages,
        subcommands: [NotifyOutage.self, ProveOutageCommand.self])
}
