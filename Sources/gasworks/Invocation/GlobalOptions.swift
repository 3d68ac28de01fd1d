import ArgumentParser
import GasService
import Presentation

/// Options that every command takes (DESIGN.md, Command contract).
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The database's URL; else GASWORKS_DATABASE_URL, else the embedded PostgreSQL."))
    var database: String?

    @Option(help: "How to answer.")
    var format: OutputFormat = .table

    @Option(name: .customLong("lang"), help: "The language of answers; else as the locale says.")
    var language: Language?

    @Option(
        help: ArgumentHelp("Act as if it were this instant (ISO 8601); rehearsal databases only.", valueName: "instant")
    )
    var now: Instant?

    @Option(
        name: .customLong("operator"),
        help: ArgumentHelp("Who is acting, as recorded in the archive beside the login.", valueName: "name"))
    var operatorName: String?
}

/// How a command answers.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
}
