import Routing

/// Finds the cheapest plan of a small problem by trying all: an oracle that shares no code with the solver.
///
/// For crews without breaks or commitments and visits with at most one window.
struct ExhaustiveSearch {
    private let problem: RoutingProblem
    /// For each crew the cheapest cost of serving each set of visits, as a bit mask.
    private var table: [[Int?]] = []

    init(_ problem: RoutingProblem) {
        self.problem = problem
        table = problem.crews.indices.map { crew in
            var best = [Int?](repeating: nil, count: 1 << problem.visits.count)
            best[0] = 0
            extend([], mask: 0, crew: crew, best: &best)
            return best
        }
    }

    /// The least number of mandatory visits missed, and the least cost among plans that miss so few.
    func optimum() -> (missed: Int, cost: Int) {
        var answer = (missed: Int.max, cost: Int.max)
        let all = (1 << problem.visits.count) - 1
        for first in 0...all {
            guard let one = table[0][first] else { continue }
            var second = all & ~first
            while true {
                if let other = table[1][second] {
                    let left = all & ~first & ~second
                    let found = (missed: missed(left), cost: one + other + prizes(left))
                    if found < answer { answer = found }
                }
                if second == 0 { break }
                second = (second - 1) & all & ~first
            }
        }
        return answer
    }

    private func missed(_ mask: Int) -> Int {
        problem.visits.indices.count { mask & (1 << $0) != 0 && problem.visits[$0].isMandatory }
    }

    private func prizes(_ mask: Int) -> Int {
        problem.visits.indices.reduce(0) { sum, visit in
            guard mask & (1 << visit) != 0, case .optional(let prize) = problem.visits[visit].demand else { return sum }
            return sum + prize
        }
    }

    private func extend(_ route: [Int], mask: Int, crew: Int, best: inout [Int?]) {
        for visit in problem.visits.indices where mask & (1 << visit) == 0 {
            let longer = route + [visit]
            let covered = mask | 1 << visit
            guard isDrivable(longer, crew) else { continue }
            if let cost = cost(longer, crew) { best[covered] = min(best[covered] ?? Int.max, cost) }
            extend(longer, mask: covered, crew: crew, best: &best)
        }
    }

    /// Whether a route can be begun like this: all windows kept when the crew leaves as early as it may.
    private func isDrivable(_ route: [Int], _ crew: Int) -> Bool {
        finish(route, crew, leaving: problem.crews[crew].shift.earliestSeconds) != nil
    }

    private func finish(_ route: [Int], _ crew: Int, leaving: Int) -> Int? {
        var time = leaving
        var place = problem.crews[crew].startLocation
        for stop in route {
            let visit = problem.visits[stop]
            time += problem.travel.seconds(from: place, to: visit.location)
            if let window = visit.windows.first {
                guard time <= window.latestSeconds else { return nil }
                time = max(time, window.earliestSeconds)
            }
            time += visit.serviceSeconds
            place = visit.location
        }
        return time + problem.travel.seconds(from: place, to: problem.crews[crew].endLocation)
    }

    /// Tries every second at which the crew may set off.
    private func cost(_ route: [Int], _ crew: Int) -> Int? {
        let data = problem.crews[crew]
        var shortest: Int?
        for leaving in data.shift.earliestSeconds...data.shift.latestSeconds {
            guard let end = finish(route, crew, leaving: leaving), end <= data.shift.latestSeconds else { break }
            shortest = min(shortest ?? Int.max, end - leaving)
            if data.costPerSecond == 0 && data.maximumDurationSeconds == nil { break }
        }
        guard let shortest, shortest <= data.maximumDurationSeconds ?? Int.max else { return nil }
        let places = [data.startLocation] + route.map { problem.visits[$0].location } + [data.endLocation]
        let metres = zip(places, places.dropFirst()).reduce(0) { $0 + problem.travel.metres(from: $1.0, to: $1.1) }
        return data.fixedCost + metres * data.costPerMetre + shortest * data.costPerSecond
    }
}
