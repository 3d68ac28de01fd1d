import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks household search`: finds households by what a caller can say.
struct SearchHouseholds: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find households by account, meter, any part of the address, or the beginning of a name.")

    @Argument(help: "What to look for.")
    var text: String

    @Option(help: "At most so many households.")
    var limit = 50

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit must be between 1 and 10000.") }
    }

    func run(in context: CommandContext) async throws {
        let found = try await context.withDatabase { database in
            try await database.read { try await HouseholdLookup(on: $0).search(text, limit: limit) }
        }
        try context.answer(found.map { HouseholdAnswer($0) }, as: HouseholdAnswer.listing)
    }
}
