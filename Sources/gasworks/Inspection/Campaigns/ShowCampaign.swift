import Archive
import ArgumentParser
import GasService
import Presentation

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
