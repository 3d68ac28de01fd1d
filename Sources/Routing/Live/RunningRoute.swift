/// One crew's route at some moment of its day and a new visit, as a problem of their own.
///
/// What has begun is committed, and what was promised is pinned:
///
/// - A stop is committed when the crew has begun it or has left for it.
/// - A promised stop keeps its start to the second, and so does a stop whose pair depends on it.
/// - All other stops keep their order, and may be delayed as far as their windows allow, or, at a price, beyond.
/// - A crew that has not left yet, or has nothing more to do, is free from now on.
///
/// Places, visits and the crew are numbered anew: a route depends on no other, so neither does its travel matrix.
struct RunningRoute {
    /// What is known of the day as a whole.
    struct Day {
        let crews: [Crew]
        let visits: [Visit]
        let plan: RoutingPlan
        /// Visits that keep their start: promised, or of a pair.
        let pinned: Set<Int>
        let balanceWeight: Int
    }

    /// Visits of the route in order, then the new one; each has the index in the day at its place in `visits`.
    let problem: RoutingProblem
    /// The visits' indices in the day; the new one's is the number of visits there.
    let visits: [Int]
    /// The first visit that is not committed.
    let firstFree: Int
    /// For each visit whether it may be taken off the route.
    let mayGiveWay: [Bool]
    private let places: [Int]

    init(
        _ crew: Int, of day: Day, adding visit: Visit, now: Int, missedWindowCostPerSecond: Int?,
        travel: LiveInsertion.Travel
    ) throws(RoutingProblemError) {
        let route = day.plan.routes[crew]
        let past = RoutePast(route, now: now)
        firstFree = past.committed.count
        visits = route.visits + [day.visits.count]

        var stops = route.stops.enumerated().map { index, stop in
            var own = day.visits[stop.visit].alone(with: crew)
            if day.pinned.contains(stop.visit) {
                own.windows = [TimeWindow.pinned(at: stop.startSeconds)]
                own.releaseSeconds = nil
            } else if let missedWindowCostPerSecond, index >= past.committed.count {
                own.openWindow(at: stop.startSeconds, costPerSecond: missedWindowCostPerSecond)
            }
            return own
        }
        stops.append(visit.alone(with: crew))
        mayGiveWay = visits.enumerated().map { index, name in
            index >= past.committed.count && index < route.stops.count && !day.visits[name].isMandatory
                && !day.pinned.contains(name)
        }

        var people = day.crews[crew]
        people.committed = past.committed.enumerated().map { index, stop in
            CommittedStop(visit: index, startSeconds: stop.startSeconds, departureSeconds: stop.departureSeconds)
        }
        if past.committed.isEmpty {
            people.shift.earliestSeconds = min(
                max(people.shift.earliestSeconds, past.freeSeconds), people.shift.latestSeconds)
        }
        people.breaks = past.untaken(people.breaks)

        let named = [people.startLocation, people.endLocation] + stops.map(\.location)
        places = Set(named).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($0.element, $0.offset) })
        people.startLocation = numbers[people.startLocation] ?? 0
        people.endLocation = numbers[people.endLocation] ?? 0
        for index in stops.indices { stops[index].location = numbers[stops[index].location] ?? 0 }
        problem = try RoutingProblem(
            travel: travel(places), crews: [people], visits: stops, balanceWeight: day.balanceWeight)
    }

    /// A route of the small problem in the day's numbers.
    func renamed(_ route: PlannedRoute, crew: Int) -> PlannedRoute {
        var route = route
        route.crew = crew
        for index in route.stops.indices { route.stops[index].visit = visits[route.stops[index].visit] }
        for index in route.breaks.indices { route.breaks[index].location = places[route.breaks[index].location] }
        return route
    }
}

extension Visit {
    /// Lets service begin after the window in which it is planned, at a price for each second.
    ///
    /// A visit with a due time keeps that and its price.
    fileprivate mutating func openWindow(at start: Int, costPerSecond: Int) {
        guard let window = windows.first(where: { $0.contains(start) }) else { return }
        windows = [TimeWindow(window.earliestSeconds...RoutingProblem.instantRange.upperBound)]
        guard dueSeconds == nil || lateCostPerSecond == 0 else { return }
        dueSeconds = window.latestSeconds
        lateCostPerSecond = costPerSecond
    }
}
