import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks household search`: finds households by what a caller can say.
struct SearchHouseholds: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: HouseholdHelp.search)

    @Argument(help: ArgumentHelp(HouseholdHelp.searchText))
    var text: String

    @Option(help: ArgumentHelp(HouseholdHelp.searchLimit, valueName: "count"))
    var limit = 50

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let limits = 1...10_000
        guard limits.contains(limit) else { throw ValidationError(.optionOutOfRange("--limit", limits)) }
    }

    func run(in context: CommandContext) async throws {
        let found = try await context.withDatabase { database in
            try await database.read { try await HouseholdLookup(on: $0).search(text, limit: limit) }
        }
        try context.answer(found.map { HouseholdAnswer($0) }, as: HouseholdAnswer.listing)
    }
}
