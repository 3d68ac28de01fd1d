import Archive
import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks job list`: a crew's jobs of a day, one a line.
struct ListJobs: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: JobHelp.list)

    @Option(help: ArgumentHelp(CrewHelp.crew))
    var crew: CrewID

    @Option(help: ArgumentHelp(RouteHelp.day, valueName: "date"))
    var date: CalendarDate

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (route, zone) = try await context.withDatabase { database in
            (try await ReadRoutes.one(of: crew, on: date, in: database), database.installation.timeZone)
        }
        let rows = route.stops.flatMap { stop in stop.jobs.map { Row($0, sequence: stop.sequence) } }
        try context.answer(rows, as: Row.listing(in: zone))
    }

    private struct Row: Encodable, Sendable {
        let id: JobID
        let accountNo: AccountNumber?
        let kind: String
        let state: String
        let result: String?
        let reason: String?
        let sequence: Int
        let arrival: Instant
        let address: String
        let unit: String?
        let floor: String?
        let deadline: CalendarDate?
        let crewID: CrewID

        init(_ row: DayRouteRow, sequence: Int) {
            id = row.job
            accountNo = row.account
            kind = row.kind
            state = row.state
            result = row.result
            reason = row.reason
            self.sequence = sequence
            arrival = row.arrival
            address = row.address
            unit = row.unit
            floor = row.floor
            deadline = row.deadline
            crewID = row.crew
        }

        static func listing(in zone: UtilityTimeZone) -> Listing<Row> {
            Listing(
                [
                    Column("id", .job) { .text($0.id.text) },
                    Column("sequence", .sequence, .trailing) { .integer($0.sequence) },
                    Column("arrival", .arrival) { .text(zone.minute(of: $0.arrival).description) },
                    Column("account_no", .account) { .optional($0.accountNo?.text) },
                    Column("address", .address, isFlexible: true) { .text($0.address) },
                    Column("floor", .floor) { .optional($0.floor) },
                    Column("unit", .unit) { .optional($0.unit) },
                    Column("kind", .jobKind) { .phrase(Phrase(code: $0.kind)) },
                    Column("reason", .reason) {
                        $0.reason.flatMap(VisitReason.init).map { .phrase(Phrase($0)) } ?? .empty
                    },
                    Column("deadline", .deadline) { $0.deadline.map { .date($0) } ?? .empty },
                    Column("state", .state) { .phrase(Phrase(code: $0.state)) },
                    Column("result", .result) { $0.result.map { .phrase(Phrase(code: $0)) } ?? .empty },
                ],
                empty: .noJobs)
        }
    }
}
