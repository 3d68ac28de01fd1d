package import GasService

/// Routes as tables.
package enum RouteListing {
    /// A job with the stop and the route that it belongs to.
    package struct Row: Sendable {
        package let route: CrewRoute
        package let stop: RouteStop
        package let job: RouteJob
    }

    /// All jobs of a document in the order of routes and stops.
    package static func rows(of document: RouteDocument) -> [Row] {
        document.routes.flatMap { route in
            route.stops.flatMap { stop in stop.jobs.map { Row(route: route, stop: stop, job: $0) } }
        }
    }

    /// One line a job, complete; what `--as csv` writes.
    package static func jobs(in zone: UtilityTimeZone) -> Listing<Row> {
        Listing(
            [
                Column("crew_id", .crew) { .text($0.route.crewID.text) },
                Column("date", .date) { .date($0.route.date) },
                Column("version", .version, .trailing) { .integer($0.route.version) },
                Column("sequence", .sequence, .trailing) { .integer($0.stop.sequence) },
                Column("arrival", .arrival) { .instant($0.stop.arrival, zone) },
                Column("departure", .departure) { .instant($0.stop.departure, zone) },
                Column("building", .building) { .optional($0.stop.building?.text) },
                Column("address", .address, isFlexible: true) { .text($0.stop.address) },
                Column("latitude", .latitude, .trailing) { .decimal($0.stop.position.latitude, places: 6) },
                Column("longitude", .longitude, .trailing) { .decimal($0.stop.position.longitude, places: 6) },
                Column("job", .job) { .text($0.job.id.text) },
                Column("kind", .jobKind) { .text($0.job.kind) },
                Column("state", .state) { .text($0.job.state) },
                Column("account_no", .account) { .text($0.job.accountNo.text) },
                Column("customer_class", .customerClass) { .text($0.job.customerClass.rawValue) },
                Column("unit", .unit) { .optional($0.job.unit) },
                Column("floor", .floor) { .optional($0.job.floor) },
                Column("note", .note, isFlexible: true) { .optional($0.job.note) },
            ],
            empty: .noRoutes)
    }

    /// One crew's stops as a crew reads them.
    package static func stops(in zone: UtilityTimeZone) -> Listing<RouteStop> {
        Listing(
            [
                Column("sequence", .sequence, .trailing) { .integer($0.sequence) },
                Column("arrival", .arrival) { .text(zone.minute(of: $0.arrival).description) },
                Column("departure", .departure) { .text(zone.minute(of: $0.departure).description) },
                Column("address", .address, isFlexible: true) { .text($0.address) },
                Column("jobs", .jobs, .trailing) { .integer($0.jobs.count) },
                Column("units", .unit, isFlexible: true) { .text($0.jobs.compactMap(\.unit).joined(separator: " ")) },
            ],
            empty: .noRoutes)
    }
}
