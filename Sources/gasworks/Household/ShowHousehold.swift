import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks household show`: one household, its private data masked unless opened for a purpose.
struct ShowHousehold: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a household; private data is masked.",
        discussion: "With --unmasked the private data is shown, and that it was, by whom and for what, is archived.")

    @Argument(help: "The account number.")
    var account: AccountNumber

    @Flag(help: "Show name, telephone, e-mail and special care; needs --purpose.")
    var unmasked = false

    @Option(help: ArgumentHelp("What for, as a short code such as callback; kept in the archive.", valueName: "code"))
    var purpose: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard unmasked == (purpose != nil) else { throw ValidationError("--unmasked and --purpose go together.") }
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
