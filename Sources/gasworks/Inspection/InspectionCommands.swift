import ArgumentParser
import Presentation

/// `gasworks inspection`: what is due, why, when it is planned, and how much is done.
struct InspectionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspection", abstract: InspectionHelp.noun,
        subcommands: [
            ListDue.self, ExplainDueDate.self, RuleCommands.self, PlanInspections.self, CampaignCommands.self,
            AppointmentCommands.self, ForecastInspections.self, ReportCoverage.self,
        ])
}
