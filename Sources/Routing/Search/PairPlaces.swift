/// A place for a visit, with the span in which service there could begin.
struct PairPlace {
    var crew: Int
    var after: Int32
    var delta: Int
    var lowest: Int32
    var highest: Int32
}

/// Lists places for a visit in all routes, with what is known in constant time about each.
struct PairPlaces {
    private static let limitForEachCrew = 3

    private let state: SearchState
    private let visit: Int32

    init(_ state: SearchState, _ visit: Int32) {
        self.state = state
        self.visit = visit
    }

    /// The cheapest places, a few for each crew.
    func cheapest(_ limit: Int) -> [PairPlace] {
        let model = state.model
        let load = model.visits[Int(visit)].load
        var places: [PairPlace] = []
        for crew in 0..<model.crewCount {
            let route = state.routes[crew]
            let isIdle = route.count == 0
            let classIndex = Int(route.classIndex)
            guard route.loadLeft >= load, route.visitsLeft > 0,
                model.eligible[Int(visit) * model.classCount + classIndex]
            else { continue }
            // Two idle crews of a class may be needed at once: offer two, not all.
            if isIdle, isBeyondSecondIdle(crew, ofClass: classIndex) { continue }
            let found = along(crew).sorted { ($0.delta, $0.after) < ($1.delta, $1.after) }
            places += found.prefix(Self.limitForEachCrew)
        }
        return Array(places.sorted { ($0.delta, $0.after) < ($1.delta, $1.after) }.prefix(limit))
    }

    private func isBeyondSecondIdle(_ crew: Int, ofClass classIndex: Int) -> Bool {
        let first = state.idleCrews.first(ofClass: classIndex)
        return Int32(crew) != first && Int32(crew) != state.idleCrews.next(after: first)
    }

    private func along(_ crew: Int) -> [PairPlace] {
        let model = state.model
        let nodes = state.nodes
        let data = model.visits[Int(visit)]
        let route = state.routes[crew]
        let row = Int(data.location) * model.locationCount
        var places: [PairPlace] = []
        var before = state.startNode(crew)
        let end = state.endNode(crew)
        while before != end {
            let after = nodes[Int(before)].next
            let first = nodes[Int(before)]
            let second = nodes[Int(after)]
            let arrival = first.earliestDeparture + model.secondsByColumn[row + Int(first.location)]
            let lowest = model.nextStart(data, arrival)
            let leaveBy = second.latestArrival - model.seconds[row + Int(second.location)] - data.service
            let highest = model.previousStart(data, leaveBy)
            if lowest <= highest {
                let detour =
                    Int(model.metresByColumn[row + Int(first.location)]) + Int(model.metres[row + Int(second.location)])
                    - Int(first.metresToNext)
                let liking = model.preference.map {
                    $0[Int(visit) * model.classCount + Int(route.classIndex)]
                }
                let opening = route.count == 0 && !model.crews[crew].isCommitted ? model.crews[crew].fixedCost : 0
                places.append(
                    PairPlace(
                        crew: crew, after: before, delta: detour * route.costPerMetre + (liking ?? 0) + opening,
                        lowest: lowest, highest: highest))
            }
            before = after
        }
        return places
    }
}
