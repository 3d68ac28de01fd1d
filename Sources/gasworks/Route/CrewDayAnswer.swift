import Archive
import GasService
import Operations
import Presentation

/// One line an overview has for each crew.
struct CrewDayAnswer: Encodable, Sendable {
    let crewID: CrewID
    let name: String
    let districts: [DistrictID]
    let stops: Int
    let jobs: Int
    let leavesDepot: Instant
    let returnsToDepot: Instant
    let breaks: [RouteBreak]
    let travelMinutes: Int
    let serviceMinutes: Int
    let waitingMinutes: Int
    let distanceMetres: Int

    init(_ route: CrewDayRoute) {
        crewID = route.crew
        name = route.name
        districts = route.versions.keys.sorted()
        stops = route.stops.count
        jobs = route.jobCount
        leavesDepot = route.departsAt
        returnsToDepot = route.returnsAt
        breaks = route.breaks.map { RouteBreak(startsAt: $0.startsAt, endsAt: $0.endsAt) }
        travelMinutes = (route.travelSeconds + 30) / 60
        serviceMinutes = (route.serviceSeconds + 30) / 60
        waitingMinutes = (route.waitingSeconds + 30) / 60
        distanceMetres = route.meters
    }

    /// The crews of a day, one a line.
    static func listing(in zone: UtilityTimeZone) -> Listing<CrewDayAnswer> {
        Listing(
            [
                Column("crew_id", .crew) { .text($0.crewID.text) },
                Column("name", .name, isFlexible: true) { .text($0.name) },
                Column("districts", .district, isFlexible: true) {
                    .text($0.districts.map(\.text).joined(separator: " "))
                },
                Column("stops", .stops, .trailing) { .integer($0.stops) },
                Column("jobs", .jobs, .trailing) { .integer($0.jobs) },
                Column("leaves_depot", .leavesDepot) { .text(zone.minute(of: $0.leavesDepot).description) },
                Column("returns_to_depot", .returnsToDepot) { .text(zone.minute(of: $0.returnsToDepot).description) },
                Column("breaks", .breaks) { .text($0.breaks.map { $0.text(in: zone) }.joined(separator: " ")) },
                Column("travel_minutes", .travel, .trailing) { .integer($0.travelMinutes) },
                Column("service_minutes", .service, .trailing) { .integer($0.serviceMinutes) },
                Column("waiting_minutes", .waiting, .trailing) { .integer($0.waitingMinutes) },
                Column("distance_km", .distance, .trailing) { .decimal(Double($0.distanceMetres) / 1000, places: 1) },
            ],
            empty: .noRoutes)
    }
}
