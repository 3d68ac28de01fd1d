import ArgumentParser

/// Synthetic cities and measurements of Gasworks against named baselines.
@main
struct GasworksBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gasworks-bench",
        abstract: "Makes synthetic cities and measures Gasworks against named baselines in the same run.",
        subcommands: [
            Generate.self, TimeCommand.self, MeasureImport.self, MeasureHorizon.self, MeasureCoverage.self,
            MeasureShow.self, MeasureClose.self, MeasureDeclaration.self, MeasureDelivery.self, MeasureInsertion.self,
            WriteCityDay.self,
        ])
}
