import Archive
import ArgumentParser
import GasService
import Presentation

/// `gasworks inspection coverage`: how much of a year's inspections is done.
struct ReportCoverage: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: InspectionHelp.coverage, discussion: InspectionHelp.coverageMore)

    @Option(help: ArgumentHelp(InspectionHelp.coverageYear))
    var year: Int

    @Option(help: ArgumentHelp(GlobalHelp.onlyDistrict))
    var district: DistrictID?

    @Option(name: .customLong("class"), help: ArgumentHelp(InspectionHelp.onlyClass, valueName: "class"))
    var customerClass: CustomerClass?

    @Option(help: ArgumentHelp(InspectionHelp.coverageAsOf, valueName: "date"))
    var asOf: CalendarDate?

    @Option(help: ArgumentHelp(InspectionHelp.coverageList, valueName: "figure"))
    var list: CoverageSelection?

    @Flag(help: ArgumentHelp(InspectionHelp.coverageAuthority))
    var authority = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard !authority || global.format != .json else { throw ValidationError(InspectionHelp.authorityIsCSV) }
    }

    func run(in context: CommandContext) async throws {
        try await context.withDatabase { database in
            try await database.demand(district)
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
