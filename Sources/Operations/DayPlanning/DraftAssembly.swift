import Archive
import GasService
import Routing

/// Turns solved routes into the drafts that are saved, district by district.
///
/// What a leg costs belongs to the district of the stop it leads to, the way home to that of the last stop; so a company
/// crew's day is the sum over its districts. A crew that would come too early waits where it was before: the arrival of a
/// stop is the beginning of its service.
struct DraftAssembly: Sendable {
    let clock: DayClock

    /// The routes of each district, by crew.
    func routes(of parts: [DaySolver.Part]) -> [DistrictID: [DraftDay.Route]] {
        var result: [DistrictID: [DraftDay.Route]] = [:]
        for part in parts {
            for route in part.plan.routes where route.isUsed {
                for (district, draft) in self.routes(route, part.problem) {
                    result[district, default: []].append(draft)
                }
            }
        }
        return result.mapValues { $0.sorted { $0.crewID < $1.crewID } }
    }

    private func routes(_ route: PlannedRoute, _ problem: DayProblem) -> [DistrictID: DraftDay.Route] {
        var drafts: [DistrictID: DraftDay.Route] = [:]
        let travel = problem.routing.travel
        let home = problem.routing.crews[route.crew].endLocation
        var place = problem.routing.crews[route.crew].startLocation
        var free = route.departureSeconds
        for stop in route.stops {
            let location = problem.routing.visits[stop.visit].location
            let visit = problem.visits[stop.visit]
            let driving = travel.seconds(from: place, to: location)
            let leave = stop.isCommitted ? max(stop.endSeconds, stop.departureSeconds) : stop.endSeconds
            if let district = visit.district {
                var draft = drafts[district] ?? empty(route, problem)
                draft.meters += travel.metres(from: place, to: location)
                draft.travelSeconds += driving
                draft.serviceSeconds += leave - stop.startSeconds
                let resting = route.breaks.reduce(0) { sum, rest in
                    sum + max(0, min(rest.endSeconds, stop.startSeconds) - max(rest.startSeconds, free))
                }
                draft.waitingSeconds += max(0, stop.startSeconds - free - driving - resting)
                draft.stops.append(self.stop(visit, stop, leave, number: draft.stops.count + 1))
                drafts[district] = draft
            }
            place = location
            free = leave
        }
        if let last = route.stops.last.flatMap({ problem.visits[$0.visit].district }) {
            drafts[last]?.meters += travel.metres(from: place, to: home)
            drafts[last]?.travelSeconds += travel.seconds(from: place, to: home)
        }
        return drafts
    }

    private func empty(_ route: PlannedRoute, _ problem: DayProblem) -> DraftDay.Route {
        DraftDay.Route(
            crewID: problem.crews[route.crew].crew.crew, departsAt: clock.instant(atSecond: route.departureSeconds),
            returnsAt: clock.instant(atSecond: max(route.departureSeconds, route.finishSeconds)), meters: 0,
            travelSeconds: 0, serviceSeconds: 0, waitingSeconds: 0,
            breaks: route.breaks.map {
                DraftDay.Break(
                    startsAt: clock.instant(atSecond: $0.startSeconds), endsAt: clock.instant(atSecond: $0.endSeconds))
            },
            stops: [])
    }

    private func stop(_ visit: DayVisit, _ planned: PlannedStop, _ leave: Int, number: Int) -> DraftDay.Stop {
        let (building, address, jobs): (BuildingID?, String, [DraftDay.Job]) =
            switch visit {
            case .planned(let stop):
                (stop.building, stop.address, stop.candidates.map { .proposed($0.account, stop.reason) })
            case .begun(let begun): (begun[0].building, begun[0].address, begun.map { .begun($0.job) })
            case .elsewhere: (nil, "", [])
            }
        guard let building else { preconditionFailure("stops of other districts are not saved") }
        return DraftDay.Stop(
            sequence: number, buildingID: building, address: address, latitude: visit.latitude,
            longitude: visit.longitude, arrival: clock.instant(atSecond: planned.startSeconds),
            departure: clock.instant(atSecond: leave), jobs: jobs)
    }
}
