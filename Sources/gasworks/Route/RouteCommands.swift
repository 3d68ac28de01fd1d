import ArgumentParser

/// `gasworks route`: a day's routes, from the plan to the crew.
struct RouteCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: "Plan a day's routes, publish them, show and export them.",
        subcommands: [
            PlanRoutes.self, PublishRoutes.self, ListRoutes.self, ShowRoute.self, ExportRoutes.self,
            ExplainVisit.self, SolveInstance.self,
        ])
}
