import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks route publish`: makes the drafts what crews see.
struct PublishRoutes: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: RouteHelp.publish)

    @Option(help: ArgumentHelp(RouteHelp.day, valueName: "date"))
    var date: CalendarDate

    @Option(help: ArgumentHelp(RouteHelp.publishDistrict))
    var district: DistrictID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let outcomes = try await context.withDatabase { database in
            try await PublishDay.run(date, district: district, in: database)
        }
        let rows = outcomes.map { Row($0, on: date) }
        try context.answer(
            rows, json: Answer(id: date.description, date: date, districts: rows), as: Row.listing)
    }

    private struct Answer: Encodable {
        let id: String
        let date: CalendarDate
        let districts: [Row]
    }

    private struct Row: Encodable, Sendable {
        let id: String
        let district: DistrictID
        let version: Int
        let state: String
        /// False when that version had been published before.
        let changed: Bool
        let planned: Int
        let withdrawn: Int

        init(_ outcome: PublishDay.Outcome, on date: CalendarDate) {
            id = "\(outcome.district) \(date) v\(outcome.version)"
            district = outcome.district
            version = Int(outcome.version)
            state = "published"
            changed = outcome.publication != nil
            planned = Int(outcome.publication?.planned ?? 0)
            withdrawn = Int(outcome.publication?.withdrawn ?? 0)
        }

        static let listing = Listing<Row>([
            Column("district", .district) { .text($0.district.text) },
            Column("version", .version, .trailing) { .integer($0.version) },
            Column("state", .state) { .phrase($0.changed ? Phrase(code: $0.state) : .alreadyPublished) },
            Column("planned", .jobs, .trailing) { .integer($0.planned) },
            Column("withdrawn", .withdrawn, .trailing) { .integer($0.withdrawn) },
        ])
    }
}
