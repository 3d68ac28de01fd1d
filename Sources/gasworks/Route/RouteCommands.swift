import ArgumentParser
import Presentation

/// `gasworks route`: a day's routes, from the plan to the crew.
struct RouteCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: RouteHelp.noun,
        subcommands: [
            PlanRoutes.self, PublishRoutes.self, ListRoutes.self, ShowRoute.self, ExportRoutes.self,
            ExplainVisit.self, SolveInstance.self,
        ])
}
