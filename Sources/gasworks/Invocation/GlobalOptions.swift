import ArgumentParser
import GasService
import Presentation

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp(GlobalHelp.database, valueName: "url"))
    var database: String?

    @Option(help: ArgumentHelp(GlobalHelp.format))
    var format: OutputFormat = .table

    @Option(name: .customLong("lang"), help: ArgumentHelp(GlobalHelp.language))
    var language: Language?

    @Option(help: ArgumentHelp(GlobalHelp.now, valueName: "instant"))
    var now: Instant?

    @Option(name: .customLong("operator"), help: ArgumentHelp(GlobalHelp.person, valueName: "name"))
    var operatorName: String?
}

/// How a command answers.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
}
