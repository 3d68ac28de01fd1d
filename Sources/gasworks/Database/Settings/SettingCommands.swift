import ArgumentParser
import Presentation

/// `gasworks db setting`: the numbers by which the company works.
struct SettingCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setting", abstract: DatabaseHelp.setting,
        subcommands: [ListSettings.self, ShowSetting.self, SetSetting.self])
}
