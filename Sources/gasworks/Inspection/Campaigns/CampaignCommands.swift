import ArgumentParser
import Presentation

/// `gasworks inspection campaign`: one building on one day.
struct CampaignCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: InspectionHelp.campaign,
        subcommands: [ListCampaigns.self, ShowCampaign.self])
}
