import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks inspection due`: what must be inspected by a day.
struct ListDue: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: InspectionHelp.due)

    @Option(help: ArgumentHelp(InspectionHelp.dueUntil, valueName: "date"))
    var until: CalendarDate

    @Option(help: ArgumentHelp(GlobalHelp.onlyDistrict))
    var district: DistrictID?

    @Option(name: .customLong("class"), help: ArgumentHelp(InspectionHelp.onlyClass, valueName: "class"))
    var customerClass: CustomerClass?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            try await database.demand(district)
            let today = try await database.today()
            switch context.format {
            case .table:
                var rows: [DueAnswer] = []
                try await each(in: database, today: today) { rows.append($0) }
                try context.answer(rows, as: DueAnswer.listing)
                let overdue = rows.filter(\.overdue).count
                if !rows.isEmpty { try context.say(.dueAndOverdue(rows.count, overdue: overdue, until: until)) }
            case .csv:
                var writer = CSVWriter(
                    CSVWriter.Dialect(language: context.language), output: StandardStream.output.chunked())
                try writer.writeHeader(DueAnswer.listing.header)
                try await each(in: database, today: today) { try DueAnswer.listing.write($0, to: &writer) }
                try writer.finish()
            case .json:
                var writer = JSONArrayWriter(output: StandardStream.output.chunked())
                try await each(in: database, today: today) { try writer.add($0) }
                try writer.finish()
            }
        }
    }

    private nonisolated(nonsending) func each(
        in database: GasworksDatabase, today: CalendarDate, _ body: (DueAnswer) throws -> Void
    ) async throws {
        try await database.read { connection in
            try await DueObligation.each(until: until, in: district, of: customerClass, on: connection) {
                try body(DueAnswer($0, today: today))
            }
        }
    }
}

/// An open obligation as the command answers it.
struct DueAnswer: Encodable, Sendable {
    let accountNo: AccountNumber
    let district: DistrictID
    let customerClass: CustomerClass
    let address: String
    let unit: String?
    let windowOpens: CalendarDate
    let deadline: CalendarDate
    let overdue: Bool
    /// Negative when overdue.
    let daysLeft: Int
    let visits: Int
    let lastResult: VisitResult?
    let plannedDate: CalendarDate?

    init(_ due: DueObligation, today: CalendarDate) {
        (accountNo, district, customerClass) = (due.account, due.district, due.customerClass)
        (address, unit, windowOpens, deadline) = (due.address, due.unit, due.opens, due.deadline)
        (visits, lastResult, plannedDate) = (due.visits, due.lastResult, due.plannedDate)
        daysLeft = due.deadline.days(since: today)
        overdue = daysLeft < 0
    }

    static let listing = Listing<DueAnswer>([
        Column("account_no", .account) { .text($0.accountNo.text) },
        Column("district", .district) { .text($0.district.text) },
        Column("customer_class", .customerClass) { .phrase(Phrase($0.customerClass)) },
        Column("address", .address, isFlexible: true) { .text($0.address) },
        Column("unit", .unit) { .optional($0.unit) },
        Column("deadline", .deadline) { .date($0.deadline) },
        Column("overdue", .overdueMark) { $0.overdue ? .phrase(.overdueSign) : .text("") },
        Column("days_left", .daysLeft, .trailing) { .integer($0.daysLeft) },
        Column("visits", .visitsMade, .trailing) { .integer($0.visits) },
        Column("last_result", .lastResult) { $0.lastResult.map { .phrase(Phrase($0)) } ?? .empty },
        Column("planned_date", .planned) { $0.plannedDate.map { .date($0) } ?? .empty },
    ])
}
