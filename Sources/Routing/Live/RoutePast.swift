/// What of a route lies behind the present instant.
struct RoutePast {
    /// Stops that the crew has begun or has left for, by their index in the day.
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

    /// The breaks that are still to be taken.
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
