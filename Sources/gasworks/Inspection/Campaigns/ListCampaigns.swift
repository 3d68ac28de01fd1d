import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks inspection campaign list`.
struct ListCampaigns: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: InspectionHelp.campaignList)

    @Option(help: ArgumentHelp(GlobalHelp.firstDay, valueName: "date"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp(InspectionHelp.campaignUntil, valueName: "date"))
    var until: CalendarDate?

    @Option(help: ArgumentHelp(GlobalHelp.onlyDistrict))
    var district: DistrictID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let campaigns = try await context.withDatabase { database in
            try await database.demand(district)
            let today = try await database.today()
            let first = from ?? today
            let last = until ?? first.adding(days: 13)
            guard first <= last else {
                throw GasworksError.invalidValue(name: "--until", value: last.description, expected: ">= \(first)")
            }
            return try await database.snapshot {
                try await Campaign.all(on: first...last, in: district, on: $0)
            }
        }
        try context.answer(campaigns.map { CampaignAnswer($0) }, as: CampaignAnswer.listing)
    }
}
