import ArgumentParser
import Presentation

/// `gasworks report`: figures, with what is behind them.
struct ReportCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: ReportHelp.noun, subcommands: [ReportSLACommand.self])
}
