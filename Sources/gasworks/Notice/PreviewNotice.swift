import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks notice preview`: what households would be told, before anybody is.
struct PreviewNotice: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: NoticeHelp.preview)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Option(help: ArgumentHelp(NoticeHelp.purpose))
    var purpose: NoticePurpose = .announcement

    @OptionGroup var options: NoticeOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (facts, writer) = try await context.withDatabase { database in
            let (terms, districts) = try await database.read { connection in
                let terms = try await AnnouncedTerms.read(outage, by: connection)
                return (terms, try await Outage.districts(of: outage, on: connection))
            }
            // Where districts differ, the first one's stands as the example.
            let restoration = try await DistrictSettings(of: database).restorationHours(of: districts.first ?? .company)
            let facts = NoticeFacts(terms, purpose: purpose, address: terms.area ?? "", restoration: restoration)
            return (facts, try options.writer(zone: database.installation.timeZone))
        }
        let languages = options.languages(context.language)
        let (short, long) = (writer.text(facts, .short, in: languages), writer.text(facts, .long, in: languages))
        let answer = Answer(id: outage, purpose: purpose, sms: short.body, heading: long.heading, text: long.body)
        guard context.format == .table else { return try context.answer(answer, as: Sheet()) }
        let lines = [short.body, "", long.heading, "", long.body].joined(separator: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        try StandardStream.output.write(lines.map { TerminalText.safe(String($0)) + "\n" }.joined())
    }

    private struct Answer: Encodable {
        let id: OutageID
        let purpose: NoticePurpose
        let sms: String
        let heading: String
        let text: String
    }
}
