import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks household show`: one household, its private data masked unless opened for a purpose.
struct ShowHousehold: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: HouseholdHelp.show, discussion: HouseholdHelp.showMore)

    @Argument(help: ArgumentHelp(HouseholdHelp.account))
    var account: AccountNumber

    @Flag(help: ArgumentHelp(HouseholdHelp.unmasked))
    var unmasked = false

    @Option(help: ArgumentHelp(HouseholdHelp.purpose, valueName: "code"))
    var purpose: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard unmasked == (purpose != nil) else { throw ValidationError(.optionsGoTogether("--unmasked", "--purpose")) }
    }

    func run(in context: CommandContext) async throws {
        let answer = try await context.withDatabase { database in
            var opened: PrivateHousehold?
            if let purpose {
                opened = try await database.write("household show") {
                    try await PrivateHousehold.open(account, purpose: purpose, on: $0)
                }
            }
            let household = try await database.read { try await HouseholdLookup(on: $0).household(account) }
            return HouseholdAnswer(household, opened: opened)
        }
        try context.answer(answer, as: answer.sheet)
    }
}
