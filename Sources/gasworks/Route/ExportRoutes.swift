import Archive
import ArgumentParser
import Foundation
import GasService
import Operations
import Presentation
import Synchronization

extension RouteFormat: ExpressibleByArgument {}

/// `gasworks route export`: a day's routes for maps, calendars, navigation and spreadsheets.
struct ExportRoutes: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: RouteHelp.export)

    @Option(help: ArgumentHelp(RouteHelp.day, valueName: "date"))
    var date: CalendarDate

    @Option(name: .customLong("as"), help: ArgumentHelp(RouteHelp.exportForm, valueName: "form"))
    var form: RouteFormat

    @Option(help: ArgumentHelp(RouteHelp.crewOrAll))
    var crew: CrewID?

    @Option(help: ArgumentHelp(RouteHelp.districtOrAll))
    var district: DistrictID?

    @Flag(help: ArgumentHelp(RouteHelp.draft))
    var draft = false

    @Option(help: ArgumentHelp(RouteHelp.exportFile, valueName: "file"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    /// Whether nothing or an ordinary file is there.
    private static func isReplaceable(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) != 0 || information.st_mode & S_IFMT == S_IFREG
    }

    func run(in context: CommandContext) async throws {
        let document = try await context.withDatabase { database in
            try await database.demand(district)
            let routes: [CrewDayRoute]
            if let crew {
                routes = [try await ReadRoutes.one(of: crew, on: date, draft: draft, in: database)]
            } else {
                routes = try await ReadRoutes.all(on: date, of: district, draft: draft, in: database).routes
            }
            let buildings =
                form == .html ? try await database.read { try await BuildingPlace.all(in: district, by: $0) } : []
            return RouteDocument(
                date: date, timeZone: database.installation.timeZone,
                madeAt: routes.map(\.madeAt).max() ?? Instant(microseconds: 0),
                routes: routes.map { CrewRoute($0, on: date) },
                buildings: buildings.map { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) })
        }
        guard let output, output != "-" else {
            var writer = StandardStream.output.chunked()
            try form.export(document, language: context.language, to: &writer)
            return
        }
        let bytes = try exported(document, in: context.language)
        do {
            // Written beside and moved into place: a reader finds the old file or the new one. A device or a pipe is written to
            // as it is: moving a file into the place of /dev/null would take it from the whole machine.
            try bytes.write(to: URL(fileURLWithPath: output), options: Self.isReplaceable(output) ? .atomic : [])
        } catch {
            let isMissing = (error as? CocoaError)?.code == .fileNoSuchFile
            throw GasworksError.fileUnusable(path: output, reason: isMissing ? .missing : .forbidden)
        }
        let answer = Answer(
            id: output, date: date, form: form.rawValue, crews: document.routes.count, bytes: bytes.count)
        try context.answer(answer, saying: .written(output, bytes: bytes.count))
    }

    /// The whole file; a day's routes fit into memory many times over.
    private func exported(_ document: RouteDocument, in language: Language) throws -> Data {
        let collected = Mutex(Data())
        var writer = ChunkedWriter(write: { piece in collected.withLock { $0.append(contentsOf: piece) } })
        try form.export(document, language: language, to: &writer)
        return collected.withLock { $0 }
    }

    private struct Answer: Encodable {
        let id: String
        let date: CalendarDate
        let form: String
        let crews: Int
        let bytes: Int
    }
}
