import ArgumentParser
import Presentation

/// `gasworks notice template`: the texts that Gasworks comes with, to be copied and changed.
struct ShowNoticeTemplate: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: NoticeHelp.showTemplate)

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        guard context.format == .table else {
            return try context.answer(["text": NoticeTexts.standardFile], as: Sheet())
        }
        try StandardStream.output.write(NoticeTexts.standardFile)
    }
}
