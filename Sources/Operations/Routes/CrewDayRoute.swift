package import Archive
package import GasService

/// A crew's day in whichever districts it works.
package struct CrewDayRoute: Sendable {
    package let crew: CrewID
    package let name: String
    package let district: DistrictID
    package let depotLatitude: Double
    package let depotLongitude: Double
    /// The highest version among the districts' plans.
    package let version: Int32
    /// The version of each district's plan.
    package let versions: [DistrictID: Int32]
    package let madeAt: Instant
    package let departsAt: Instant
    package let returnsAt: Instant
    package let meters: Int
    package let travelSeconds: Int
    package let serviceSeconds: Int
    package let waitingSeconds: Int
    package let breaks: [DraftDay.Break]
    package let stops: [Stop]

    /// A halt, numbered through the crew's whole day.
    package struct Stop: Sendable {
        package let sequence: Int
        /// Its jobs, never none; what they say of the stop is the same in all.
        package let jobs: [DayRouteRow]

        /// The first job, which tells of the stop.
        package var place: DayRouteRow { jobs[0] }
    }

    /// The number of jobs.
    package var jobCount: Int { stops.reduce(0) { $0 + $1.jobs.count } }

    /// Gathers the rows of one crew, in the order of arrival.
    init?(_ rows: [DayRouteRow]) {
        guard let first = rows.first else { return nil }
        crew = first.crew
        name = first.crewName
        district = first.crewDistrict
        depotLatitude = first.depotLatitude
        depotLongitude = first.depotLongitude
        var seen: [DistrictID: DayRouteRow] = [:]
        for row in rows where seen[row.district] == nil { seen[row.district] = row }
        let parts = seen.values
        versions = seen.mapValues(\.version)
        version = parts.map(\.version).max() ?? first.version
        madeAt = parts.map(\.madeAt).max() ?? first.madeAt
        departsAt = parts.map(\.departsAt).min() ?? first.departsAt
        returnsAt = parts.map(\.returnsAt).max() ?? first.returnsAt
        meters = parts.reduce(0) { $0 + Int($1.meters) }
        travelSeconds = parts.reduce(0) { $0 + Int($1.travelSeconds) }
        serviceSeconds = parts.reduce(0) { $0 + Int($1.serviceSeconds) }
        waitingSeconds = parts.reduce(0) { $0 + Int($1.waitingSeconds) }
        breaks = Array(Set(parts.flatMap(\.breaks))).sorted { $0.startsAt < $1.startsAt }
        var groups: [[DayRouteRow]] = []
        for row in rows {
            if let last = groups.last?.last, last.district == row.district, last.sequence == row.sequence {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        stops = groups.enumerated().map { Stop(sequence: $0.offset + 1, jobs: $0.element) }
    }

    /// Rows in the order of crews and arrivals as one route a crew.
    static func all(_ rows: [DayRouteRow]) -> [CrewDayRoute] {
        var routes: [CrewDayRoute] = []
        var own: [DayRouteRow] = []
        for row in rows {
            if let last = own.last, last.crew != row.crew {
                if let route = CrewDayRoute(own) { routes.append(route) }
                own = []
            }
            own.append(row)
        }
        if let route = CrewDayRoute(own) { routes.append(route) }
        return routes
    }
}
