import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

/// `gasworks db setting`: the numbers by which the company works.
struct SettingCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setting", abstract: DatabaseHelp.setting,
        subcommands: [ListSettings.self, ShowSetting.self, SetSetting.self])
}

/// `gasworks db setting list`: every setting as it holds today.
struct ListSettings: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: DatabaseHelp.settingList)

    @Option(help: ArgumentHelp(DatabaseHelp.settingListDistrict))
    var district: DistrictID = .company

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let rows = try await context.withDatabase { database in
            let stored = try await database.read { try await StoredSetting.all(on: $0) }
            let today = database.installation.timeZone.date(of: try await database.present())
            let settings = Settings(stored: stored, district: district, on: today)
            return SettingCatalogue.all.map { SettingRow($0, value: settings.value(of: $0)) }
        }
        try context.answer(rows, as: SettingRow.listing)
    }
}

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

/// `gasworks db setting set`: a value that holds from a day on.
struct SetSetting: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: DatabaseHelp.settingSet)

    @Argument(help: ArgumentHelp(DatabaseHelp.settingName, valueName: "setting"))
    var name: String

    @Argument(help: ArgumentHelp(DatabaseHelp.settingValue))
    var value: String

    @Option(help: ArgumentHelp(DatabaseHelp.settingDistrict))
    var district: DistrictID = .company

    @Option(help: ArgumentHelp(DatabaseHelp.settingFrom, valueName: "date"))
    var from: CalendarDate?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let change = try await context.withDatabase { database in
            let today = database.installation.timeZone.date(of: try await database.present())
            let change = try SettingChange(name, to: text(), in: district, from: from ?? today)
            try await database.write("db setting set") { try await change.store(as: UUID(), on: $0) }
            return change
        }
        let answer = SettingVersion(
            StoredSetting(
                district: change.district, name: change.name, validFrom: change.validFrom, value: change.value))
        try context.answer(
            answer, saying: .settingSet(name, to: change.value.summary, in: change.district, from: change.validFrom))
    }

    /// The value as it was typed, or what the file behind `@` holds.
    private func text() throws -> String {
        guard value.hasPrefix("@") else { return value }
        return String(decoding: try FileBytes.all(path: String(value.dropFirst())), as: UTF8.self)
    }
}
