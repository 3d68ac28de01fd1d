import ArgumentParser
import Presentation

/// `gasworks outage`: planned and unplanned outages, from the declaration to the last household lit again.
struct OutageCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outage", abstract: OutageHelp.noun,
        subcommands: [
            DeclareOutageCommand.self, ListOutages.self, ShowOutageStatus.self, NotifyOutage.self,
            RescheduleOutage.self,
            CancelOutage.self, WaiveNotices.self, AcceptOverlap.self, PublishOutage.self, StartOutageCommand.self,
            RestoreOutageCommand.self, CloseOutage.self, ProveOutageCommand.self, ReportOutage.self,
        ])
}
