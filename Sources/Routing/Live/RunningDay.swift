/// A plan at some moment of its day, as a problem: what has begun is committed, what was promised is pinned.
///
/// - A stop is committed when the crew has begun it or has left for it.
/// - A promised stop keeps its start to the second, and so does a stop whose pair depends on it.
/// - All other stops keep their crew and their order, and may be delayed as far as their windows allow.
/// - A crew that has not left yet, or has nothing more to do, is free from now on.
struct RunningDay {
    /// The problem with committed stops and pinned windows; the new visit is the last.
    let problem: RoutingProblem
    /// The stops of each crew that are not committed, in order.
    let remaining: [[Int]]

    init(
        _ problem: RoutingProblem, _ plan: RoutingPlan, now: Int, promised: Set<Int>, adding visit: Visit
    ) throws(RoutingProblemError) {
        var visits = problem.visits
        let paired = Set(problem.pairs.flatMap { [$0.first, $0.second] })
        var crews = problem.crews
        var remaining: [[Int]] = []
        for route in plan.routes {
            for stop in route.stops where promised.contains(stop.visit) || paired.contains(stop.visit) {
                visits[stop.visit].windows = [Self.pinned(stop.startSeconds)]
                visits[stop.visit].releaseSeconds = nil
            }
            let past = Past(route, now: now)
            crews[route.crew].committed = past.committed
            if past.committed.isEmpty {
                let shift = crews[route.crew].shift
                crews[route.crew].shift.earliestSeconds = min(
                    max(shift.earliestSeconds, past.freeSeconds), shift.latestSeconds)
            }
            crews[route.crew].breaks = past.untaken(problem.crews[route.crew].breaks)
            remaining.append(route.stops.dropFirst(past.committed.count).map(\.visit))
        }
        self.remaining = remaining
        self.problem = try RoutingProblem(
            travel: problem.travel, crews: crews, visits: visits + [visit], balanceWeight: problem.balanceWeight)
    }

    /// The window that holds one instant, which stays within the range of instants where no way leads anywhere.
    private static func pinned(_ seconds: Int) -> TimeWindow {
        let instant = min(seconds, RoutingProblem.instantRange.upperBound)
        return TimeWindow(instant...instant)
    }
}

/// What of a route lies behind the present instant.
private struct Past {
    /// Stops that the crew has begun or has left for.
    private(set) var committed: [CommittedStop] = []
    /// From when on the crew can do something else.
    private(set) var freeSeconds: Int
    private let taken: Set<Int>

    init(_ route: PlannedRoute, now: Int) {
        let count = Self.begunCount(route, now: now)
        // A break that fills the wait for a committed stop is as good as taken.
        let settled = count > 0 ? max(now, route.stops[count - 1].startSeconds) : now
        let begun = route.breaks.filter { $0.startSeconds <= settled }
        taken = Set(begun.map(\.number))
        let rested = begun.last { $0.startSeconds <= now }?.endSeconds ?? now
        freeSeconds = max(now, rested)
        for (index, stop) in route.stops.prefix(count).enumerated() {
            var free = stop.departureSeconds
            if index + 1 < count {
                // Facts may overlap where services took less than was planned.
                free = min(free, route.stops[index + 1].startSeconds)
            } else {
                free = min(max(stop.endSeconds, freeSeconds), RoutingProblem.instantRange.upperBound)
                freeSeconds = free
            }
            committed.append(
                CommittedStop(visit: stop.visit, startSeconds: stop.startSeconds, departureSeconds: free))
        }
    }

    func untaken(_ breaks: [CrewBreak]) -> [CrewBreak] {
        breaks.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }

    private static func begunCount(_ route: PlannedRoute, now: Int) -> Int {
        var left = route.departureSeconds
        for (index, stop) in route.stops.enumerated() {
            if !stop.isCommitted, left > now { return index }
            left = stop.departureSeconds
        }
        return route.stops.count
    }
}
