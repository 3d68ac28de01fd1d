import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

extension TellingResult: ExpressibleByArgument {
    /// Reads a result as people type it: `no-answer`.
    init?(argument: String) { self.init(rawValue: argument.replacing("-", with: "_")) }

    /// The results as people type them.
    static var allValueStrings: [String] { allCases.map { $0.rawValue.replacing("_", with: "-") } }
}

/// `gasworks notice record`: what came of a call, or of a notice carried to the door.
struct RecordNotice: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: NoticeHelp.record)

    @Argument(help: ArgumentHelp(NoticeHelp.notice))
    var notice: NoticeID

    @Option(help: ArgumentHelp(NoticeHelp.tellingResult))
    var result: TellingResult

    @Option(help: ArgumentHelp(NoticeHelp.toldAt, valueName: "instant"))
    var at: Instant?

    @OptionGroup var repeatable: CommandIDOption
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let answer = try await context.withDatabase { database in
            try await RecordTelling.run(
                result, of: notice, at: at, command: repeatable.id(), in: database)
        }
        try context.answer(answer, saying: .recorded(notice, state: answer.state))
    }
}
