package import Archive
package import GasService
import PostgresClient

/// Reads the routes of a day.
package enum ReadRoutes {
    /// One crew's route, in one statement: as published, or with `draft` the latest version, which is for the office.
    ///
    /// - Throws: `GasworksError`: `unknownCrew`, `nothingPublished`, `nothingPlanned`, `noRoute`; `roleRefused` for a crew
    ///   that asks for another crew's route or another day.
    nonisolated(nonsending) package static func one(
        of crew: CrewID, on date: CalendarDate, draft: Bool = false, in database: GasworksDatabase
    ) async throws -> CrewDayRoute {
        try await database.read { connection in
            let rows = try await DayRouteRow.all(on: date, crew: crew, draft: draft, by: connection)
            if let route = CrewDayRoute(rows) { return route }
            // Only when there is nothing to show is it worth another question why.
            let (known, district, planned, published) = try await connection.queryOne(
                """
                SELECT count(c.crew_id) > 0, min(c.district_id),
                       EXISTS (SELECT FROM day_head AS h WHERE h.plan_date = \(date)
                               AND (h.district_id = min(c.district_id) OR min(c.district_id) = '-')),
                       EXISTS (SELECT FROM day_head AS h WHERE h.plan_date = \(date) AND h.published_version IS NOT NULL
                               AND (h.district_id = min(c.district_id) OR min(c.district_id) = '-'))
                FROM crew AS c WHERE c.crew_id = \(crew)
                """,
                as: (Bool.self, DistrictID?.self, Bool.self, Bool.self))
            guard known else { throw GasworksError.unknownCrew(crew.text) }
            let place = district.flatMap { $0.isCompany ? nil : $0 }
            if draft, !planned { throw GasworksError.nothingPlanned(date: date, district: place) }
            if !draft, !published { throw GasworksError.nothingPublished(date: date, district: place) }
            throw GasworksError.noRoute(crew: crew, date: date)
        }
    }

    /// All routes of a day, of one district or of all.
    ///
    /// - Throws: `GasworksError`: `nothingPublished` or `nothingPlanned` where there is no version to show.
    nonisolated(nonsending) package static func all(
        on date: CalendarDate, of district: DistrictID? = nil, draft: Bool = false, in database: GasworksDatabase
    ) async throws -> DayOverview {
        try await database.snapshot { connection in
            let plans = try await StoredDayPlan.all(on: date, in: district, draft: draft, by: connection)
            guard !plans.isEmpty else {
                throw draft
                    ? GasworksError.nothingPlanned(date: date, district: district)
                    : GasworksError.nothingPublished(date: date, district: district)
            }
            let rows = try await DayRouteRow.all(
                on: date, crew: nil, district: district, draft: draft, by: connection)
            return DayOverview(date: date, plans: plans, routes: CrewDayRoute.all(rows))
        }
    }
}

/// A day: its plans by district, and its routes by crew.
package struct DayOverview: Sendable {
    /// The day.
    package let date: CalendarDate
    /// The version of each district.
    package let plans: [StoredDayPlan]
    /// The routes.
    package let routes: [CrewDayRoute]
}
