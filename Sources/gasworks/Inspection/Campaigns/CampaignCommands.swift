import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks inspection campaign`: one building on one day.
struct CampaignCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: InspectionHelp.campaign,
        subcommands: [ListCampaigns.self, ShowCampaign.self])
}

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

/// `gasworks inspection campaign show`.
struct ShowCampaign: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: InspectionHelp.campaignShow)

    @Argument(help: ArgumentHelp(InspectionHelp.campaignID, valueName: "campaign"))
    var id: CampaignID

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (campaign, households) = try await context.withDatabase { database in
            try await database.snapshot { connection in
                (
                    try await Campaign.named(id, on: connection),
                    try await CampaignHousehold.all(of: id, on: connection)
                )
            }
        }
        let answer = CampaignAnswer(campaign, households: households)
        if context.format == .table { try context.show(answer.sheet) }
        try context.answer(answer.households ?? [], json: answer, as: CampaignHouseholdAnswer.listing)
    }
}
