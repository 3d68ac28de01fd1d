import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks household history`: the household's archive, event by event.
struct ShowHouseholdHistory: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: HouseholdHelp.history)

    @Argument(help: ArgumentHelp(HouseholdHelp.account))
    var account: AccountNumber

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (events, zone) = try await context.withDatabase { database in
            let events = try await database.read { connection in
                let district = try await HouseholdLookup(on: connection).district(of: account)
                return try await ArchiveEvent.all(of: account, in: district, on: connection)
            }
            return (events, database.installation.timeZone)
        }
        try context.answer(events.map { EventAnswer($0) }, as: EventAnswer.listing(in: zone))
    }
}
