import Archive
import GasService
import Routing

/// Turns routed plans into the routes that are saved, district by district.
///
/// What a leg costs belongs to the district of the stop it leads to, the way home to that of the last stop; so a company
/// crew's day is the sum over its districts. A crew that would come too early waits where it was before: the arrival of a
/// stop is the beginning of its service.
struct DraftAssembly: Sendable {
    /// What a visit of a routing problem stands for.
    struct Stop: Sendable {
        let district: DistrictID
        let building: BuildingID
        let address: String
        let latitude: Double
        let longitude: Double
        let jobs: [DraftDay.Job]
    }

    /// A route with the way back from its numbers to the trade.
    struct Sheet {
        let crew: CrewID
        let route: PlannedRoute
        let travel: TravelMatrix
        /// Where the crew starts and ends, as places of the matrix.
        let start: Int
        let end: Int
        /// The place of a visit in the matrix.
        let location: (Int) -> Int
        /// What a visit stands for; nil for a stop that stands in another district's plan.
        let stop: (Int) -> Stop?
    }

    let clock: DayClock

    /// The routes of each district, by crew.
    func routes(of parts: [DaySolver.Part]) -> [DistrictID: [DraftDay.Route]] {
        var result: [DistrictID: [DraftDay.Route]] = [:]
        for part in parts {
            let problem = part.problem
            for route in part.plan.routes where route.isUsed {
                let crew = problem.routing.crews[route.crew]
                let sheet = Sheet(
                    crew: problem.crews[route.crew].crew.crew, route: route, travel: problem.routing.travel,
                    start: crew.startLocation, end: crew.endLocation,
                    location: { problem.routing.visits[$0].location }, stop: { problem.visits[$0].draftStop })
                for (district, draft) in routes(of: sheet) { result[district, default: []].append(draft) }
            }
        }
        return result.mapValues { $0.sorted { $0.crewID < $1.crewID } }
    }

    /// One crew's route in each district in which it has a stop.
    func routes(of sheet: Sheet) -> [DistrictID: DraftDay.Route] {
        var drafts: [DistrictID: DraftDay.Route] = [:]
        var place = sheet.start
        var free = sheet.route.departureSeconds
        var last: DistrictID?
        for planned in sheet.route.stops {
            let location = sheet.location(planned.visit)
            let driving = sheet.travel.seconds(from: place, to: location)
            let leave = planned.isCommitted ? max(planned.endSeconds, planned.departureSeconds) : planned.endSeconds
            let stop = sheet.stop(planned.visit)
            if let stop {
                var draft = drafts[stop.district] ?? empty(sheet)
                draft.meters += sheet.travel.metres(from: place, to: location)
                draft.travelSeconds += driving
                draft.serviceSeconds += leave - planned.startSeconds
                let resting = sheet.route.breaks.reduce(0) { sum, rest in
                    sum + max(0, min(rest.endSeconds, planned.startSeconds) - max(rest.startSeconds, free))
                }
                draft.waitingSeconds += max(0, planned.startSeconds - free - driving - resting)
                draft.stops.append(
                    DraftDay.Stop(
                        sequence: draft.stops.count + 1, buildingID: stop.building, address: stop.address,
                        latitude: stop.latitude, longitude: stop.longitude,
                        arrival: clock.instant(atSecond: planned.startSeconds),
                        departure: clock.instant(atSecond: leave), jobs: stop.jobs))
                drafts[stop.district] = draft
            }
            last = stop?.district
            place = location
            free = leave
        }
        if let last {
            drafts[last]?.meters += sheet.travel.metres(from: place, to: sheet.end)
            drafts[last]?.travelSeconds += sheet.travel.seconds(from: place, to: sheet.end)
        }
        return drafts
    }

    /// A route without a stop, as that of a district whose last stop gave way.
    func empty(_ sheet: Sheet) -> DraftDay.Route {
        let route = sheet.route
        return DraftDay.Route(
            crewID: sheet.crew, departsAt: clock.instant(atSecond: route.departureSeconds),
            returnsAt: clock.instant(atSecond: max(route.departureSeconds, route.finishSeconds)), meters: 0,
            travelSeconds: 0, serviceSeconds: 0, waitingSeconds: 0,
            breaks: route.breaks.map {
                DraftDay.Break(
                    startsAt: clock.instant(atSecond: $0.startSeconds), endsAt: clock.instant(atSecond: $0.endSeconds))
            },
            stops: [])
    }
}

extension DayVisit {
    /// What the visit is in a draft; nil for one that stands in another district's plan.
    var draftStop: DraftAssembly.Stop? {
        let (building, address, jobs): (BuildingID, String, [DraftDay.Job])
        switch self {
        case .planned(let stop):
            (building, address) = (stop.building, stop.address)
            jobs = stop.candidates.map { .proposed($0.account, stop.reason) }
        case .begun(let begun):
            (building, address, jobs) = (begun[0].building, begun[0].address, begun.map { .existing($0.job) })
        case .fault(let stop): (building, address, jobs) = (stop.building, stop.address, [.existing(stop.job)])
        case .elsewhere: return nil
        }
        return district.map {
            DraftAssembly.Stop(
                district: $0, building: building, address: address, latitude: latitude, longitude: longitude, jobs: jobs
            )
        }
    }
}
