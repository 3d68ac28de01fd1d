import ArgumentParser
import GasService
import Operations
import Presentation

/// `gasworks inspection forecast`: how much will be inspected in time.
struct ForecastInspections: GasworksCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: InspectionHelp.forecast, discussion: InspectionHelp.forecastMore)

    @Option(help: ArgumentHelp(InspectionHelp.forecastUntil, valueName: "date"))
    var until: CalendarDate?

    @Option(help: ArgumentHelp(GlobalHelp.onlyDistrict))
    var district: DistrictID?

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let (last, districts) = try await context.withDatabase { database in
            try await ForecastCoverage(until: until, district: district).run(in: database)
        }
        let answers = districts.map { ForecastAnswer($0) }
        try context.answer(answers, as: ForecastAnswer.listing, totals: ForecastAnswer(sumOf: districts))
        if context.format == .table { try context.say(.forecastUntil(last)) }
    }
}

/// The forecast of a district as the command answers it.
struct ForecastAnswer: Encodable, Sendable {
    /// Nil in the line of totals.
    let district: DistrictID?
    let due: Int
    let withoutVisit: Int
    let expected: Double
    let low: Double
    let high: Double
    let coverage: Double?
    let coverageLow: Double?
    let coverageHigh: Double?
    /// Nil in the line of totals, as what follows.
    let firstVisitRate: Double?
    let firstVisitsSeen: Int?
    let revisitRate: Double?
    let revisitsSeen: Int?

    init(_ one: ForecastCoverage.District) {
        self.init(one.district, one.withoutVisit, one.forecast, first: one.firstRate, revisit: one.revisitRate)
    }

    /// All districts as one; nil for a single one.
    init?(sumOf districts: [ForecastCoverage.District]) {
        guard districts.count > 1 else { return nil }
        self.init(
            nil, districts.reduce(0) { $0 + $1.withoutVisit }, ForecastReport(sumOf: districts.map(\.forecast)),
            first: nil, revisit: nil)
    }

    private init(
        _ district: DistrictID?, _ withoutVisit: Int, _ forecast: ForecastReport, first: SuccessRate?,
        revisit: SuccessRate?
    ) {
        (self.district, self.withoutVisit) = (district, withoutVisit)
        (due, expected, low, high) = (forecast.due, forecast.expected, forecast.low, forecast.high)
        (coverage, coverageLow, coverageHigh) = (forecast.coverage, forecast.coverageLow, forecast.coverageHigh)
        (firstVisitRate, firstVisitsSeen) = (first?.mean, first?.trials)
        (revisitRate, revisitsSeen) = (revisit?.mean, revisit?.trials)
    }

    static let listing = Listing<ForecastAnswer>([
        Column("district", .district) { $0.district.map { .text($0.text) } ?? .phrase(.total) },
        Column("due", .due, .trailing) { .integer($0.due) },
        Column("without_visit", .withoutVisit, .trailing) { .integer($0.withoutVisit) },
        Column("expected", .expectedCount, .trailing) { .decimal($0.expected, places: 1) },
        Column("coverage", .expectedCoverage, .trailing) { $0.coverage.map { .ratio($0) } ?? .empty },
        Column("coverage_low", .interval95, .trailing) { $0.coverageLow.map { .ratio($0) } ?? .empty },
        Column("coverage_high", .upTo, .trailing) { $0.coverageHigh.map { .ratio($0) } ?? .empty },
        Column("first_visit_rate", .firstVisitRate, .trailing) { $0.firstVisitRate.map { .ratio($0) } ?? .text("") },
        Column("first_visits_seen", .visitsSeen, .trailing) { $0.firstVisitsSeen.map { .integer($0) } ?? .text("") },
        Column("revisit_rate", .revisitRate, .trailing) { $0.revisitRate.map { .ratio($0) } ?? .text("") },
        Column("revisits_seen", .visitsSeen, .trailing) { $0.revisitsSeen.map { .integer($0) } ?? .text("") },
    ])
}
