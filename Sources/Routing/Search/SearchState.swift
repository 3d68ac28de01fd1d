/// A solution under change: routes as doubly linked lists of nodes, with what insertion needs to know at each node.
///
/// A node is a visit (its own index), the start of crew *r* (`visitCount + 2r`) or its end (one more). All hard rules
/// hold at all times; visits that are in no route are *absent*. Changes since `beginTrial` can be taken back.
///
/// Not for use by two threads at once.
final class SearchState {
    let model: SearchModel
    let evaluator: RouteEvaluator
    let nodes: UnsafeMutablePointer<Node>
    let routes: UnsafeMutablePointer<RouteRecord>
    let absent: AbsentVisits
    let idleCrews: IdleCrews
    let journal: Journal
    let spans: RouteSpans
    /// One number: the cost of all routes and absent visits.
    let totals: UnsafeMutablePointer<Int>
    /// How much is out of sight.
    let hiddenCounts: UnsafeMutablePointer<(crews: Int, visits: Int)>
    /// Scratch memory for the visits of one route.
    let sequence: UnsafeMutablePointer<Int32>

    init(_ model: SearchModel) {
        self.model = model
        evaluator = RouteEvaluator(model)
        nodes = .allocate(capacity: model.visitCount + 2 * model.crewCount + 1)
        routes = .allocate(capacity: model.crewCount + 1)
        absent = AbsentVisits(capacity: model.visitCount)
        idleCrews = IdleCrews(model)
        journal = Journal(model)
        spans = RouteSpans(count: model.visitCount + 2 * model.crewCount + 1)
        totals = .allocate(capacity: 1)
        totals.initialize(to: 0)
        hiddenCounts = .allocate(capacity: 1)
        hiddenCounts.initialize(to: (0, 0))
        sequence = .allocate(capacity: model.visitCount + 1)
        sequence.initialize(repeating: 0, count: model.visitCount + 1)
        for visit in 0..<model.visitCount { nodes[visit] = detachedNode(visit) }
        for crew in 0..<model.crewCount { setUpRoute(crew) }
        for visit in model.freeVisits {
            absent.insert(visit)
            totals.pointee += model.visits[Int(visit)].penalty
        }
    }

    deinit {
        nodes.deallocate()
        routes.deallocate()
        totals.deallocate()
        hiddenCounts.deallocate()
        sequence.deallocate()
    }

    /// Cost of all routes and of all absent visits.
    var cost: Int { totals.pointee }

    func startNode(_ crew: Int) -> Int32 { Int32(model.visitCount + 2 * crew) }
    func endNode(_ crew: Int) -> Int32 { Int32(model.visitCount + 2 * crew + 1) }

    // MARK: Changing routes

    /// Opens a span of changes that `undo` can take back.
    func beginTrial() {
        journal.clear()
    }

    /// Puts an absent visit behind a node; the caller has made sure that it fits, and calls `refresh` afterwards.
    func insert(_ visit: Int32, after node: Int32) {
        let crew = Int(nodes[Int(node)].route)
        touch(crew)
        if routes[crew].count == 0 { idleCrews.remove(crew) }
        let next = nodes[Int(node)].next
        nodes[Int(visit)].previous = node
        nodes[Int(visit)].next = next
        nodes[Int(visit)].route = Int32(crew)
        nodes[Int(node)].next = visit
        nodes[Int(next)].previous = visit
        routes[crew].count += 1
        routes[crew].visitsLeft -= 1
        routes[crew].loadLeft -= model.visits[Int(visit)].load
        absent.remove(visit)
        totals.pointee -= model.visits[Int(visit)].penalty
    }

    /// Inserts an absent visit where it fits and brings the route up to date; `delta` is what it adds to the cost.
    ///
    /// In a plain route only those nodes are visited whose times change.
    func place(_ visit: Int32, at place: InsertionPlace) {
        let crew = Int(nodes[Int(place.after)].route)
        let isFirst = routes[crew].count == 0
        insert(visit, after: place.after)
        guard routes[crew].kind == .plain, !isFirst else {
            refresh(crew)
            return
        }
        spread(from: visit)
        totals.pointee += place.delta
        routes[crew].cost += place.delta
    }

    /// Takes a visit out of its route; the caller calls `refresh` for the route when it has taken out all it wants.
    func remove(_ visit: Int32) {
        let crew = Int(nodes[Int(visit)].route)
        touch(crew)
        let previous = nodes[Int(visit)].previous
        let next = nodes[Int(visit)].next
        nodes[Int(previous)].next = next
        nodes[Int(next)].previous = previous
        routes[crew].count -= 1
        routes[crew].visitsLeft += 1
        routes[crew].loadLeft += model.visits[Int(visit)].load
        if routes[crew].count == 0 { idleCrews.insert(crew) }
        detach(visit)
    }

    /// Takes all visits out of a route that cannot be driven.
    func dissolve(_ crew: Int) {
        touch(crew)
        while routes[crew].count > 0 { remove(nodes[Int(startNode(crew))].next) }
        refresh(crew)
    }

    /// Takes back all changes since `beginTrial`.
    func undo() {
        for crew in journal.touched {
            var visit = nodes[Int(startNode(crew))].next
            let end = endNode(crew)
            while visit != end {
                let next = nodes[Int(visit)].next
                detach(visit)
                visit = next
            }
        }
        for entry in journal.entries {
            let (crew, saved) = (entry.crew, entry.record)
            if (routes[crew].count == 0) != (saved.count == 0) {
                if saved.count == 0 { idleCrews.insert(crew) } else { idleCrews.remove(crew) }
            }
            totals.pointee += saved.cost - routes[crew].cost
            routes[crew] = saved
            for index in entry.nodes {
                let node = journal.nodes[index]
                nodes[Int(node.index)] = node.node
                guard node.index < model.visitCount else { continue }
                absent.remove(node.index)
                totals.pointee -= model.visits[Int(node.index)].penalty
            }
            if saved.kind == .timed { _ = refreshSpans(crew) }
        }
        journal.clear()
    }

    // MARK: Exact evaluation

    /// What inserting a visit behind a node adds to the cost of its route, or `nil` when the route breaks a rule.
    func exactDelta(of visit: Int32, after node: Int32) -> Int? {
        let crew = Int(nodes[Int(node)].route)
        var count = 0
        var current = startNode(crew)
        let end = endNode(crew)
        while current != end {
            if current < model.visitCount { append(current, &count) }
            if current == node { append(visit, &count) }
            current = nodes[Int(current)].next
        }
        return evaluator.cost(crew: crew, stops: sequence, count: count, nodes: nodes).map { $0 - routes[crew].cost }
    }

    /// Writes a route's visits into memory that is overwritten by the next such call, and says how many there are.
    func visits(of crew: Int) -> UnsafeBufferPointer<Int32> {
        var count = 0
        var current = nodes[Int(startNode(crew))].next
        let end = endNode(crew)
        while current != end {
            append(current, &count)
            current = nodes[Int(current)].next
        }
        return UnsafeBufferPointer(start: sequence, count: count)
    }

    @inline(__always)
    private func append(_ visit: Int32, _ count: inout Int) {
        sequence[count] = visit
        count += 1
    }

    // MARK: Pairs

    /// Narrows a visit's window to what its pair has agreed on.
    func narrow(_ visit: Int32, early: Int32, late: Int32) {
        nodes[Int(visit)].early = early
        nodes[Int(visit)].late = late
        nodes[Int(visit)].windowCount = 1
    }

    /// Gives an absent visit its own windows back.
    func widen(_ visit: Int32) {
        let data = model.visits[Int(visit)]
        nodes[Int(visit)].early = data.earliest
        nodes[Int(visit)].late = data.latest
        nodes[Int(visit)].windowCount = data.windowCount
    }

    // MARK: Inner parts

    /// Saves a route before it changes.
    func touch(_ crew: Int) {
        journal.save(crew, record: routes[crew], nodes: nodes, start: startNode(crew), end: endNode(crew))
    }

    private func detach(_ visit: Int32) {
        nodes[Int(visit)].route = -1
        if model.visits[Int(visit)].partner >= 0 { widen(visit) }
        absent.insert(visit)
        totals.pointee += model.visits[Int(visit)].penalty
    }

    /// How many visits a used crew has on average, of those in sight.
    var averageCount: Double {
        let placed = model.freeVisits.count - absent.count - hiddenCounts.pointee.visits
        let used = model.crewCount - idleCrews.count - hiddenCounts.pointee.crews
        return Double(placed) / Double(max(1, used))
    }

    private func detachedNode(_ visit: Int) -> Node {
        let data = model.visits[visit]
        return Node(
            next: -1, previous: -1, route: -1, location: data.location, earliestDeparture: 0, latestArrival: 0,
            early: data.earliest, late: data.latest, service: data.service, windowCount: data.windowCount,
            previousLocation: 0, nextLocation: 0, metresFromPrevious: 0, metresToNext: 0)
    }

    private func setUpRoute(_ crew: Int) {
        let record = model.crews[crew]
        let (start, end) = (startNode(crew), endNode(crew))
        nodes[Int(start)] = Node(
            next: end, previous: -1, route: Int32(crew), location: record.startLocation,
            earliestDeparture: record.ready, latestArrival: -SearchModel.never, early: record.ready,
            late: SearchModel.never, service: 0, windowCount: 1, previousLocation: 0, nextLocation: record.endLocation,
            metresFromPrevious: 0, metresToNext: 0)
        nodes[Int(end)] = Node(
            next: -1, previous: start, route: Int32(crew), location: record.endLocation, earliestDeparture: 0,
            latestArrival: record.latestFinish, early: -SearchModel.never, late: record.latestFinish, service: 0,
            windowCount: 1, previousLocation: record.startLocation, nextLocation: 0, metresFromPrevious: 0,
            metresToNext: 0)
        routes[crew] = RouteRecord(
            classIndex: record.classIndex, loadLeft: record.capacityLeft, visitsLeft: record.visitsLeft, count: 0,
            kind: record.kind, busy: 0, costPerMetre: record.costPerMetre, cost: 0)
        idleCrews.insert(crew)
        refresh(crew)
    }
}
