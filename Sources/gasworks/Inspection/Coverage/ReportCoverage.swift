import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks inspection coverage`: how much of a year's inspections is done.
struct ReportCoverage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "How much of a year's inspections is done, and the list behind each figure.",
        discussion: """
            Each figure opens to its list: --list overdue. Addresses in lists have their numbers masked. --authority \
            writes the list as authorities take it: UTF-8 with byte order mark, Chinese headers.
            """)

    @Option(help: "The calendar year.")
    var year: Int

    @Option(help: "Only this district.")
    var district: DistrictID?

    @Option(name: .customLong("class"), help: "Only this class.")
    var customerClass: CustomerClass?

    @Option(help: ArgumentHelp("As it stood on this day; else today.", valueName: "date"))
    var asOf: CalendarDate?

    @Option(help: ArgumentHelp("The list behind a figure, or all that the year is about.", valueName: "figure"))
    var list: CoverageSelection?

    @Flag(help: "The list as CSV for authorities, in Chinese, with byte order mark.")
    var authority = false

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            let today = try await database.today()
            let day = asOf ?? today
            guard day <= today else {
                throw GasworksError.invalidValue(name: "--as-of", value: "\(day)", expected: "<= \(today)")
            }
            guard let period = CoveragePeriod(year: year, asOf: day) else {
                throw GasworksError.invalidValue(name: "--year", value: "\(year)", expected: "1...9999")
            }
            let query = CoverageQuery(period: period, district: district, customerClass: customerClass)
            if authority {
                try await CoverageListing(list?.figure, query, in: context).writeCSV(forAuthority: true, from: database)
            } else if let list {
                try await CoverageListing(list.figure, query, in: context).write(from: database)
            } else {
                let lines = try await database.read { try await CoverageLine.all(query, on: $0) }
                let answers = lines.map { CoverageAnswer($0) }
                try context.answer(answers, as: CoverageAnswer.listing, totals: CoverageAnswer(sumOf: lines))
                if context.format == .table, !lines.isEmpty { try context.say(.coverageOf(year: year, asOf: day)) }
            }
        }
    }
}
