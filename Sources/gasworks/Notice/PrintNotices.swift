import Archive
import ArgumentParser
import GasService
import Operations
import PostgresClient
import Presentation

/// `gasworks notice print`: sheets to carry to households, and posters for buildings.
struct PrintNotices: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: NoticeHelp.print, discussion: NoticeHelp.printMore)

    @Argument(help: ArgumentHelp(OutageHelp.outage))
    var outage: OutageID

    @Flag(help: ArgumentHelp(NoticeHelp.buildings))
    var buildings = false

    @Option(help: ArgumentHelp(NoticeHelp.printFile, valueName: "file"))
    var output: String?

    @OptionGroup var options: NoticeOptions
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (sheets, writer) = try await context.withDatabase { database in
            let settings = try await DistrictSettings(of: database)
            let sheets = try await database.read { try await readSheets(by: $0, settings) }
            return (sheets, try options.writer(zone: database.installation.timeZone))
        }
        let languages = options.languages(context.language)
        guard let output, output != "-" else {
            var stream = StandardStream.output.chunked()
            return try PrintedNotices.write(sheets, by: writer, in: languages, to: &stream)
        }
        let file = try OutputFile(output)
        var stream = ChunkedWriter { try file.write($0) }
        try PrintedNotices.write(sheets, by: writer, in: languages, to: &stream)
        try context.answer(
            Answer(id: output, outage: outage, sheets: sheets.count), saying: .printed(sheets.count, to: output))
    }

    nonisolated(nonsending) private func readSheets(
        by connection: PostgresConnection, _ settings: DistrictSettings
    ) async throws -> [NoticeSheet] {
        let terms = try await AnnouncedTerms.read(outage, by: connection)
        guard buildings else {
            var sheets: [NoticeSheet] = []
            for notice in try await PrintableNotice.all(of: terms, by: connection) {
                let restoration = await settings.restorationHours(of: notice.id.district)
                sheets.append(
                    NoticeSheet(NoticeFacts(notice, of: terms, restoration: restoration), notice: notice.id.text))
            }
            return sheets
        }
        let purpose: NoticePurpose =
            terms.state == "cancelled" ? .cancellation : terms.version > 1 ? .change : .announcement
        var posters: [NoticeSheet] = []
        for building in try await AffectedBuilding.all(of: outage, by: connection) {
            let restoration = await settings.restorationHours(of: building.district)
            posters.append(
                NoticeSheet(
                    building: NoticeFacts(
                        terms, purpose: purpose, address: building.address, restoration: restoration),
                    households: building.households))
        }
        return posters
    }

    private struct Answer: Encodable {
        let id: String
        let outage: OutageID
        let sheets: Int
    }
}
