package import Archive
package import GasService
import PostgresClient

/// Forecasts how many of the open obligations due by a day will be inspected in time, if the stored plan is carried out.
package struct ForecastCoverage: Sendable {
    /// The forecast of a district, with what it stands on.
    package struct District: Sendable, Hashable {
        /// The district.
        package let district: DistrictID
        /// Obligations that have no visit planned before their deadline; overdue ones are among them.
        package let withoutVisit: Int
        /// How often first visits are expected to get in.
        package let firstRate: SuccessRate
        /// How often revisits are.
        package let revisitRate: SuccessRate
        /// The forecast.
        package let forecast: ForecastReport
    }

    private let until: CalendarDate?
    private let district: DistrictID?

    /// Forecasts deadlines up to a day, by default of the next twelve months.
    package init(until: CalendarDate? = nil, district: DistrictID? = nil) {
        self.until = until
        self.district = district
    }

    /// Reads and forecasts.
    ///
    /// - Returns: The last deadline that counts, and the districts in their order.
    /// - Throws: `GasworksError.unknownDistrict`, `emptyDatabase`.
    nonisolated(nonsending) package func run(
        in database: GasworksDatabase
    ) async throws -> (until: CalendarDate, districts: [District]) {
        let (until, district) = (until, district)
        return try await database.snapshot { connection in
            let today = try await connection.queryOne("SELECT today()", as: (CalendarDate.self))
            let last = until ?? today.adding(months: 12)
            let all = try await PlanningDistrict.all(on: connection).map(\.district)
            guard !all.isEmpty else { throw GasworksError.emptyDatabase }
            let wanted = all.filter { district == nil || $0 == district }
            guard !wanted.isEmpty else { throw GasworksError.unknownDistrict(district?.text ?? "") }
            let stored = try await StoredSetting.all(on: connection)
            let seen = try await SuccessCounts.all(before: today, on: connection)
            let rounds = try await PlannedRounds.all(dueBy: last, in: district, on: connection)
            let districts = wanted.map { one in
                let settings = Settings(stored: stored, district: one, on: today)
                let counts = seen[one] ?? SuccessCounts()
                let (first, revisit) = (counts.firstRate(settings), counts.revisitRate(settings))
                let planned = rounds[one] ?? [:]
                return District(
                    district: one, withoutVisit: planned[0] ?? 0, firstRate: first, revisitRate: revisit,
                    forecast: ForecastReport(CoverageForecast(rounds: planned, first: first, revisit: revisit)))
            }
            return (last, districts)
        }
    }
}
