import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation

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
            let today = try await database.today()
            let change = try SettingChange(name, to: text(), in: district, from: from ?? today)
            let command = UUID()
            try await database.write("db setting set") { try await change.store(as: command, on: $0) }
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
