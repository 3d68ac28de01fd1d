import Routing

/// Drives one route again, second by second, and notes whatever does not hold.
struct RouteAudit {
    private let route: PlannedRoute
    private let problem: RoutingProblem
    private let crew: Crew

    init(_ route: PlannedRoute, _ problem: RoutingProblem) {
        self.route = route
        self.problem = problem
        crew = problem.crews[route.crew]
    }

    func faults() -> [PlanFault] {
        guard route.isUsed else {
            return crew.committed.isEmpty && route.breaks.isEmpty && route.metres == 0
                ? [] : [.committed(crew: route.crew)]
        }
        return committed() + people() + amounts() + timing() + shift() + rests() + totals()
    }

    private var free: ArraySlice<PlannedStop> { route.stops.dropFirst(crew.committed.count) }

    private func committed() -> [PlanFault] {
        let flags = route.stops.map(\.isCommitted)
        guard route.stops.count >= crew.committed.count,
            flags == flags.indices.map({ $0 < crew.committed.count })
        else { return [.committed(crew: route.crew)] }
        let holds = zip(route.stops, crew.committed).enumerated().allSatisfy { index, pair in
            let (stop, fact) = pair
            // Behind the last committed stop a break may follow before the crew drives on.
            let isLast = index == crew.committed.count - 1
            let free = fact.departureSeconds ?? stop.departureSeconds
            return stop.visit == fact.visit && fact.startSeconds ?? stop.startSeconds == stop.startSeconds
                && (isLast ? stop.departureSeconds >= free : stop.departureSeconds == free)
        }
        return holds ? [] : [.committed(crew: route.crew)]
    }

    private func people() -> [PlanFault] {
        free.filter { stop in
            let visit = problem.visits[stop.visit]
            return !visit.requiredSkills.subtracting(crew.skills).isEmpty
                || visit.excludedCrews.contains(route.crew)
                || (visit.allowedCrews.map { !$0.contains(route.crew) } ?? false)
                || (visit.pinnedCrew.map { $0 != route.crew } ?? false)
        }
        .map { .ineligible(visit: $0.visit, crew: route.crew) }
    }

    private func amounts() -> [PlanFault] {
        // What is committed is a fact, even if it is too much; nothing may then be added.
        guard !free.isEmpty else { return [] }
        var faults: [PlanFault] = []
        let load = route.visits.reduce(0) { $0 + problem.visits[$1].load }
        let freeLoad = free.reduce(0) { $0 + problem.visits[$1.visit].load }
        if let capacity = crew.capacity, load > capacity, freeLoad > 0 { faults.append(.capacity(crew: route.crew)) }
        if let most = crew.maximumVisits, route.stops.count > most { faults.append(.visitCount(crew: route.crew)) }
        return faults
    }

    private func timing() -> [PlanFault] {
        var faults: [PlanFault] = []
        var place = crew.startLocation
        var left = route.departureSeconds
        for (index, stop) in route.stops.enumerated() {
            let visit = problem.visits[stop.visit]
            let drive = problem.travel.seconds(from: place, to: visit.location)
            if !stop.isCommitted {
                let rests = route.breaks.contains {
                    $0.startSeconds >= stop.endSeconds && $0.endSeconds == stop.departureSeconds
                }
                let holds =
                    stop.arrivalSeconds == left + drive && stop.startSeconds >= stop.arrivalSeconds
                    && stop.endSeconds == stop.startSeconds + visit.serviceSeconds
                    && (rests ? stop.departureSeconds >= stop.endSeconds : stop.departureSeconds == stop.endSeconds)
                if !holds { faults.append(.timing(crew: route.crew, stop: index)) }
                let opens = visit.windows.isEmpty || visit.windows.contains { $0.contains(stop.startSeconds) }
                if !opens || stop.startSeconds < visit.releaseSeconds ?? stop.startSeconds {
                    faults.append(.window(visit: stop.visit))
                }
            }
            place = visit.location
            left = stop.departureSeconds
        }
        if route.finishSeconds != left + problem.travel.seconds(from: place, to: crew.endLocation) {
            faults.append(.timing(crew: route.crew, stop: route.stops.count))
        }
        return faults
    }

    private func restSeconds(from start: Int, to end: Int) -> Int {
        route.breaks.filter { $0.startSeconds >= start && $0.endSeconds <= end }
            .reduce(0) { $0 + $1.endSeconds - $1.startSeconds }
    }

    private func shift() -> [PlanFault] {
        var faults: [PlanFault] = []
        let home = homeward()
        if crew.committed.isEmpty && route.onDutySeconds < crew.shift.earliestSeconds
            || route.onDutySeconds > route.departureSeconds
            || route.finishSeconds > max(crew.shift.latestSeconds, home ?? Int.min)
        {
            faults.append(.shift(crew: route.crew))
        }
        let most = crew.maximumDurationSeconds ?? Int.max
        if route.durationSeconds > max(most, home.map { $0 - route.onDutySeconds } ?? Int.min) {
            faults.append(.duration(crew: route.crew))
        }
        return faults
    }

    /// The breaks that can still be asked for: all, or with committed stops those that could follow these.
    private var openBreaks: [CrewBreak] {
        guard !crew.committed.isEmpty else { return crew.breaks }
        var time = readyAfterCommitted
        return crew.breaks.filter { rest in
            let start = max(time, rest.window.earliestSeconds)
            guard start <= rest.window.latestSeconds else { return false }
            time = start + rest.durationSeconds
            return true
        }
    }

    private var readyAfterCommitted: Int {
        let last = route.stops[crew.committed.count - 1]
        let rested = restSeconds(from: last.endSeconds, to: last.departureSeconds) > 0
        return crew.committed.last?.departureSeconds ?? (rested ? last.endSeconds : last.departureSeconds)
    }

    /// When a crew with committed stops would be home if it took nothing more: the shift yields to that.
    private func homeward() -> Int? {
        guard let last = crew.committed.last else { return nil }
        let drive = problem.travel.seconds(from: problem.visits[last.visit].location, to: crew.endLocation)
        var time = readyAfterCommitted
        var finishes: [Int] = []
        for rest in openBreaks {
            if time + drive <= rest.window.latestSeconds { finishes.append(time + drive) }
            time = max(time, rest.window.earliestSeconds) + rest.durationSeconds
        }
        finishes.append(time + drive)
        return finishes.min()
    }

    private func rests() -> [PlanFault] {
        let open = openBreaks
        var holds = route.breaks.count <= open.count
        var free = route.onDutySeconds
        for (taken, asked) in zip(route.breaks, open) {
            holds =
                holds && asked.window.contains(taken.startSeconds)
                && taken.endSeconds == taken.startSeconds + asked.durationSeconds && taken.startSeconds >= free
                && isIdle(during: taken)
            free = taken.endSeconds
        }
        if let due = open.dropFirst(route.breaks.count).first {
            holds = holds && route.finishSeconds <= due.window.latestSeconds
        }
        return holds ? [] : [.rest(crew: route.crew)]
    }

    /// Whether the crew stands still, and where the break says, all through a break.
    private func isIdle(during rest: PlannedBreak) -> Bool {
        func covers(_ start: Int, _ end: Int, _ location: Int) -> Bool {
            rest.location == location && start <= rest.startSeconds && rest.endSeconds <= end
        }
        return covers(route.onDutySeconds, route.departureSeconds, crew.startLocation)
            || route.stops.contains { stop in
                let location = problem.visits[stop.visit].location
                return covers(stop.arrivalSeconds, stop.startSeconds, location)
                    || covers(stop.endSeconds, stop.departureSeconds, location)
            }
    }

    private func totals() -> [PlanFault] {
        let places = [crew.startLocation] + route.visits.map { problem.visits[$0].location } + [crew.endLocation]
        let legs = zip(places, places.dropFirst())
        let metres = legs.reduce(0) { $0 + problem.travel.metres(from: $1.0, to: $1.1) }
        let seconds = legs.reduce(0) { $0 + problem.travel.seconds(from: $1.0, to: $1.1) }
        return metres == route.metres && seconds == route.travelSeconds ? [] : [.totals(crew: route.crew)]
    }
}
