import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks inspection rule list`.
struct ListRules: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: RuleHelp.list)

    @Option(help: ArgumentHelp(RuleHelp.listDistrict))
    var district: DistrictID?

    @Option(name: .customLong("class"), help: ArgumentHelp(InspectionHelp.onlyClass, valueName: "class"))
    var customerClass: CustomerClass?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let rules = try await context.withDatabase { database in
            try await database.demand(district)
            let today = try await database.today()
            return try await database.snapshot { connection in
                let settings = Settings(
                    stored: try await StoredSetting.all(on: connection), district: district ?? .company, on: today)
                return try await StoredCycleRule.all(
                    anniversaryMonths: settings[.anniversaryMonths], on: connection)
            }
        }
        let wanted = rules.filter { stored in
            (district == nil || stored.rule.district == district || stored.rule.district.isCompany)
                && (customerClass == nil || stored.rule.customerClass == customerClass)
        }
        try context.answer(wanted.map { RuleAnswer($0) }, as: RuleAnswer.listing)
    }
}
