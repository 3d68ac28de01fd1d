import Routing

/// Draws problems of few visits on a plane, small enough to be solved exhaustively.
enum SmallProblem {
    static func make(seed: UInt64, visits: Int = 6) throws -> RoutingProblem {
        var random = SplitMix(state: seed)
        let places = (0...visits).map { _ in (x: random.in(0...100), y: random.in(0...100)) }
        var entries: [Int32] = []
        for from in places {
            for to in places {
                entries.append(Int32(abs(from.x - to.x) + abs(from.y - to.y)))
            }
        }
        let travel = try TravelMatrix(locationCount: places.count, seconds: entries, metres: entries)
        let crews = (0..<2).map { _ in
            Crew(
                startLocation: 0, shift: TimeWindow(0...random.in(300...900)),
                maximumDurationSeconds: random.chance(0.5) ? random.in(200...800) : nil,
                fixedCost: random.in(0...100), costPerSecond: random.chance(0.3) ? 1 : 0)
        }
        let stops = (1...visits).map { place in
            let opens = random.in(0...300)
            return Visit(
                location: place, serviceSeconds: random.in(0...30),
                windows: random.chance(0.7) ? [TimeWindow(opens...opens + random.in(50...400))] : [],
                demand: random.chance(0.4) ? .mandatory : .optional(prize: random.in(0...400)))
        }
        return try RoutingProblem(travel: travel, crews: crews, visits: stops)
    }
}
