import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks db setting show`: one setting with its history.
struct ShowSetting: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: DatabaseHelp.settingShow)

    @Argument(help: ArgumentHelp(DatabaseHelp.settingName, valueName: "setting"))
    var name: String

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let definition = try SettingCatalogue.definition(named: name)
        let stored = try await context.withDatabase { database in
            try await database.read { try await StoredSetting.all(on: $0) }
        }
        let versions = stored.filter { $0.name == name }.map { SettingVersion($0) }
        let answer = SettingHistory(setting: SettingRow(definition, value: definition.defaultValue), versions: versions)
        if context.format == .table { try context.show(answer.setting.sheet) }
        try context.answer([SettingVersion(definition)] + versions, json: answer, as: SettingVersion.listing)
    }
}
