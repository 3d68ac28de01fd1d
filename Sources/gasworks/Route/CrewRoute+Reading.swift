import Archive
import GasService
import Operations
import Presentation

extension CrewRoute {
    /// A crew's day as it is shown and exported.
    init(_ route: CrewDayRoute, on date: CalendarDate) {
        self.init(
            crewID: route.crew, date: date, version: Int(route.version), district: route.district, name: route.name,
            depot: GeoPoint(latitude: route.depotLatitude, longitude: route.depotLongitude),
            leavesDepot: route.departsAt, returnsToDepot: route.returnsAt,
            breaks: route.breaks.map { RouteBreak(startsAt: $0.startsAt, endsAt: $0.endsAt) }, distance: route.meters,
            stops: route.stops.map { RouteStop($0) })
    }
}

extension RouteStop {
    init(_ stop: CrewDayRoute.Stop) {
        let place = stop.place
        self.init(
            sequence: stop.sequence, arrival: place.arrival, departure: place.departure, address: place.address,
            building: place.building, position: GeoPoint(latitude: place.latitude, longitude: place.longitude),
            jobs: stop.jobs.compactMap { RouteJob($0) })
    }
}

extension RouteJob {
    /// A job of a household; nil for one at a place of the network.
    init?(_ row: DayRouteRow) {
        guard let account = row.account, let customerClass = row.customerClass else { return nil }
        self.init(
            id: row.job, accountNo: account, kind: row.kind, state: row.state, customerClass: customerClass,
            unit: row.unit, floor: row.floor, result: row.result, reason: row.reason.flatMap(VisitReason.init),
            deadline: row.deadline, appointment: row.agreed.map { Appointment(startsAt: $0.from, endsAt: $0.until) })
    }
}
