import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks db setting list`: every setting as it holds today.
struct ListSettings: GasworksCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: DatabaseHelp.settingList)

    @Option(help: ArgumentHelp(DatabaseHelp.settingListDistrict))
    var district: DistrictID = .company

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let rows = try await context.withDatabase { database in
            try await database.demand(district)
            let stored = try await database.read { try await StoredSetting.all(on: $0) }
            let today = try await database.today()
            let settings = Settings(stored: stored, district: district, on: today)
            return SettingCatalogue.all.map { SettingRow($0, value: settings.value(of: $0)) }
        }
        try context.answer(rows, as: SettingRow.listing)
    }
}
