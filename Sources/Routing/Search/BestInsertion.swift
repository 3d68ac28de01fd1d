/// Where to insert a visit, and what that adds to the cost of the routes.
struct InsertionPlace {
    /// The node to insert behind; −1 when there is no place.
    var after: Int32
    var delta: Int
}

/// Finds the cheapest place for a visit: next to its neighbours, as the first of an idle crew, or anywhere.
///
/// A place is first tested in constant time: what the detour costs, and whether the earliest departure before it and
/// the latest arrival after it leave room. For a plain route that is exact. For others it is a bound, and only places
/// that beat the best so far are evaluated exactly.
///
/// With blinks (Christiaens & Vanden Berghe 2020, §5.2) each place is overlooked with a small probability, which keeps
/// greedy insertion from making the same choice again and again.
struct BestInsertion {
    private let state: SearchState
    private let model: SearchModel
    private let blinks: Blinks?

    init(_ state: SearchState, blinks: Blinks? = nil) {
        self.state = state
        model = state.model
        self.blinks = blinks
    }

    /// The cheapest place of all that add less than `limit`; looks beyond the neighbours only when they offer none.
    ///
    /// When idle crews are tried at less than their full price, a place there says too small a delta:
    /// `SearchState.place` works it out anew.
    ///
    /// - Parameters:
    ///   - visit: An absent visit.
    ///   - limit: What a place must stay below.
    ///   - overlookingFixedCosts: Whether idle crews are tried without theirs.
    ///   - approachShare: The share of an idle crew's way to and from the visit that counts.
    /// - Returns: The place, or none.
    func find(
        _ visit: Int32, below limit: Int, overlookingFixedCosts: Bool = false, approachShare: Double = 1
    ) -> InsertionPlace {
        var probe = Probe(state, visit: visit, limit: limit)
        nearNeighbours(&probe)
        idleCrews(&probe, overlookingFixedCosts: overlookingFixedCosts, approachShare: approachShare)
        if probe.best.after < 0, model.neighbours.areTruncated { everywhere(&probe) }
        return probe.best
    }

    /// The cheapest place of all in one crew's route.
    func find(_ visit: Int32, inRouteOf crew: Int, below limit: Int) -> InsertionPlace {
        var probe = Probe(state, visit: visit, limit: limit)
        along(crew, &probe)
        return probe.best
    }

    private func nearNeighbours(_ probe: inout Probe) {
        let nodes = state.nodes
        for node in model.neighbours.predecessors(of: probe.visit) {
            guard probe.admits(nodes[Int(node)].route) else { continue }
            if blinks?.blink() ?? false { continue }
            probe.tryBehind(node)
        }
        for node in model.neighbours.successors(of: probe.visit) {
            guard probe.admits(nodes[Int(node)].route) else { continue }
            if blinks?.blink() ?? false { continue }
            probe.tryBefore(node)
        }
    }

    private func idleCrews(_ probe: inout Probe, overlookingFixedCosts: Bool, approachShare: Double) {
        for classIndex in 0..<model.classCount {
            let crew = state.idleCrews.first(ofClass: classIndex)
            guard crew >= 0, probe.admits(crew) else { continue }
            // Without fixed costs crews look alike, and the first would always win.
            if overlookingFixedCosts, blinks?.coin() ?? false { continue }
            var discount = overlookingFixedCosts ? model.crews[Int(crew)].fixedCost : 0
            if approachShare < 1 {
                discount += Int((1 - approachShare) * Double(approach(of: Int(crew), to: probe.visit)))
            }
            probe.tryBehind(
                state.startNode(Int(crew)), openingCost: opening(Int(crew)) - discount, discount: discount)
        }
    }

    private func everywhere(_ probe: inout Probe) {
        for crew in 0..<model.crewCount where state.routes[crew].count > 0 {
            along(crew, &probe)
        }
    }

    private func along(_ crew: Int, _ probe: inout Probe) {
        guard probe.admits(Int32(crew)) else { return }
        let openingCost = state.routes[crew].count == 0 ? opening(crew) : 0
        let end = state.endNode(crew)
        var node = state.startNode(crew)
        while node != end {
            probe.tryBehind(node, openingCost: openingCost)
            node = state.nodes[Int(node)].next
        }
    }

    /// What an idle crew's way to and from a visit costs.
    private func approach(of crew: Int, to visit: Int32) -> Int {
        let record = model.crews[crew]
        let row = Int(model.visits[Int(visit)].location) * model.locationCount
        let metres =
            model.metresByColumn[row + Int(record.startLocation)] &+ model.metres[row + Int(record.endLocation)]
        return Int(metres) * record.costPerMetre
    }

    /// What taking an idle crew costs beside the way to and from the visit.
    private func opening(_ crew: Int) -> Int {
        let record = model.crews[crew]
        guard !record.isCommitted else { return 0 }
        let home = Int(record.startLocation) * model.locationCount + Int(record.endLocation)
        return record.fixedCost + Int(model.metres[home]) * record.costPerMetre
    }
}

/// Tests places for one visit and keeps the cheapest.
private struct Probe {
    let visit: Int32
    private(set) var best: InsertionPlace

    private let state: SearchState
    private let nodes: UnsafeMutablePointer<Node>
    private let routes: UnsafeMutablePointer<RouteRecord>
    private let data: VisitRecord
    private let early: Int32
    private let late: Int32
    private let hasGaps: Bool
    private let metresFrom: UnsafePointer<Int32>
    private let metresTo: UnsafePointer<Int32>
    private let secondsFrom: UnsafePointer<Int32>
    private let secondsTo: UnsafePointer<Int32>
    private let eligible: UnsafePointer<Bool>
    private let preference: UnsafePointer<Int>?

    init(_ state: SearchState, visit: Int32, limit: Int) {
        let model = state.model
        self.state = state
        self.visit = visit
        nodes = state.nodes
        routes = state.routes
        data = model.visits[Int(visit)]
        let node = state.nodes[Int(visit)]
        early = node.early
        late = node.late
        hasGaps = node.windowCount > 1
        let row = Int(data.location) * model.locationCount
        metresFrom = model.metres + row
        metresTo = model.metresByColumn + row
        secondsFrom = model.seconds + row
        secondsTo = model.secondsByColumn + row
        eligible = UnsafePointer(model.eligible + Int(visit) * model.classCount)
        preference = model.preference.map { UnsafePointer($0 + Int(visit) * model.classCount) }
        best = InsertionPlace(after: -1, delta: limit)
    }

    /// Whether a crew could take the visit at all, were there time.
    @inline(__always)
    func admits(_ crew: Int32) -> Bool {
        guard crew >= 0 else { return false }
        let route = routes[Int(crew)]
        return route.loadLeft >= data.load && route.visitsLeft > 0 && eligible[Int(route.classIndex)]
    }

    /// Tries the place behind a node.
    @inline(__always)
    mutating func tryBehind(_ node: Int32, openingCost: Int = 0, discount: Int = 0) {
        let first = nodes[Int(node)]
        let detour =
            metresTo[Int(first.location)] &+ metresFrom[Int(first.nextLocation)] &- first.metresToNext
        let delta = price(detour, first.route) &+ openingCost
        guard delta < best.delta else { return }
        let arrival = first.earliestDeparture &+ secondsTo[Int(first.location)]
        let start = hasGaps ? state.model.nextStart(data, arrival) : max(arrival, early)
        guard start <= late,
            start &+ data.service &+ secondsFrom[Int(first.nextLocation)] <= nodes[Int(first.next)].latestArrival
        else { return }
        take(
            node, delta, first.route, driveTo: secondsTo[Int(first.location)],
            driveFrom: secondsFrom[Int(first.nextLocation)], discount: discount)
    }

    /// Tries the place before a visit.
    @inline(__always)
    mutating func tryBefore(_ node: Int32) {
        let second = nodes[Int(node)]
        let detour =
            metresTo[Int(second.previousLocation)] &+ metresFrom[Int(second.location)] &- second.metresFromPrevious
        let delta = price(detour, second.route)
        guard delta < best.delta else { return }
        let arrival = nodes[Int(second.previous)].earliestDeparture &+ secondsTo[Int(second.previousLocation)]
        let start = hasGaps ? state.model.nextStart(data, arrival) : max(arrival, early)
        guard start <= late,
            start &+ data.service &+ secondsFrom[Int(second.location)] <= second.latestArrival
        else { return }
        take(
            second.previous, delta, second.route, driveTo: secondsTo[Int(second.previousLocation)],
            driveFrom: secondsFrom[Int(second.location)])
    }

    @inline(__always)
    private func price(_ detour: Int32, _ crew: Int32) -> Int {
        let route = routes[Int(crew)]
        let price = Int(detour) &* route.costPerMetre
        guard let preference else { return price }
        return price &+ preference[Int(route.classIndex)]
    }

    /// Keeps a place that passed all constant-time tests, unless an exact evaluation has it otherwise.
    @inline(__always)
    private mutating func take(
        _ after: Int32, _ delta: Int, _ crew: Int32, driveTo: Int32, driveFrom: Int32, discount: Int = 0
    ) {
        switch routes[Int(crew)].kind {
        case .plain:
            best = InsertionPlace(after: after, delta: delta)
        case .timed:
            let surcharge = state.timedSurcharge(of: visit, after: after, driveTo: driveTo, driveFrom: driveFrom)
            guard let surcharge, delta + surcharge < best.delta else { return }
            best = InsertionPlace(after: after, delta: delta + surcharge)
        case .general:
            guard let exact = state.exactDelta(of: visit, after: after), exact - discount < best.delta else { return }
            best = InsertionPlace(after: after, delta: exact - discount)
        }
    }
}
