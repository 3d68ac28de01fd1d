package import GasService

/// One crew's way through a day.
///
/// Its JSON is what `route show` answers.
package struct CrewRoute: Sendable, Encodable {
    package let crewID: CrewID
    package let date: CalendarDate
    /// The version of the day plan that the route belongs to.
    package let version: Int
    package let district: DistrictID
    package let name: String
    package let depot: GeoPoint
    /// When the crew leaves its depot.
    package let leavesDepot: Instant
    /// When it is back.
    package let returnsToDepot: Instant
    /// When it rests, in order.
    package let breaks: [RouteBreak]
    /// Metres driven, the way back included; nil when the plan does not say.
    package let distance: Int?
    /// The stops in order.
    package let stops: [RouteStop]

    package init(
        crewID: CrewID, date: CalendarDate, version: Int, district: DistrictID, name: String, depot: GeoPoint,
        leavesDepot: Instant, returnsToDepot: Instant, breaks: [RouteBreak], distance: Int?, stops: [RouteStop]
    ) {
        self.crewID = crewID
        self.date = date
        self.version = version
        self.district = district
        self.name = name
        self.depot = depot
        self.leavesDepot = leavesDepot
        self.returnsToDepot = returnsToDepot
        self.breaks = breaks
        self.distance = distance
        self.stops = stops
    }

    /// Depot, stops, depot.
    var path: [GeoPoint] { [depot] + stops.map(\.position) + [depot] }

    var jobCount: Int { stops.reduce(0) { $0 + $1.jobs.count } }
}
