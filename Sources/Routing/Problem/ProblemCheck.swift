/// The one place where a problem's parts are checked, so that the search need not doubt them.
extension RoutingProblem {
    /// Instants may lie this far from the reference, in seconds: sums stay within 32 bits.
    static let instantRange = -400_000_000...400_000_000
    /// A service or a gap lasts at most so many seconds.
    static let serviceRange = 0...100_000_000
    /// A break lasts at most so many seconds.
    static let breakRange = 0...10_000_000
    /// Loads, limits and unit costs are at most this.
    static let amountRange = 0...400_000_000
    /// Prizes and fixed costs are at most this.
    static let costRange = 0...1_000_000_000_000
    /// The largest number of breaks of a crew.
    static let maximumBreaks = 3

    func check() throws(RoutingProblemError) {
        guard balanceWeight >= 0, Self.amountRange.contains(balanceWeight) else { throw .balanceWeight }
        for (index, crew) in crews.enumerated() {
            try check(crew, index)
        }
        for (index, visit) in visits.enumerated() {
            try check(visit, index)
        }
        let committed = try checkCommittedStops()
        try checkPairs(committed: committed)
    }

    private func check(_ crew: Crew, _ index: Int) throws(RoutingProblemError) {
        let places = 0..<travel.locationCount
        guard places.contains(crew.startLocation), places.contains(crew.endLocation) else {
            throw .crewLocation(crew: index)
        }
        func require(_ holds: Bool, _ field: String) throws(RoutingProblemError) {
            guard holds else { throw .crewValue(crew: index, field: field) }
        }
        try require(isSound(crew.shift), "shift")
        try require(crew.breaks.count <= Self.maximumBreaks, "breaks")
        var previous = Int.min
        for rest in crew.breaks {
            try require(isSound(rest.window) && Self.breakRange.contains(rest.durationSeconds), "breaks")
            try require(rest.window.earliestSeconds >= previous, "breaks")
            previous = rest.window.earliestSeconds
        }
        try require(crew.maximumVisits.map { $0 >= 0 } ?? true, "maximumVisits")
        try require(crew.maximumDurationSeconds.map(Self.amountRange.contains) ?? true, "maximumDurationSeconds")
        try require(crew.capacity.map(Self.amountRange.contains) ?? true, "capacity")
        try require(Self.costRange.contains(crew.fixedCost), "fixedCost")
        try require(Self.amountRange.contains(crew.costPerMetre), "costPerMetre")
        try require(Self.amountRange.contains(crew.costPerSecond), "costPerSecond")
    }

    private func check(_ visit: Visit, _ index: Int) throws(RoutingProblemError) {
        guard (0..<travel.locationCount).contains(visit.location) else { throw .visitLocation(visit: index) }
        func require(_ holds: Bool, _ field: String) throws(RoutingProblemError) {
            guard holds else { throw .visitValue(visit: index, field: field) }
        }
        let known = crews.indices
        try require(Self.serviceRange.contains(visit.serviceSeconds), "serviceSeconds")
        try require(visit.windows.allSatisfy(isSound), "windows")
        try require(visit.releaseSeconds.map(Self.instantRange.contains) ?? true, "releaseSeconds")
        try require(Self.amountRange.contains(visit.load), "load")
        try require(visit.dueSeconds.map(Self.instantRange.contains) ?? true, "dueSeconds")
        try require(Self.amountRange.contains(visit.lateCostPerSecond), "lateCostPerSecond")
        try require(visit.allowedCrews?.allSatisfy(known.contains) ?? true, "allowedCrews")
        try require(visit.excludedCrews.allSatisfy(known.contains), "excludedCrews")
        try require(visit.pinnedCrew.map(known.contains) ?? true, "pinnedCrew")
        try require(visit.crewCosts.keys.allSatisfy(known.contains), "crewCosts")
        try require(visit.crewCosts.values.allSatisfy { Self.costRange.contains(abs($0)) }, "crewCosts")
        if case .optional(let prize) = visit.demand {
            try require(Self.costRange.contains(prize), "prize")
        }
    }

    private func checkCommittedStops() throws(RoutingProblemError) -> Set<Int> {
        var seen = Set<Int>()
        for (index, crew) in crews.enumerated() {
            var previous = Int.min
            var isKnown = true
            for stop in crew.committed {
                // What is known is the past, and the past comes first.
                guard isKnown || (stop.startSeconds == nil && stop.departureSeconds == nil) else {
                    throw .committedStop(crew: index, visit: stop.visit)
                }
                isKnown = stop.startSeconds != nil
                guard visits.indices.contains(stop.visit), seen.insert(stop.visit).inserted else {
                    throw .committedStop(crew: index, visit: stop.visit)
                }
                for instant in [stop.startSeconds, stop.departureSeconds].compactMap(\.self) {
                    guard Self.instantRange.contains(instant), instant >= previous else {
                        throw .committedStop(crew: index, visit: stop.visit)
                    }
                    previous = instant
                }
            }
        }
        return seen
    }

    private func checkPairs(committed: Set<Int>) throws(RoutingProblemError) {
        var seen = committed
        for (index, pair) in pairs.enumerated() {
            guard visits.indices.contains(pair.first), visits.indices.contains(pair.second),
                seen.insert(pair.first).inserted, seen.insert(pair.second).inserted
            else { throw .pair(index: index) }
            if case .precedence(let gap) = pair.relation, !Self.serviceRange.contains(gap) {
                throw .pair(index: index)
            }
        }
    }

    private func isSound(_ window: TimeWindow) -> Bool {
        Self.instantRange.contains(window.earliestSeconds) && Self.instantRange.contains(window.latestSeconds)
            && window.earliestSeconds <= window.latestSeconds
    }
}
